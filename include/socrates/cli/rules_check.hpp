// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "socrates/cli/command.hpp"

namespace socrates::cli {

/// `socrates rules check [DIR]`
Command rules_check_command();

}  // namespace socrates::cli
