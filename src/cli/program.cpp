// SPDX-License-Identifier: Apache-2.0
#include "socrates/cli/program.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <limits>
#include <set>
#include <utility>

#include "socrates/base/suggest.hpp"

namespace socrates::cli {
namespace {

constexpr const char* common_group = "Common options";

void declare(CLI::App& app, const Argument& argument, const std::string& group) {
  if (argument.value.empty()) {
    app.add_flag(argument.name)->description(argument.description)->group(group);
    return;
  }
  CLI::Option& option = *app.add_option(argument.name);
  option.type_name(argument.value)->description(argument.description)->group(group);
  if (argument.name.starts_with("--")) {
    option.allow_extra_args(false)->take_all();
  } else if (argument.times == Times::any) {
    option.expected(1, std::numeric_limits<int>::max())->allow_extra_args()->take_all();
  }
}

void declare_common(CLI::App& app, const std::vector<Format>& formats) {
  for (const Argument& option : common_options(formats)) declare(app, option, common_group);
  app.set_help_flag();  // a flag as any other, so that `--help=false` is off
  app.add_flag("--help,-h")->description("Print this help and end")->group(common_group);
}

std::string name_in_group(std::string_view name) { return std::string(name.substr(name.rfind(' ') + 1)); }

std::string_view summary_of_group(std::string_view group) {
  if (group == "rules") return "For authors of rules";
  if (group == "batch") return "For very many records, one a line";
  return {};
}

CLI::App& group_of(CLI::App& program, std::string_view name) {
  const std::size_t space = name.find(' ');
  if (space == std::string_view::npos) return program;
  const std::string group(name.substr(0, space));
  for (CLI::App* const known : program.get_subcommands([](const CLI::App*) { return true; }))
    if (known->get_name() == group) return *known;
  CLI::App& added = *program.add_subcommand(group, std::string(summary_of_group(group)));
  added.allow_extras()->require_subcommand(0, 1);
  declare_common(added, {Format::text, Format::json});
  return added;
}

void declare(CLI::App& program, const Command& command) {
  CLI::App& app =
      *group_of(program, command.name).add_subcommand(name_in_group(command.name), std::string(command.summary));
  app.allow_extras();
  for (const Argument& argument : command.arguments) declare(app, argument, "Options");
  declare_common(app, command.formats);
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
  for (const CLI::App* const command : app.get_subcommands([](const CLI::App*) { return true; }))
    names.push_back(command->get_name());
  return names;
}

std::vector<std::string> names_of_options(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* const option : app.get_options())
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  return names;
}

bool is_option(const std::string& word) { return word.size() > 1 && word.front() == '-'; }

std::string name_of(const CLI::App& app) {
  const CLI::App* const parent = app.get_parent();
  return parent == nullptr ? "socrates" : name_of(*parent) + " " + app.get_name();
}

std::string where_to_look(const CLI::App& app) { return "see '" + name_of(app) + " --help'"; }

std::string suggestion_or(const std::string& near, const CLI::App& app) {
  return near.empty() ? where_to_look(app) : "did you mean '" + near + "'?";
}

void report_option(const std::string& word, const CLI::App& app, base::Diagnostics& problems) {
  const std::string name = word.substr(0, word.find('='));
  const std::string near = base::nearest(name, names_of_options(app));
  add_usage_problem(problems, "unknown option '" + name + "'", suggestion_or(near, app));
}

void report_word(const std::string& word, const CLI::App& app, base::Diagnostics& problems) {
  const std::vector<std::string> names = names_of_subcommands(app);
  if (names.empty()) {
    add_usage_problem(problems, "'" + word + "' is one argument too many", where_to_look(app));
    return;
  }
  add_usage_problem(problems, "unknown command '" + word + "'", suggestion_or(base::nearest(word, names), app));
}

/// What the app could not make sense of. Behind an unknown option a word may be its value, so only a word before any
/// unknown option is reported. CLI11 counts the `--` that ends the options among the leftovers.
void report_leftovers(const CLI::App& app, base::Diagnostics& problems) {
  const std::vector<std::string> words = app.remaining(false);
  const auto end_of_options = std::find(words.begin(), words.end(), "--");
  const auto option = std::find_if(words.begin(), end_of_options, is_option);
  for (auto word = option; word != end_of_options; ++word)
    if (is_option(*word)) report_option(*word, app, problems);
  if (option != end_of_options) return;
  const auto first =
      words.begin() == end_of_options && end_of_options != words.end() ? end_of_options + 1 : words.begin();
  if (first != words.end()) report_word(*first, app, problems);
}

/// Whether some command has an option of this name, and whether that has a value: it means the same in every command.
enum class OptionKind { unknown, flag, with_value };

OptionKind kind_of(std::string_view name) {
  const auto kind_in = [&](const std::vector<Argument>& arguments) {
    for (const Argument& argument : arguments)
      if (argument.name == name) return argument.value.empty() ? OptionKind::flag : OptionKind::with_value;
    return OptionKind::unknown;
  };
  if (name == "--help") return OptionKind::flag;
  OptionKind kind = kind_in(common_options({Format::text}));
  for (const Command& command : commands())
    if (kind == OptionKind::unknown) kind = kind_in(command.arguments);
  return kind;
}

/// Arguments without values of flags, and the flags that are off.
struct Arguments {
  std::vector<std::string> words;
  std::set<std::string> off;
};

/// CLI11 counts `--strict=false` as given and takes the next argument for the value of `--name=`. So what follows a
/// flag's equals sign is read here, and CLI11 sees the name alone.
Arguments read_flags(const std::vector<std::string>& arguments, base::Diagnostics& problems) {
  Arguments result;
  std::set<std::string> on;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& word = arguments[i];
    if (word == "--") {
      result.words.insert(result.words.end(), arguments.begin() + static_cast<std::ptrdiff_t>(i), arguments.end());
      break;
    }
    const std::size_t equals = word.find('=');
    std::string name = word == "-h" ? "--help" : word.substr(0, equals);
    const OptionKind kind = name.starts_with("--") ? kind_of(name) : OptionKind::unknown;
    const std::string value = equals == std::string::npos ? "true" : word.substr(equals + 1);
    if (name.starts_with("--") && value.empty()) {
      add_usage_problem(problems, "option '" + name + "' has an empty value");
    } else if (kind == OptionKind::flag && value != "true" && value != "false") {
      add_usage_problem(problems, "option '" + name + "' cannot be '" + value + "'",
                        "it is on where it is given; " + name + "=false is off");
    } else if (kind == OptionKind::flag) {
      if ((value == "true" ? result.off : on).count(name) > 0)
        add_usage_problem(problems, "option '" + name + "' is given twice, once on and once off");
      (value == "true" ? on : result.off).insert(name);
    }
    result.words.push_back(kind == OptionKind::flag ? std::move(name) : word);
    const bool takes_next = kind == OptionKind::with_value && equals == std::string::npos;
    if (takes_next && i + 1 < arguments.size()) result.words.push_back(arguments[++i]);
  }
  return result;
}

/// The values of the command, its group and the program, in one place; what is said before the command comes first.
/// A flag that is off is not given.
Given given_to(const CLI::App& app, const std::set<std::string>& off) {
  Given given = app.get_parent() == nullptr ? Given() : given_to(*app.get_parent(), off);
  for (const CLI::Option* const option : app.get_options()) {
    if (option->count() == 0) continue;
    const std::string name = option->get_positional() ? option->get_name(true) : "--" + option->get_lnames().front();
    if (off.count(name) > 0) continue;
    std::vector<std::string>& values = given[name];
    if (option->get_items_expected_max() == 0) continue;
    for (const std::string& value : option->results()) values.push_back(value);
  }
  return given;
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

const CLI::App& innermost(const CLI::App& program) {
  const CLI::App* app = &program;
  for (auto below = app->get_subcommands(); !below.empty(); below = app->get_subcommands()) app = below.front();
  return *app;
}

const Command* find_command(const CLI::App& app) {
  for (const Command& command : commands())
    if (name_of(app) == "socrates " + std::string(command.name)) return &command;
  return nullptr;
}

/// What CLI11 itself refuses; with our way of declaring options that is little more than a value that is missing.
void report_parse_error(const CLI::ParseError& error, const CLI::App& app, const std::vector<std::string>& arguments,
                        base::Diagnostics& problems) {
  const CLI::Option* const last = arguments.empty() ? nullptr : app.get_option_no_throw(arguments.back());
  const bool needs_value = last != nullptr && last->get_items_expected_min() > 0;
  add_usage_problem(problems, needs_value ? "option '" + arguments.back() + "' needs a value" : error.what(),
                    where_to_look(app));
}

}  // namespace

std::unique_ptr<CLI::App> make_program(const std::vector<std::string>& arguments) {
  auto program = std::make_unique<CLI::App>("Tells which SOC report an organization needs, and why.", "socrates");
  program->allow_extras()->require_subcommand(0, 1);
  declare_common(*program, {Format::text, Format::json, Format::markdown});
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

Parsed parse(CLI::App& program, const std::vector<std::string>& arguments, base::Diagnostics& problems) {
  const std::size_t before = problems.count();
  const Arguments read = read_flags(arguments, problems);
  if (problems.count() != before) return {};
  try {
    program.parse(std::vector<std::string>(read.words.rbegin(), read.words.rend()));
  } catch (const CLI::ParseError& error) {
    report_parse_error(error, innermost(program), arguments, problems);
    return {};
  }
  Parsed parsed;
  parsed.app = &innermost(program);
  parsed.given = given_to(*parsed.app, read.off);
  parsed.wants_help = is_given(parsed.given, "--help");
  if (parsed.wants_help) return parsed;
  for (const CLI::App* app = parsed.app; app != nullptr; app = app->get_parent()) report_leftovers(*app, problems);
  parsed.command = find_command(*parsed.app);
  report_values(parsed.given, parsed.command, problems);
  if (problems.count() != before) return {};
  parsed.wants_version = is_given(parsed.given, "--version");
  if (parsed.wants_version || parsed.command != nullptr) return parsed;
  const std::vector<std::string> names = names_of_subcommands(*parsed.app);
  std::string list;
  for (const std::string& name : names) (list += list.empty() ? "" : ", ") += name;
  add_usage_problem(problems, "a command is missing: one of " + list, where_to_look(*parsed.app));
  return {};
}

}  // namespace socrates::cli
