// SPDX-License-Identifier: Apache-2.0
#include "cli/command_line.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <utility>

#include "cli/typed_words.hpp"
#include "socrates/base/suggest.hpp"
#include "socrates/base/words.hpp"

namespace socrates::cli {
namespace {

constexpr const char* common_group = "Common options";

void declare(CLI::App& app, const Argument& argument, const std::string& group) {
  const std::string name(argument.name);
  CLI::Option* const option = argument.value.empty() ? app.add_flag(name == help_option.name ? name + ",-h" : name)
                                                     : app.add_option(name)->type_name(std::string(argument.value));
  option->description(std::string(argument.description))->group(group);
}

void declare_common(CLI::App& app) {
  app.set_help_flag();  // a flag as any other, so that `--help=false` is off
  const std::vector<std::string_view> forms = forms_of(app);
  for (const Argument& option : common_options) {
    if (option.name != format_option.name) {
      declare(app, option, common_group);
    } else if (!forms.empty()) {
      const std::string description = fmt::format("{}: {}", option.description, list_of(forms));
      declare(app, {option.name, option.value, description}, common_group);
    }
  }
}

std::string name_in_group(std::string_view name) { return std::string(name.substr(name.rfind(' ') + 1)); }

std::string_view summary_of_group(std::string_view group) {
  if (group == "rules") return "Check, test, compare and print rules";
  if (group == "batch") return "Process many records, one per line";
  return {};
}

CLI::App& group_of(CLI::App& program, std::string_view name) {
  const std::size_t space = name.find(' ');
  if (space == std::string_view::npos) return program;
  const std::string group(name.substr(0, space));
  for (CLI::App* const known : program.get_subcommands([](const CLI::App*) { return true; }))
    if (known->get_name() == group) return *known;
  CLI::App& added = *program.add_subcommand(group, std::string(summary_of_group(group)));
  declare_common(added);
  return added;
}

void declare(CLI::App& program, const Command& command) {
  CLI::App& app =
      *group_of(program, command.name).add_subcommand(name_in_group(command.name), std::string(command.summary));
  for (const Argument& argument : command.arguments) declare(app, argument, "Options");
  declare_common(app);
}

/// The command that the arguments begin with; none where they begin with anything else.
const Command* command_at_front(const std::vector<std::string>& arguments) {
  for (const Command& command : commands()) {
    const bool is_in_group = command.name.find(' ') != std::string_view::npos;
    if (arguments.size() < (is_in_group ? 2U : 1U)) continue;
    if (command.name == (is_in_group ? arguments[0] + " " + arguments[1] : arguments[0])) return &command;
  }
  return nullptr;
}

std::vector<std::string> names_of_subcommands(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* const command : commands_below(app)) names.push_back(command->get_name());
  return names;
}

std::vector<std::string> names_of_options(const CLI::App& app) {
  std::vector<std::string> names;
  for (const Argument& argument : arguments_of(app))
    if (is_option(argument.name)) names.emplace_back(argument.name);
  return names;
}

std::string where_to_look(const CLI::App& app) { return "see '" + name_of(app) + " --help'"; }

std::string suggestion_or(const std::string& near, const CLI::App& app) {
  return near.empty() ? where_to_look(app) : "did you mean '" + near + "'?";
}

void report_option(const Stray& stray, base::Diagnostics& problems) {
  const std::string name = stray.word.substr(0, stray.word.find('='));
  const std::string near = base::nearest(name, names_of_options(*stray.app));
  add_usage_problem(problems, "unknown option '" + name + "'", suggestion_or(near, *stray.app));
}

void report_word(const Stray& stray, base::Diagnostics& problems) {
  const std::vector<std::string> names = names_of_subcommands(*stray.app);
  if (names.empty())
    add_usage_problem(problems, "'" + stray.word + "' is one argument too many", where_to_look(*stray.app));
  else
    add_usage_problem(problems, "unknown command '" + stray.word + "'",
                      suggestion_or(base::nearest(stray.word, names), *stray.app));
}

/// Behind an unknown option a word may be its value, so a word is reported only where there is no such option.
void report_strays(const Words& words, base::Diagnostics& problems) {
  for (const Stray& option : words.options) report_option(option, problems);
  if (words.options.empty() && !words.words.empty()) report_word(words.words.front(), problems);
}

bool may_repeat(const Command* command, std::string_view name) {
  if (command == nullptr) return false;
  for (const Argument& argument : command->arguments)
    if (argument.name == name) return argument.times == Times::any;
  return false;
}

void report_values(const Given& given, const Command* command, base::Diagnostics& problems) {
  for (const auto& [name, values] : given) {
    const std::string what = (name.starts_with("--") ? "option '" : "argument '") + name + "'";
    if (values.size() > 1 && !may_repeat(command, name)) add_usage_problem(problems, what + " is given more than once");
    if (std::find(values.begin(), values.end(), "") != values.end())
      add_usage_problem(problems, what + " has an empty value");
  }
}

}  // namespace

std::unique_ptr<CLI::App> make_program(const std::vector<std::string>& arguments) {
  auto program = std::make_unique<CLI::App>("Finds out which SOC report an organization needs, and why.", "socrates");
  declare_common(*program);
  program->footer(
      "Exit status: 0 done, and the verdict, if any, is yes; 1 the verdict is no;\n"
      "2 could not run; 3 cannot tell yet; 70 a defect of the program; 130 interrupted.\n");
  if (const Command* const named = command_at_front(arguments)) {
    declare(*program, *named);
  } else {
    for (const Command& command : commands()) declare(*program, command);
  }
  return program;
}

Parsed parse(const CLI::App& program, const std::vector<std::string>& arguments, base::Diagnostics& problems) {
  const std::size_t before = problems.count();
  const Words words = read_words(program, arguments, problems);
  if (!words.awaits.empty())
    add_usage_problem(problems, "option '" + words.awaits + "' needs a value", where_to_look(*words.app));
  if (problems.count() != before) return {};
  Parsed parsed;
  parsed.app = words.app;
  parsed.given = words.given;
  parsed.wants_help = is_given(parsed.given, help_option);
  if (parsed.wants_help) return parsed;
  report_strays(words, problems);
  report_values(parsed.given, words.command, problems);
  if (problems.count() != before) return {};
  parsed.command = words.command;
  parsed.wants_version = is_given(parsed.given, version_option);
  if (parsed.wants_version || parsed.command != nullptr) return parsed;
  add_usage_problem(problems, "a command is missing: one of " + base::joined(names_of_subcommands(*parsed.app)),
                    where_to_look(*parsed.app));
  return {};
}

}  // namespace socrates::cli
