// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "socrates/cli/command.hpp"

namespace socrates::cli {

/// `socrates rules diff`
Command rules_diff_command();

}  // namespace socrates::cli
