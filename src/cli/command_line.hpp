// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "socrates/base/diagnostic.hpp"

namespace CLI {
class App;
}

namespace socrates::cli {

/// The command line of the program, as far as these arguments can need it: the command that they begin with, or else
/// every command, as without arguments. Of nearly two hundred options a run needs some ten, and declaring them all
/// takes longer than deciding.
std::unique_ptr<CLI::App> make_program(const std::vector<std::string>& arguments = {});

/// What the arguments ask for; `app` belongs to the program, and is null when they are wrong.
struct Parsed {
  const CLI::App* app = nullptr;     ///< of the command, or of the program where none is named
  const Command* command = nullptr;  ///< null where only help or the version is asked for
  Given given;                       ///< to the command, its group and the program
  bool wants_help = false;
  bool wants_version = false;
};

/// Parses the arguments; everything wrong with them goes into `problems`.
Parsed parse(const CLI::App& program, const std::vector<std::string>& arguments, base::Diagnostics& problems);

}  // namespace socrates::cli
