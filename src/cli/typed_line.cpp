// SPDX-License-Identifier: Apache-2.0
#include "cli/typed_line.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "socrates/base/utf8.hpp"
#include "socrates/render/interview.hpp"

namespace socrates::cli {

namespace {

constexpr char escape = '\x1b';

bool is_final_of_sequence(char byte) { return byte >= '@' && byte <= '~'; }

/// Behind an escape character: the end of what belongs to it.
std::size_t end_of_sequence(std::string_view line, std::size_t at) {
  if (at == line.size()) return at;
  if (line[at] == 'O') return std::min(at + 2, line.size());
  if (line[at] != '[') return at + 1;
  for (++at; at < line.size() && !is_final_of_sequence(line[at]);) ++at;
  return std::min(at + 1, line.size());
}

}  // namespace

std::string without_keys(std::string_view line) {
  std::string text;
  for (std::size_t at = 0; at < line.size();) {
    if (line[at] == escape) {
      at = end_of_sequence(line, at + 1);
      continue;
    }
    const auto byte = static_cast<unsigned char>(line[at++]);
    if ((byte >= ' ' && byte != 0x7F) || byte == '\t') text += static_cast<char>(byte);
  }
  return text;
}

std::optional<Ending> read_typed(Terminal& terminal, std::string& text) {
  for (;;) {
    terminal.write(prompt);
    const Line line = terminal.read_line();
    switch (line.kind) {
      case LineKind::text:
        if (!base::first_invalid_utf8(line.text)) {
          text = without_keys(line.text);
          return std::nullopt;
        }
        terminal.write(render::remark_text("this line is not valid UTF-8 and was ignored"));
        break;
      case LineKind::too_long:
        terminal.write(
            render::remark_text(fmt::format("this line is longer than {} characters and was ignored", most_line)));
        break;
      case LineKind::cut_off:
        terminal.write("\n");
        terminal.write(render::remark_text("the input ended within this line, so it was ignored"));
        return Ending::end_of_input;
      case LineKind::end:
        terminal.write("\n");
        return Ending::end_of_input;
      case LineKind::interrupted:
        terminal.write("\n");
        return Ending::interrupted;
    }
  }
}

}  // namespace socrates::cli
