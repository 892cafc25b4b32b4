// SPDX-License-Identifier: Apache-2.0
#include "loader/text/json_syntax.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

namespace socrates::loader {

namespace {

constexpr std::string_view number_characters = "+-.0123456789Ee";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_word_character(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$' ||
         static_cast<unsigned char>(c) >= 0x80;
}

char at(std::string_view text, std::size_t offset) { return offset < text.size() ? text[offset] : '\0'; }

std::string_view word_at(std::string_view text, std::size_t offset) {
  std::size_t end = offset;
  while (end < text.size() && is_word_character(text[end])) ++end;
  return text.substr(offset, std::min<std::size_t>(end - offset, 40));
}

/// What stands at `offset`, as messages name it.
std::string found(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return "the end of the text";
  if (text[offset] == '"') return "a string";
  if (text[offset] == '\'') return "a single quote";
  const std::string_view word = word_at(text, offset);
  return fmt::format("'{}'", word.empty() ? text.substr(offset, 1) : word);
}

JsonProblem problem(std::size_t offset, std::size_t length, std::string message, std::string hint = {}) {
  return {offset, length, std::move(message), std::move(hint)};
}

/// The number of the `\uXXXX` at `offset`, or nothing where that is not what stands there.
std::optional<unsigned> unit_at(std::string_view text, std::size_t offset) {
  if (at(text, offset) != '\\' || at(text, offset + 1) != 'u') return std::nullopt;
  const std::string_view digits = text.substr(offset + 2, 4);
  unsigned unit = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), unit, 16);
  if (digits.size() != 4 || error != std::errc() || end != digits.data() + 4) return std::nullopt;
  return unit;
}

bool is_leading(unsigned unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_trailing(unsigned unit) { return unit >= 0xDC00 && unit < 0xE000; }

/// How many bytes the escape at `offset` takes, with the second half of a pair; 0 where it is malformed.
std::size_t escape_length(std::string_view text, std::size_t offset) {
  if (at(text, offset + 1) != 'u') {
    const bool is_known =
        offset + 1 < text.size() && std::string_view("\"\\/bfnrt").find(text[offset + 1]) != std::string_view::npos;
    return is_known ? 2 : 0;
  }
  const auto unit = unit_at(text, offset);
  if (!unit || is_trailing(*unit)) return 0;
  if (!is_leading(*unit)) return 6;
  const auto next = unit_at(text, offset + 6);
  return next && is_trailing(*next) ? 12 : 0;
}

JsonProblem explain_escape(std::string_view text, std::size_t offset) {
  if (unit_at(text, offset)) return problem(offset, 6, "half of a surrogate pair");
  if (at(text, offset + 1) == 'u') return problem(offset, 2, "\\u must be followed by four hexadecimal digits");
  return problem(offset, 2, "an escape that JSON does not know", "write a backslash as \\\\");
}

/// The string that starts at `offset` is malformed.
JsonProblem explain_string(std::string_view text, std::size_t offset) {
  for (std::size_t i = offset + 1; i + 1 < text.size() && text[i] != '"';) {
    const char c = text[i];
    if (c == '\n' || c == '\r') {
      return problem(offset, i - offset, "a string is not closed on its line", "write a line break as \\n");
    }
    if (c == '\t') return problem(i, 1, "a tab in a string", "write it as \\t");
    const std::size_t length = c == '\\' ? escape_length(text, i) : 1;
    if (length == 0) return explain_escape(text, i);
    i += length;
  }
  return problem(offset, 1, "a string is not closed");
}

/// A value is expected at `offset` and none can be read there; `what` names what else could stand there.
JsonProblem explain_value(std::string_view text, std::size_t offset, std::string_view what) {
  const char c = at(text, offset);
  if (offset < text.size() && c == '"') return explain_string(text, offset);
  const std::string_view word = word_at(text, offset);
  const std::size_t length = offset < text.size() ? std::max<std::size_t>(word.size(), 1) : 0;
  if (c == '-' || is_digit(c)) {
    const std::size_t end = std::min(text.find_first_not_of(number_characters, offset), text.size());
    const std::string_view number = text.substr(offset, std::min<std::size_t>(end - offset, 40));
    return problem(offset, end - offset, fmt::format("'{}' is not a valid JSON number", number));
  }
  std::string hint;
  if (c == '\'') hint = "use double quotes";
  if (c == '+' || c == '.') hint = "write numbers as 0.5 or 5";
  if (c == '/' || c == '#') hint = "JSON has no comments";
  if (word == "True" || word == "TRUE" || word == "yes") hint = "write true";
  if (word == "False" || word == "FALSE" || word == "no") hint = "write false";
  if (word == "None" || word == "NULL" || word == "Null" || word == "undefined" || word == "nil") hint = "write null";
  if (word == "NaN" || word == "Infinity") hint = "JSON has no such number";
  if (hint.empty() && !word.empty() && !is_digit(word[0])) hint = "put texts in double quotes";
  return problem(offset, length, fmt::format("expected {}, found {}", what, found(text, offset)), hint);
}

JsonProblem explain_key(std::string_view text, std::size_t offset, std::string_view what) {
  if (at(text, offset) == '"') return explain_string(text, offset);
  std::string hint;
  if (at(text, offset) == '\'' || !word_at(text, offset).empty()) hint = "put keys in double quotes";
  if (at(text, offset) == '/' || at(text, offset) == '#') hint = "JSON has no comments";
  return problem(offset, offset < text.size() ? std::max<std::size_t>(word_at(text, offset).size(), 1) : 0,
                 fmt::format("expected {}, found {}", what, found(text, offset)), hint);
}

bool is_json_number(std::string_view text) {
  const auto skip_digits = [&text] {
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    text.remove_prefix(digits);
    return digits;
  };
  if (text.starts_with('-')) text.remove_prefix(1);
  const bool leads_with_zero = text.starts_with('0');
  const std::size_t whole = skip_digits();
  if (whole == 0 || (leads_with_zero && whole > 1)) return false;
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    if (skip_digits() == 0) return false;
  }
  if (text.starts_with('e') || text.starts_with('E')) {
    text.remove_prefix(1);
    if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
    if (skip_digits() == 0) return false;
  }
  return text.empty();
}

/// Where the number that ends at `end` begins, if it is malformed or runs into a word (`01`, `1.2.3`, `0x10`); else
/// `end`.
std::size_t malformed_number_before(std::string_view text, std::size_t end) {
  std::size_t start = end;
  while (start > 0 && number_characters.find(text[start - 1]) != std::string_view::npos) --start;
  if (start == end || (text[start] != '-' && !is_digit(text[start]))) return end;
  const bool is_good = is_json_number(text.substr(start, end - start)) && word_at(text, end).empty();
  return is_good ? end : start;
}

/// After a value inside a collection: a comma with something behind it, or the closing bracket.
JsonProblem explain_separator(std::string_view text, std::size_t end, char closing) {
  const std::size_t offset = skip_json_space(text, end);
  if (at(text, offset) == ',') {
    const std::size_t next = skip_json_space(text, offset + 1);
    if (at(text, next) == closing)
      return problem(offset, 1, fmt::format("a comma before '{}'", closing), "remove the comma");
    return closing == '}' ? explain_key(text, next, "a key") : explain_value(text, next, "a value");
  }
  const std::size_t number = malformed_number_before(text, end);
  if (number < end) return problem(number, end + word_at(text, end).size() - number, "a malformed number");
  const std::size_t length = offset < text.size() ? std::max<std::size_t>(word_at(text, offset).size(), 1) : 0;
  const std::string hint = at(text, offset) == '/' || at(text, offset) == '#' ? "JSON has no comments" : "";
  return problem(offset, length, fmt::format("expected ',' or '{}', found {}", closing, found(text, offset)), hint);
}

}  // namespace

std::size_t skip_json_space(std::string_view text, std::size_t offset) {
  return std::min(text.find_first_not_of(" \t\r\n", offset), text.size());
}

std::size_t json_token_end(std::string_view text, std::size_t offset) {
  const char c = text[offset];
  if (c == '"') {
    std::size_t i = offset + 1;
    while (i < text.size() && text[i] != '"') i += text[i] == '\\' ? 2 : 1;
    return std::min(i + 1, text.size());
  }
  if (c == '-' || is_digit(c)) return std::min(text.find_first_not_of(number_characters, offset), text.size());
  if (c == 't' || c == 'n') return std::min(offset + 4, text.size());
  if (c == 'f') return std::min(offset + 5, text.size());
  return offset + 1;
}

JsonProblem explain_json(std::string_view text, std::size_t offset, JsonState state) {
  const std::size_t next = skip_json_space(text, offset);
  switch (state) {
    case JsonState::at_start:
      if (next == text.size()) return problem(0, 0, "the text is empty");
      return explain_value(text, next, "a value");
    case JsonState::array_opened:
      return explain_value(text, next, "a value or ']'");
    case JsonState::object_opened:
      return explain_key(text, next, "a key or '}'");
    case JsonState::key_read:
      if (at(text, next) == ':') return explain_value(text, skip_json_space(text, next + 1), "a value");
      return problem(next, next < text.size() ? 1 : 0, fmt::format("expected ':', found {}", found(text, next)));
    case JsonState::value_in_array:
      return explain_separator(text, offset, ']');
    case JsonState::value_in_object:
      return explain_separator(text, offset, '}');
    case JsonState::at_end:
      return problem(next, next < text.size() ? 1 : 0,
                     fmt::format("expected the end of the text, found {}", found(text, next)));
  }
  return {};
}

}  // namespace socrates::loader
