// SPDX-License-Identifier: Apache-2.0
#include "socrates/render/layout.hpp"

#include <algorithm>

#include "socrates/render/escape.hpp"

namespace socrates::render {
namespace {

constexpr std::size_t longest_number = 4;

bool is_space(char letter) { return letter == ' ' || letter == '\t' || letter == '\r' || letter == '\n'; }

/// The next word from `offset` on, which moves past it; empty at the end.
std::string_view next_word(std::string_view text, std::size_t& offset) {
  while (offset < text.size() && is_space(text[offset])) ++offset;
  const std::size_t start = offset;
  while (offset < text.size() && !is_space(text[offset])) ++offset;
  return text.substr(start, offset - start);
}

/// The next stretch that stays on one line: a word, with the short number behind it that belongs to it, as in `SOC 2`.
std::string_view next_unit(std::string_view text, std::size_t& offset) {
  const std::string_view word = next_word(text, offset);
  const auto is_digit = [](char byte) { return byte >= '0' && byte <= '9'; };
  if (word.empty() || offset + 1 >= text.size() || !is_digit(text[offset + 1])) return word;
  std::size_t end = offset;
  const std::string_view number = next_word(text, end);
  if (number.size() > longest_number) return word;
  offset = end;
  return {word.data(), word.size() + 1 + number.size()};
}

std::string accented(std::string_view text, std::string_view accent, Color color) {
  if (color == Color::off) return std::string(text);
  return std::string("\x1b[").append(accent).append("m").append(text).append("\x1b[0m");
}

}  // namespace

std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

std::string one_line(std::string_view text) {
  std::string result;
  std::size_t offset = 0;
  for (auto word = next_word(text, offset); !word.empty(); word = next_word(text, offset))
    (result += result.empty() ? "" : " ") += word;
  return result;
}

std::string prose(std::string_view text) {
  std::string safe = terminal_safe(one_line(text));
  for (std::size_t at = safe.find("::"); at != std::string::npos; at = safe.find("::", at + 1))
    safe.insert(at + 1, " ");
  return safe;
}

std::string wrap(std::string_view text, Indent indent, std::size_t width) {
  std::string result(indent.first, ' ');
  result.reserve(indent.first + text.size() + text.size() / 8);
  std::size_t used = indent.first;
  bool line_is_empty = true;
  std::size_t offset = 0;
  for (auto word = next_unit(text, offset); !word.empty(); word = next_unit(text, offset)) {
    const std::size_t needed = width_of(word);
    if (!line_is_empty && used + 1 + needed > width) {
      result.append("\n").append(indent.rest, ' ');
      used = indent.rest;
      line_is_empty = true;
    }
    if (!line_is_empty) result += ' ';
    used += needed + (line_is_empty ? 0 : 1);
    result += word;
    line_is_empty = false;
  }
  return result += '\n';
}

std::string labelled(std::string_view label, std::string_view text, std::size_t indent) {
  const std::size_t column = indent + width_of(label) + 1;
  std::string result = std::string(indent, ' ').append(label).append(" ");
  return result.append(wrap(text, {column, column}), column);
}

std::string bullet(std::string_view text, std::size_t indent) { return labelled("-", text, indent); }

std::string bold(std::string_view text, Color color) { return accented(text, "1", color); }
std::string red(std::string_view text, Color color) { return accented(text, "1;31", color); }
std::string faint(std::string_view text, Color color) { return accented(text, "2", color); }

}  // namespace socrates::render
