// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace socrates::base {

/// The offset of the first byte that does not belong to a well-formed UTF-8 sequence (RFC 3629: no surrogates, no
/// overlong forms, nothing past U+10FFFF), or nothing.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

/// Reads the code point that starts at `offset` of a valid text and moves `offset` past it.
char32_t next_code_point(std::string_view text, std::size_t& offset);

/// Appends a code point, which is no surrogate.
void append_utf8(std::string& text, char32_t point);

}  // namespace socrates::base
