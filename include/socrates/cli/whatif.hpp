// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "socrates/cli/command.hpp"

namespace socrates::cli {

/// `socrates whatif ANSWERS|- [--set ID=VALUE]... [--want DECISION=VALUE]`
Command whatif_command();

}  // namespace socrates::cli
