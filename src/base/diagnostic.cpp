// SPDX-License-Identifier: Apache-2.0
#include "socrates/base/diagnostic.hpp"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>

namespace socrates::base {

namespace {

constexpr std::size_t most_excerpt = 200;

bool is_continuation_byte(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// The start of the character that holds the byte at `offset`; the offset itself where the text is not UTF-8.
std::size_t character_start(std::string_view line, std::size_t offset) {
  for (std::size_t start = offset; start + 4 > offset; --start) {
    if (start == line.size() || !is_continuation_byte(line[start])) return start;
    if (start == 0) break;
  }
  return offset;
}

struct Excerpt {
  std::string_view text;
  std::size_t caret;
};

/// A window of the line around the byte at `caret`, cut between characters, a third of it before the caret.
Excerpt excerpt(std::string_view line, std::size_t caret) {
  if (line.size() <= most_excerpt) return {line, caret};
  std::size_t first = caret > most_excerpt / 3 ? caret - most_excerpt / 3 : 0;
  first = std::min(first, line.size() - most_excerpt);
  const std::size_t last = character_start(line, first + most_excerpt);
  first = character_start(line, first);
  return {line.substr(first, last - first), caret - first};
}

}  // namespace

void Diagnostics::add(Diagnostic diagnostic) {
  if (entry(diagnostic.code).severity == Severity::warning) {
    if (warnings_.size() < most_diagnostics) warnings_.push_back(std::move(diagnostic));
    return;
  }
  ++count_;
  if (kept_.size() < most_diagnostics) kept_.push_back(std::move(diagnostic));
}

void Diagnostics::add(Code code, Span at, std::string message, std::string path, std::string hint) {
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.message = std::move(message);
  diagnostic.path = std::move(path);
  diagnostic.hint = std::move(hint);
  if (at.source != nullptr && kept_.size() < most_diagnostics) {
    const std::string_view text = at.source->text;
    diagnostic.file = at.source->name;
    diagnostic.at = position_at(*at.source, at.offset);
    const std::string_view line = line_at(text, at.offset);
    const auto [shown, caret] = excerpt(line, std::min(diagnostic.at.column - 1, line.size()));
    diagnostic.line = shown;
    diagnostic.caret = caret;
    diagnostic.length = std::min(at.length, shown.size() - caret);
  }
  add(std::move(diagnostic));
}

void Diagnostics::sort_by_place() {
  std::stable_sort(kept_.begin(), kept_.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.file, a.at.line, a.at.column) < std::tie(b.file, b.at.line, b.at.column);
  });
}

}  // namespace socrates::base
