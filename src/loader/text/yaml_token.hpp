// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace socrates::loader {

/// The bytes that the YAML token at `offset` takes on its first line; `value` is what the parser made of a scalar.
/// Quoted scalars include their quotes; of a block scalar it is the header (`|`, `>-`).
std::size_t yaml_token_length(std::string_view text, std::size_t offset, std::string_view value);

/// A quoted scalar begins at `offset` and its closing quote is missing.
bool is_unclosed_quote(std::string_view text, std::size_t offset);

/// The text at `offset` spells a null (`~`, `null`): an empty value has no token of its own.
bool is_written_null(std::string_view text, std::size_t offset);

}  // namespace socrates::loader
