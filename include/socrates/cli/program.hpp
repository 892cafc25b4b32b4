// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "socrates/base/diagnostic.hpp"
#include "socrates/cli/command.hpp"

namespace CLI {
class App;
}

namespace socrates::cli {

/// Which commands have their options declared: only those that the arguments name, as soon as parsing comes to them, or
/// every one. Of nearly two hundred options a run needs some ten, and declaring them all takes longer than deciding.
enum class Declare { named, all };

/// The command line of the whole program: every command with its options.
std::unique_ptr<CLI::App> make_program(Declare options = Declare::named);

/// What the arguments ask for; `app` belongs to the program, and is null when they are wrong.
struct Parsed {
  const CLI::App* app = nullptr;     ///< of the command, or of the program where none is named
  const Command* command = nullptr;  ///< null where only help or the version is asked for
  Given given;                       ///< to the command, its group and the program
  bool wants_help = false;
  bool wants_version = false;
};

/// Parses the arguments; everything wrong with them goes into `problems`.
Parsed parse(CLI::App& program, const std::vector<std::string>& arguments, base::Diagnostics& problems);

}  // namespace socrates::cli
