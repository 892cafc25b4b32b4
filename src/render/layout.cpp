// SPDX-License-Identifier: Apache-2.0
#include "socrates/render/layout.hpp"

#include <algorithm>
#include <iterator>
#include <span>

#include "render/width_tables.hpp"
#include "socrates/base/utf8.hpp"
#include "socrates/render/escape.hpp"

namespace socrates::render {
namespace {

constexpr std::size_t longest_number = 4;
constexpr char32_t joiner = 0x200D;
constexpr char32_t emoji_variant = 0xFE0F;

/// A byte that is not UTF-8 counts as one character.
char32_t next_point(std::string_view text, std::size_t& offset) {
  constexpr std::size_t longest_character = 4;
  if (base::first_invalid_utf8(text.substr(offset, longest_character)) != std::size_t{0})
    return base::next_code_point(text, offset);
  ++offset;
  return 0xFFFD;
}

bool is_in(std::span<const PointRange> ranges, char32_t point) {
  const auto range =
      std::upper_bound(ranges.begin(), ranges.end(), point, [](char32_t p, const PointRange& r) { return p < r.from; });
  return range != ranges.begin() && point <= std::prev(range)->to;
}

std::size_t own_width(char32_t point) {
  if (point < 0x300) return 1;
  if (is_in(without_width, point)) return 0;
  return is_in(of_two_columns, point) ? 2 : 1;
}

bool is_pictograph(char32_t point) {
  return (point >= 0x2190 && point <= 0x2BFF) || (point >= 0x1F000 && point <= 0x1FAFF);
}

bool is_space(char letter) {
  // One comparison decides for nearly all.
  return static_cast<unsigned char>(letter) <= ' ' &&
         (letter == ' ' || letter == '\t' || letter == '\r' || letter == '\n');
}

/// It takes a column, and nothing behind it joins it but what is not plain.
bool is_plain(char byte) { return byte >= ' ' && byte < 0x7F; }

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

std::size_t next_width(std::string_view text, std::size_t& offset) {
  const auto is_plain_at = [&](std::size_t at) { return at == text.size() || is_plain(text[at]); };
  if (is_plain_at(offset) && is_plain_at(offset + 1)) {  // nearly all of every text
    ++offset;
    return 1;
  }
  const char32_t first = next_point(text, offset);
  std::size_t width = own_width(first);
  while (offset < text.size()) {
    std::size_t end = offset;
    const char32_t point = next_point(text, end);
    const bool is_skin_tone = point >= 0x1F3FB && point <= 0x1F3FF && width == 2;
    if (point == joiner && width == 2 && end < text.size()) {
      std::size_t joined_end = end;
      if (is_pictograph(next_point(text, joined_end))) end = joined_end;
    } else if (own_width(point) > 0 && !is_skin_tone) {
      break;
    }
    if (point == emoji_variant && width == 1) width = 2;
    offset = end;
  }
  return width;
}

std::size_t width_of(std::string_view text) {
  if (std::all_of(text.begin(), text.end(), is_plain)) return text.size();
  std::size_t width = 0;
  for (std::size_t offset = 0; offset < text.size();) width += next_width(text, offset);
  return width;
}

std::string one_line(std::string_view text) {
  std::string result;
  result.reserve(text.size());
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
