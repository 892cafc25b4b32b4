// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "socrates/cli/command.hpp"

namespace CLI {
class App;
}

namespace socrates::cli {

/// `socrates completion bash|zsh|fish`
Command completion_command();

/// The scripts, made from the options that the program declares.
std::string bash_completion(const CLI::App& program);
std::string zsh_completion(const CLI::App& program);
std::string fish_completion(const CLI::App& program);

}  // namespace socrates::cli
