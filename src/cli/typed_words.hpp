// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.hpp"
#include "socrates/base/diagnostic.hpp"

namespace CLI {
class App;
}

namespace socrates::cli {

/// A word that fits nowhere, and the command before it.
struct Stray {
  std::string word;
  const CLI::App* app = nullptr;
};

/// What the words of a command line say.
struct Words {
  const CLI::App* app = nullptr;     ///< of the command that they name, or of the group or program where none is named
  const Command* command = nullptr;  ///< null for a group and for the program
  Given given = {};                  ///< values may still be empty, or be more than the option may have
  std::vector<Stray> options = {};   ///< unknown ones
  std::vector<Stray> words = {};     ///< neither commands nor arguments
  std::string awaits = {};           ///< the option at the end whose value is missing, else empty
  bool options_ended = false;        ///< by `--`
};

/// Reads them from the front. What is wrong with a flag or with the form of an option is a problem at once.
Words read_words(const CLI::App& program, const std::vector<std::string>& arguments, base::Diagnostics& problems);

/// The arguments and options of a command, the common ones included.
std::vector<Argument> arguments_of(const Command& command);

/// The same of a command, of a group or of the program itself.
std::vector<Argument> arguments_of(const CLI::App& app);

/// The names of the forms that a command has, or that some command of a group or of the program has.
std::vector<std::string_view> forms_of(const CLI::App& app);

const Command* find_command(const CLI::App& app);

/// Of this name, or null.
const Argument* find_argument(std::span<const Argument> arguments, std::string_view name);

/// The argument by position that the next word is a value of, or null.
const Argument* next_argument(const std::vector<Argument>& arguments, const Given& given);

/// `--set`, `-h`, `-5`; `-` alone is a word, for it stands for standard input.
bool is_option(std::string_view word);

/// `socrates rules check`
std::string name_of(const CLI::App& app);

std::vector<const CLI::App*> commands_below(const CLI::App& app);

}  // namespace socrates::cli
