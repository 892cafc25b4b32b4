// SPDX-License-Identifier: Apache-2.0
#include "socrates/base/words.hpp"

#include <algorithm>

namespace socrates::base {
namespace {

char lower_letter(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
char upper_letter(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

std::string changed(std::string_view text, char (*change)(char)) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), change);
  return result;
}

}  // namespace

std::string_view trimmed(std::string_view text, std::string_view blanks) {
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::string lower(std::string_view text) { return changed(text, lower_letter); }
std::string upper(std::string_view text) { return changed(text, upper_letter); }

std::string capitalized(std::string text) {
  if (!text.empty()) text.front() = upper_letter(text.front());
  return text;
}

std::string plain_words(std::string_view id) {
  return changed(id, [](char c) { return c == '_' ? ' ' : c; });
}

std::string in_quotes(std::string_view text) { return "\"" + std::string(text) + "\""; }

std::string joined(const std::vector<std::string>& texts, std::string_view separator) {
  std::string result;
  for (std::size_t i = 0; i < texts.size(); ++i) (result += i == 0 ? std::string_view() : separator) += texts[i];
  return result;
}

std::string listed(const std::vector<std::string>& words, std::string_view conjunction) {
  const bool is_compound = std::any_of(words.begin(), words.end(), [](const std::string& word) {
    return word.find(" and ") != std::string::npos || word.find(" or ") != std::string::npos;
  });
  std::string result;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) result += i + 1 < words.size() ? ", " : (is_compound ? ", " : " ") + std::string(conjunction) + " ";
    result += words[i];
  }
  return result;
}

bool names(const std::vector<std::string>& ids, std::string_view id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

}  // namespace socrates::base
