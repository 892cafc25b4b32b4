// SPDX-License-Identifier: Apache-2.0
#include "loader/text/yaml_token.hpp"

#include <algorithm>
#include <optional>

namespace socrates::loader {

namespace {

std::string_view rest_of_line(std::string_view text, std::size_t offset) {
  const std::string_view rest = text.substr(offset);
  return rest.substr(0, rest.find_first_of("\r\n"));
}

/// The length of the quoted scalar at the start of the text with both quotes, or nothing where it is not closed.
std::optional<std::size_t> quoted_length(std::string_view text) {
  const char quote = text[0];
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (quote == '"' && text[i] == '\\') {
      ++i;
    } else if (text[i] == quote) {
      const bool doubled = quote == '\'' && i + 1 < text.size() && text[i + 1] == '\'';
      if (!doubled) return i + 1;
      ++i;
    }
  }
  return std::nullopt;
}

/// A plain scalar of several lines is folded, so that its value starts with its first line.
std::size_t common_prefix(std::string_view a, std::string_view b) {
  const auto end =
      std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(std::min(a.size(), b.size())), b.begin());
  return static_cast<std::size_t>(end.first - a.begin());
}

std::size_t word_length(std::string_view line) { return std::min(line.find_first_of(" \t,[]{}"), line.size()); }

}  // namespace

std::size_t yaml_token_length(std::string_view text, std::size_t offset, std::string_view value) {
  if (offset >= text.size()) return 0;
  const std::string_view line = rest_of_line(text, offset);
  if (line.empty()) return 0;
  switch (line[0]) {
    case '"':
    case '\'':
      return quoted_length(line).value_or(line.size());
    case '|':
    case '>':
    case '!':
    case '&':
    case '*':
      return word_length(line);
    case '[':
    case '{':
      return 1;
    default:
      return std::max<std::size_t>(1, common_prefix(line, value));
  }
}

bool is_unclosed_quote(std::string_view text, std::size_t offset) {
  if (offset >= text.size() || (text[offset] != '"' && text[offset] != '\'')) return false;
  return !quoted_length(text.substr(offset));
}

bool is_written_null(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return false;
  const std::string_view word =
      text.substr(offset, std::min(text.find_first_of(" \t\r\n,]}:#", offset), text.size()) - offset);
  return word == "~" || word == "null" || word == "Null" || word == "NULL";
}

}  // namespace socrates::loader
