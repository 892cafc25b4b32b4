// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "socrates/cli/command.hpp"
#include "socrates/cli/inputs.hpp"

namespace socrates::cli {

/// `socrates recommend ANSWERS|- [--set ID=VALUE]...`
Command recommend_command();

/// The recommendation in the format asked for, and the exit status that goes with it.
Result recommendation(const Rules& rules, const Answered& answered, const Options& options);

}  // namespace socrates::cli
