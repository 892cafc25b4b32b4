// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/exit_status.hpp"

namespace socrates::cli {

/// Runs the program with its arguments, without its own name.
ExitStatus run(const std::vector<std::string>& arguments);

/// Tells the user that there is no memory, without needing any, and how the program ends then.
ExitStatus report_out_of_memory();

/// Tells the user that the program itself is at fault.
void report_defect(std::string_view what);

}  // namespace socrates::cli
