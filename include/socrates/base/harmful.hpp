// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace socrates::base {

/// A terminal obeys the character at `offset` of a valid UTF-8 text, or people do not see it and it does nothing for
/// the characters beside it. A joiner inside a Persian word or a family of emoji is not harmful, the same joiner
/// between Latin letters is.
bool is_harmful_at(std::string_view text, std::size_t offset);

}  // namespace socrates::base
