// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.hpp"

namespace socrates::cli {

/// `socrates draft KIND [ANSWERS] [--reports FILE] [--report ID] [--signed DATE] ...`
Command draft_command();

}  // namespace socrates::cli
