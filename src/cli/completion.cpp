// SPDX-License-Identifier: Apache-2.0
#include "socrates/cli/completion.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <iterator>
#include <memory>
#include <set>
#include <string_view>
#include <vector>

#include "socrates/base/suggest.hpp"
#include "socrates/cli/program.hpp"

namespace socrates::cli {
namespace {

constexpr std::string_view colors = "auto always never";

constexpr std::string_view shells[] = {"bash", "zsh", "fish"};

std::vector<const CLI::App*> commands_of(const CLI::App& app) {
  return app.get_subcommands([](const CLI::App*) { return true; });
}

bool takes_value(const CLI::Option& option) { return option.get_items_expected_min() > 0; }

std::string spaced(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) (text += text.empty() ? "" : " ") += word;
  return text;
}

std::string commands_below(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* const command : commands_of(app)) names.push_back(command->get_name());
  return spaced(names);
}

std::string options_of(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* const option : app.get_options())
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  return spaced(names);
}

/// The forms that the command at the end of the way offers; none of a group and of the program.
std::string formats_of(std::string_view way) {
  std::vector<std::string> names;
  for (const Command& command : commands())
    if (command.name == way)
      for (const Format format : command.formats) names.emplace_back(name_of(format));
  return spaced(names);
}

/// The words that may follow an option or stand for the argument of a command; empty: anything, such as a file.
std::string words_after(std::string_view way, std::string_view option) {
  if (option == "--format") return formats_of(way);
  return std::string(option == "--color" ? colors : std::string_view());
}

/// The words below a command: its commands, or what its argument can be.
std::string words_below(std::string_view way, const CLI::App& app) {
  return way == "completion" ? spaced({std::begin(shells), std::end(shells)}) : commands_below(app);
}

/// The way to a command, `rules check`, and the command, from the program down.
template <typename Visit>
void each_command(const CLI::App& app, const std::string& way, Visit visit) {
  visit(way, app);
  for (const CLI::App* const command : commands_of(app))
    each_command(*command, way.empty() ? command->get_name() : way + " " + command->get_name(), visit);
}

/// In single quotes, as one word for a shell.
std::string shell_word(std::string_view text) {
  std::string result = "'";
  for (const char letter : text) result += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
  return result + "'";
}

/// Where the words of a command fit. A command may have the name of one in a group: `gate` and `batch gate`.
std::string fish_condition(const std::string& way, const std::string& groups) {
  if (way.empty()) return "__fish_use_subcommand";
  const std::string seen = "__fish_seen_subcommand_from";
  const std::size_t space = way.find(' ');
  if (space != std::string::npos)
    return fmt::format("{0} {1}; and {0} {2}", seen, way.substr(0, space), way.substr(space + 1));
  if ((groups + " ").find(" " + way + " ") != std::string::npos) return seen + " " + way;
  return fmt::format("{0} {1}; and not {0}{2}", seen, way, groups);
}

std::optional<Result> run_completion(const Given& given, const Options& /*options*/, base::Diagnostics& problems) {
  const std::string shell = value_of(given, "SHELL");
  const std::unique_ptr<CLI::App> made = make_program();
  const CLI::App& program = *made;
  if (shell == "bash") return Result{ExitStatus::done, bash_completion(program), {}};
  if (shell == "zsh") return Result{ExitStatus::done, zsh_completion(program), {}};
  if (shell == "fish") return Result{ExitStatus::done, fish_completion(program), {}};
  if (shell.empty()) {
    add_usage_problem(problems, "the shell is missing: one of bash, zsh, fish");
  } else {
    add_usage_problem(problems, "there are no completions for '" + shell + "'",
                      base::suggestion(shell, {std::begin(shells), std::end(shells)}));
  }
  return std::nullopt;
}

}  // namespace

std::string bash_completion(const CLI::App& program) {
  std::string ways;
  std::string words;
  std::set<std::string> with_value;
  each_command(program, "", [&](const std::string& way, const CLI::App& app) {
    for (const CLI::App* const command : commands_of(app))
      ways += fmt::format("      '{}/{}') command='{}' ;;\n", way, command->get_name(),
                          way.empty() ? command->get_name() : way + " " + command->get_name());
    words += fmt::format("    '{}') words='{}' options='{}' formats='{}' ;;\n", way, words_below(way, app),
                         options_of(app), formats_of(way));
    for (const CLI::Option* const option : app.get_options())
      if (takes_value(*option) && !option->get_lnames().empty()) with_value.insert("--" + option->get_lnames().front());
  });
  std::string values;
  with_value.erase("--format");
  with_value.erase("--color");
  for (const std::string& option : with_value) values += fmt::format("    {}) words= ;;\n", option);
  values += fmt::format("    --format) words=$formats ;;\n    --color) words='{}' ;;\n", colors);
  return fmt::format(
      R"(_socrates() {{
  local word=${{COMP_WORDS[COMP_CWORD]}} previous=${{COMP_WORDS[COMP_CWORD-1]}} command= words= options= formats= i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$command/${{COMP_WORDS[i]}}" in
{}    esac
  done
  case "$command" in
{}  esac
  if [[ $word == -* ]]; then words=$options; fi
  case "$previous" in
{}  esac
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}}
complete -o default -F _socrates socrates
)",
      ways, words, values);
}

std::string zsh_completion(const CLI::App& program) {
  return "#compdef socrates\nautoload -U +X bashcompinit && bashcompinit\n" + bash_completion(program);
}

std::string fish_completion(const CLI::App& program) {
  std::string text;
  std::string groups;
  for (const CLI::App* const command : commands_of(program))
    if (!commands_of(*command).empty()) groups += " " + command->get_name();
  each_command(program, "", [&](const std::string& way, const CLI::App& app) {
    const std::string here = fish_condition(way, groups);
    for (const CLI::App* const command : commands_of(app))
      text += fmt::format("complete -c socrates -f -n {} -a {} -d {}\n", shell_word(here), command->get_name(),
                          shell_word(command->get_description()));
    if (way == "completion")
      text += fmt::format("complete -c socrates -f -n {} -a {}\n", shell_word(here), shell_word(words_below(way, app)));
    for (const CLI::Option* const option : app.get_options()) {
      if (option->get_lnames().empty()) continue;
      const std::string& name = option->get_lnames().front();
      text += fmt::format("complete -c socrates -n {} -l {}", shell_word(here), name);
      if (takes_value(*option)) text += " -r";
      if (const std::string words = words_after(way, "--" + name); !words.empty())
        text += " -f -a " + shell_word(words);
      text += fmt::format(" -d {}\n", shell_word(option->get_description()));
    }
  });
  return text;
}

Command completion_command() {
  return {"completion",
          "Print a completion script for a shell",
          {},
          {{"SHELL", "bash|zsh|fish", "The shell to complete for"}},
          run_completion};
}

}  // namespace socrates::cli
