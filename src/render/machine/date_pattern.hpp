// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace socrates::render {

/// YYYY-MM-DD of the years 1900 to 2999; which months have 31 days is for the program to say.
inline constexpr const char* date_pattern = "^(19|2[0-9])[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";

}  // namespace socrates::render
