// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "socrates/cli/command.hpp"

namespace socrates::cli {

/// `socrates rules schema KIND`
Command rules_schema_command();

}  // namespace socrates::cli
