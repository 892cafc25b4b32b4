// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "socrates/cli/command.hpp"

namespace socrates::cli {

/// `socrates verify RECORD...`
Command verify_command();

}  // namespace socrates::cli
