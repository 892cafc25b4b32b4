// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "socrates/base/diagnostic.hpp"
#include "socrates/cli/exit_status.hpp"
#include "socrates/cli/options.hpp"

namespace CLI {
class App;
}

namespace socrates::cli {

/// What a command leaves behind. The text goes to standard output or to `--output`, once the command is through.
struct Result {
  ExitStatus status = ExitStatus::defect;
  std::string text;
  std::vector<std::string> notes;  ///< sentences for standard error, not shown under `--quiet`
};

/// One command of the program. A command returns nothing exactly when it could not run, and then has put the reason
/// into `problems`: the program prints them and ends with 2.
struct Command {
  std::string_view name;           ///< `recommend`; a command of a group with the group's name before it: `rules check`
  std::string_view summary;        ///< one line for the list of commands
  std::vector<Format> formats;     ///< the first is the default
  void (*declare)(CLI::App& app);  ///< adds the command's own arguments; the common options are there already
  std::optional<Result> (*run)(const CLI::App& app, const Options& options, base::Diagnostics& problems);
};

/// All commands, in the order of the help.
const std::vector<Command>& commands();

/// The last value given for an option or argument of the command, or empty.
std::string value_of(const CLI::App& app, const std::string& name);

/// All values given, in order.
std::vector<std::string> values_of(const CLI::App& app, const std::string& name);

bool is_given(const CLI::App& app, const std::string& name);

/// Reports a wrong use of the command line.
void add_usage_problem(base::Diagnostics& problems, std::string message, std::string hint = {});

}  // namespace socrates::cli
