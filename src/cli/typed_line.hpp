// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cli/ask.hpp"
#include "cli/terminal.hpp"

namespace socrates::cli {

/// The line without what arrow and function keys send, and without other control characters.
std::string without_keys(std::string_view line);

/// Prompts until a line comes that can be read, and says of any other why it was not taken; or how the interview ends.
std::optional<Ending> read_typed(Terminal& terminal, std::string& text);

}  // namespace socrates::cli
