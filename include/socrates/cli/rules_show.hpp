// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "socrates/cli/command.hpp"

namespace socrates::cli {

/// `socrates rules show`
Command rules_show_command();

}  // namespace socrates::cli
