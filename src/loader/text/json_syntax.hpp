// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace socrates::loader {

/// What a JSON reader has just seen, and so what may follow.
enum class JsonState { at_start, array_opened, object_opened, key_read, value_in_array, value_in_object, at_end };

struct JsonProblem {
  std::size_t offset = 0;
  std::size_t length = 0;
  std::string message;
  std::string hint;
};

/// Past white space.
std::size_t skip_json_space(std::string_view text, std::size_t offset);

/// The end of the well-formed JSON token that starts at `offset`.
std::size_t json_token_end(std::string_view text, std::size_t offset);

/// Finds what is wrong in a text that is well-formed up to `offset`, where the reader is in `state`.
JsonProblem explain_json(std::string_view text, std::size_t offset, JsonState state);

}  // namespace socrates::loader
