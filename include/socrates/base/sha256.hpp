// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace socrates::base {

/// The SHA-256 digest (FIPS 180-4) of the bytes of `text`, as 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view text);

}  // namespace socrates::base
