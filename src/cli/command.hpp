// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/exit_status.hpp"
#include "cli/options.hpp"
#include "socrates/base/diagnostic.hpp"

namespace socrates::cli {

/// What a command leaves behind. The text goes to standard output or to `--output`, once the command is through.
struct Result {
  ExitStatus status = ExitStatus::defect;
  std::string text;
  std::vector<std::string> notes;             ///< sentences for standard error, not shown under `--quiet`
  std::vector<base::Diagnostic> errors = {};  ///< of single lines, for standard error, shown under `--quiet` too
  struct File {
    std::string path;
    std::string text;
  };
  std::vector<File> also = {};  ///< further forms of the result, written before it
};

/// One command of the program. A command returns nothing exactly when it could not run, and then has put the reason
/// into `problems`: the program prints them and ends with 2.
struct Command {
  std::string_view name;                ///< `recommend`; of a group with the group's name before it: `rules check`
  std::string_view summary;             ///< one line for the list of commands
  std::vector<std::string_view> forms;  ///< the names of those of its report; the first is the default
  std::vector<Argument> arguments;      ///< its own; the common options come on top
  std::optional<Result> (*run)(const Given& given, const Options& options, base::Diagnostics& problems);
  std::vector<std::string_view> (*forms_beside)(const Given& given) = nullptr;  ///< where what is given narrows them
};

/// All commands, in the order of the help.
const std::vector<Command>& commands();

}  // namespace socrates::cli
