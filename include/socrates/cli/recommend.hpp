// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "socrates/cli/command.hpp"
#include "socrates/cli/inputs.hpp"

namespace socrates::cli {

/// `socrates recommend ANSWERS|- [--set ID=VALUE]... [--explain] [--record FILE]`
Command recommend_command();

enum class Explain { no, yes };

/// The recommendation in the format asked for, and the exit status that goes with it.
Result recommendation(const Rules& rules, const Answered& answered, const Options& options,
                      Explain explain = Explain::no);

}  // namespace socrates::cli
