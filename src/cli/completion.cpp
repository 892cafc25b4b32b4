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

/// What may follow an option; empty: anything, such as a file.
struct Choices {
  std::string_view option;
  std::string_view words;
};

constexpr Choices choices[] = {
    {"--format", "text json markdown"},
    {"--color", "auto always never"},
};

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
    words += fmt::format("    '{}') words='{}' options='{}' ;;\n", way, commands_below(app), options_of(app));
    for (const CLI::Option* const option : app.get_options())
      if (takes_value(*option) && !option->get_lnames().empty()) with_value.insert("--" + option->get_lnames().front());
  });
  std::string values;
  for (const Choices& choice : choices) with_value.erase(std::string(choice.option));
  for (const std::string& option : with_value) values += fmt::format("    {}) words= ;;\n", option);
  for (const Choices& choice : choices) values += fmt::format("    {}) words='{}' ;;\n", choice.option, choice.words);
  return fmt::format(
      R"(_socrates() {{
  local word=${{COMP_WORDS[COMP_CWORD]}} previous=${{COMP_WORDS[COMP_CWORD-1]}} command= words= options= i
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
  return "autoload -U +X bashcompinit && bashcompinit\n" + bash_completion(program);
}

std::string fish_completion(const CLI::App& program) {
  std::string text;
  each_command(program, "", [&](const std::string& way, const CLI::App& app) {
    const std::string last = way.substr(way.rfind(' ') + 1);
    const std::string here = way.empty() ? "__fish_use_subcommand" : "__fish_seen_subcommand_from " + last;
    for (const CLI::App* const command : commands_of(app))
      text += fmt::format("complete -c socrates -f -n {} -a {} -d {}\n", shell_word(here), command->get_name(),
                          shell_word(command->get_description()));
    for (const CLI::Option* const option : app.get_options()) {
      if (option->get_lnames().empty()) continue;
      const std::string& name = option->get_lnames().front();
      text += fmt::format("complete -c socrates -n {} -l {}", shell_word(here), name);
      if (takes_value(*option)) text += " -r";
      for (const Choices& choice : choices)
        if (choice.option == "--" + name) text += " -f -a " + shell_word(choice.words);
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
