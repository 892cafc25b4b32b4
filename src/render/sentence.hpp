// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace socrates::render {

/// `a`, `a and b`, `a, b and c`; with a comma before the last where a part has an `and` of its own.
std::string listed(const std::vector<std::string>& words, std::string_view conjunction);

std::string joined(const std::vector<std::string>& texts, std::string_view separator);

/// The text with its first letter in upper case.
std::string capitalized(std::string text);

/// `"text"`.
std::string in_quotes(std::string_view text);

/// `1 question`, `2 questions`.
std::string counted(std::size_t count, std::string_view noun);

}  // namespace socrates::render
