// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace socrates::base {

// Small words, the same in every message and in every report. Letters are those of ASCII; all others stay as they are.

/// Without those signs at its ends.
std::string_view trimmed(std::string_view text, std::string_view blanks = " \t\r\n");

std::string lower(std::string_view text);
std::string upper(std::string_view text);

/// The text with its first letter in upper case.
std::string capitalized(std::string text);

/// `processing integrity` of `processing_integrity`.
std::string plain_words(std::string_view id);

/// `"text"`.
std::string in_quotes(std::string_view text);

std::string joined(const std::vector<std::string>& texts, std::string_view separator = ", ");

/// `a`, `a and b`, `a, b and c`; with a comma before the last where a part has an `and` of its own.
std::string listed(const std::vector<std::string>& words, std::string_view conjunction);

/// `1 question`, `2 questions`.
template <class Count>
std::string counted(Count count, std::string_view noun) {
  return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

/// Whether the id is one of them.
bool names(const std::vector<std::string>& ids, std::string_view id);

}  // namespace socrates::base
