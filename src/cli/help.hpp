// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace CLI {
class App;
}

namespace socrates::cli {

/// What `--help` prints for the program or a command.
std::string help_of(const CLI::App& app);

/// What `--version` prints: the program and the rules built into it.
std::string version_text();

}  // namespace socrates::cli
