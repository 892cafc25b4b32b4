// SPDX-License-Identifier: Apache-2.0
#include "render/sentence.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace socrates::render {

std::string listed(const std::vector<std::string>& words, std::string_view conjunction) {
  const bool is_compound = std::any_of(words.begin(), words.end(), [](const std::string& word) {
    return word.find(" and ") != std::string::npos || word.find(" or ") != std::string::npos;
  });
  std::string result;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) result += i + 1 < words.size() ? ", " : fmt::format("{} {} ", is_compound ? "," : "", conjunction);
    result += words[i];
  }
  return result;
}

std::string joined(const std::vector<std::string>& texts, std::string_view separator) {
  std::string result;
  for (std::size_t i = 0; i < texts.size(); ++i) (result += i == 0 ? std::string_view() : separator) += texts[i];
  return result;
}

std::string capitalized(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

std::string in_quotes(std::string_view text) { return "\"" + std::string(text) + "\""; }

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

}  // namespace socrates::render
