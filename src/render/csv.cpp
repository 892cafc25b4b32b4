// SPDX-License-Identifier: Apache-2.0
#include "csv.hpp"

#include "socrates/render/escape.hpp"

namespace socrates::render {
namespace {

/// Made harmless, line ends and tabs kept.
std::string harmless(std::string_view text) {
  std::string result;
  while (true) {
    const std::size_t end = text.find_first_of("\n\t");
    result += terminal_safe(text.substr(0, end));
    if (end == std::string_view::npos) return result;
    result += text[end];
    text.remove_prefix(end + 1);
  }
}

std::string cell(std::string_view raw) {
  constexpr std::string_view formula_starts = "=+-@'\t\r";
  std::string text = harmless(raw);
  if (!text.empty() && formula_starts.find(text.front()) != std::string_view::npos) text.insert(text.begin(), '\'');
  if (text.find_first_of(",;\"\n\t") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char letter : text) quoted += letter == '"' ? std::string("\"\"") : std::string(1, letter);
  return quoted + "\"";
}

}  // namespace

std::string csv_row(const std::vector<std::string>& cells) {
  std::string row;
  for (std::size_t i = 0; i < cells.size(); ++i) (row += i == 0 ? "" : ",") += cell(cells[i]);
  return row + "\r\n";
}

}  // namespace socrates::render
