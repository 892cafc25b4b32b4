// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "cli/command.hpp"

namespace socrates::cli {

/// What the last of the words may become, a candidate a line, as the scripts ask for it: `socrates __complete WORD...`.
/// Nothing where that is a file, or where no value is known.
std::string candidates(const std::vector<std::string>& words);

}  // namespace socrates::cli
