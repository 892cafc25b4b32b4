// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace socrates::loader {

/// Two to four capital letters or digits, a letter first, a hyphen, and two or three digits: `AC-02`, `S1-03`. No
/// question has such an id.
bool is_control_id(std::string_view text);
inline constexpr std::string_view control_id_pattern = "^[A-Z][A-Z0-9]{1,3}-[0-9]{2,3}$";

}  // namespace socrates::loader
