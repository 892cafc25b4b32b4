// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "socrates/cli/command.hpp"

namespace socrates::cli {

/// `socrates rules test`
Command rules_test_command();

}  // namespace socrates::cli
