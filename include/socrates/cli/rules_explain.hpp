// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "socrates/cli/command.hpp"

namespace socrates::cli {

/// `socrates rules explain`
Command rules_explain_command();

}  // namespace socrates::cli
