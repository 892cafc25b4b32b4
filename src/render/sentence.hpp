// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace socrates::render {

/// `a`, `a and b`, `a, b and c`.
std::string listed(const std::vector<std::string>& words, std::string_view conjunction);

/// The text with its first letter in upper case.
std::string capitalized(std::string text);

/// `1 question`, `2 questions`.
std::string counted(std::size_t count, std::string_view noun);

}  // namespace socrates::render
