// SPDX-License-Identifier: Apache-2.0
//
// Two layers, taken off in the reverse order. Inside, an escape stands for one character; a backslash of the text that
// would be read as the start of an escape is itself written as one, `\x5c`, and no other backslash is touched. Outside,
// an apostrophe protects a text, and only one that needs it: so an apostrophe that people typed before an ordinary word
// is theirs, and a text that begins with an apostrophe needs protection, lest its own be taken off.

#include "socrates/base/sheet_cell.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <optional>

#include "socrates/base/harmful.hpp"
#include "socrates/base/utf8.hpp"
#include "socrates/base/words.hpp"

namespace socrates::base {
namespace {

constexpr std::string_view blanks = " \t\r\n";

/// What begins a formula, or a command of DDE, in one spreadsheet program or another, full-width forms included; the
/// apostrophe is our own sign.
constexpr std::string_view formula_signs[] = {
    "=", "+", "-", "@", "|", "%", "'", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20",
};

bool needs_protection(std::string_view text) {
  if (text.empty()) return false;
  const std::size_t first = text.find_first_not_of(blanks);
  if (first != 0 || blanks.find(text.back()) != std::string_view::npos) return true;
  return std::any_of(std::begin(formula_signs), std::end(formula_signs),
                     [&](std::string_view sign) { return text.starts_with(sign); });
}

struct Escape {
  std::size_t length = 0;
  char32_t point = 0;
};

/// The escape that `text` begins with, of a form that escaped() writes.
std::optional<Escape> escape_at(std::string_view text) {
  if (text.size() < 2 || text[0] != '\\') return std::nullopt;
  const std::size_t digits = text[1] == 'x' ? 2 : text[1] == 'u' ? 4 : text[1] == 'U' ? 8 : 0;
  if (digits == 0 || text.size() < 2 + digits) return std::nullopt;
  const std::string_view number = text.substr(2, digits);
  if (number.find_first_not_of("0123456789abcdef") != std::string_view::npos) return std::nullopt;
  unsigned long point = 0;
  std::from_chars(number.data(), number.data() + number.size(), point, 16);
  const unsigned long least = digits == 2 ? 0 : digits == 4 ? 0x80 : 0x10000;
  const unsigned long most = digits == 2 ? 0x7F : digits == 4 ? 0xFFFF : 0x10FFFF;
  const bool is_surrogate = point >= 0xD800 && point <= 0xDFFF;
  if (point < least || point > most || is_surrogate) return std::nullopt;
  return Escape{2 + digits, static_cast<char32_t>(point)};
}

std::string escape_of(char32_t point) {
  const auto number = static_cast<unsigned>(point);
  if (number < 0x80) return fmt::format("\\x{:02x}", number);
  return number <= 0xFFFF ? fmt::format("\\u{:04x}", number) : fmt::format("\\U{:08x}", number);
}

std::string escaped(std::string_view text) {
  std::string result;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t start = offset;
    const char32_t point = next_code_point(text, offset);
    const bool stays = point == '\n' || point == '\t' ||
                       (point == '\\' ? !escape_at(text.substr(start)) : !is_harmful_at(text, start));
    if (stays)
      result += text.substr(start, offset - start);
    else
      result += escape_of(point);
  }
  return result;
}

std::string unescaped(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const std::optional<Escape> escape = escape_at(text);
    if (escape)
      append_utf8(result, escape->point);
    else
      result += text.front();
    text.remove_prefix(escape ? escape->length : 1);
  }
  return result;
}

bool is_protected(std::string_view cell) { return cell.starts_with('\'') && needs_protection(cell.substr(1)); }

}  // namespace

std::string sheet_cell(std::string_view text) {
  std::string cell = escaped(text);
  if (needs_protection(cell)) cell.insert(cell.begin(), '\'');
  return cell;
}

std::string text_of_cell(std::string_view cell) {
  if (!is_protected(cell)) cell = trimmed(cell, blanks);
  return unescaped(is_protected(cell) ? cell.substr(1) : cell);
}

}  // namespace socrates::base
