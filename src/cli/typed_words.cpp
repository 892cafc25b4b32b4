// SPDX-License-Identifier: Apache-2.0
//
// CLI11 keeps the commands and options, from which help and completion are made, but does not read the words. It
// changes some: it splits `[a,b]` into two, ends a command at `++`, takes `-5` and `---x` for files, counts
// `--strict=false` as given, and takes the next word for the value of `--name=`. Here a value is what was written.

#include "cli/typed_words.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace socrates::cli {
namespace {

/// Whether an option of this name has a value in the commands that have it: it means the same in each.
bool has_value_elsewhere(std::string_view name) {
  for (const Command& command : commands())
    if (const Argument* const option = find_argument(command.arguments, name)) return !option->value.empty();
  const Argument* const option = find_argument(common_options, name);
  return option != nullptr && !option->value.empty();
}

class WordReader {
 public:
  WordReader(const CLI::App& program, base::Diagnostics& problems) : problems_(problems) { enter(program); }

  Words read(const std::vector<std::string>& arguments) {
    for (std::size_t i = 0; i < arguments.size(); ++i) {
      const std::string& word = arguments[i];
      const std::string* const next = i + 1 < arguments.size() ? &arguments[i + 1] : nullptr;
      if (words_.options_ended || !is_option(word))
        read_word(word);
      else if (word == "--")
        words_.options_ended = true;
      else if (read_option(word, next) == Next::is_its_value)
        ++i;
    }
    for (const std::string& flag : off_) words_.given.erase(flag);
    return std::move(words_);
  }

 private:
  enum class Next { is_its_value, stands_alone };

  void enter(const CLI::App& app) {
    words_.app = &app;
    words_.command = find_command(app);
    known_ = arguments_of(app);
  }

  void read_word(const std::string& word) {
    for (const CLI::App* const command : commands_below(*words_.app))
      if (command->get_name() == word) return enter(*command);
    if (const Argument* const argument = next_argument(known_, words_.given))
      words_.given[std::string(argument->name)].push_back(word);
    else
      words_.words.push_back({word, words_.app});
  }

  Next read_option(const std::string& word, const std::string* next) {
    const std::size_t equals = word.find('=');
    const std::string name = word.substr(0, equals) == "-h" ? std::string(help_option.name) : word.substr(0, equals);
    std::optional<std::string> value;
    if (equals != std::string::npos) value = word.substr(equals + 1);
    if (value && value->empty()) {
      add_usage_problem(problems_, "option '" + name + "' has an empty value");
      return Next::stands_alone;
    }
    const Argument* const option = find_argument(known_, name);
    if (option == nullptr) {
      words_.options.push_back({word, words_.app});
      return !value && next != nullptr && has_value_elsewhere(name) ? Next::is_its_value : Next::stands_alone;
    }
    if (option->value.empty()) {
      read_flag(name, value.value_or("true"));
      return Next::stands_alone;
    }
    if (!value && next == nullptr)
      words_.awaits = name;
    else
      words_.given[name].push_back(value ? *value : *next);
    return value ? Next::stands_alone : Next::is_its_value;
  }

  void read_flag(const std::string& name, const std::string& value) {
    if (value != "true" && value != "false") {
      add_usage_problem(problems_, "option '" + name + "' cannot be '" + value + "'",
                        "giving it turns it on; " + name + "=false is off");
      return;
    }
    if (value == "true" ? off_.contains(name) : words_.given.contains(name) && !off_.contains(name))
      add_usage_problem(problems_, "option '" + name + "' is given twice, once on and once off");
    words_.given[name];
    if (value == "false") off_.insert(name);
  }

  base::Diagnostics& problems_;
  Words words_;
  std::vector<Argument> known_;  ///< at the command that was named last
  std::set<std::string> off_;
};

}  // namespace

Words read_words(const CLI::App& program, const std::vector<std::string>& arguments, base::Diagnostics& problems) {
  return WordReader(program, problems).read(arguments);
}

std::vector<Argument> arguments_of(const Command& command) {
  std::vector<Argument> all = command.arguments;
  for (const Argument& option : common_options)
    if (!command.forms.empty() || option.name != format_option.name) all.push_back(option);
  return all;
}

std::vector<Argument> arguments_of(const CLI::App& app) {
  const Command* const command = find_command(app);
  return command != nullptr ? arguments_of(*command)
                            : std::vector<Argument>(std::begin(common_options), std::end(common_options));
}

std::vector<std::string_view> forms_of(const CLI::App& app) {
  if (const Command* const command = find_command(app)) return command->forms;
  const std::string above = name_of(app) + " ";
  std::vector<std::string_view> forms;
  for (const Command& command : commands()) {
    if (!("socrates " + std::string(command.name)).starts_with(above)) continue;
    for (const std::string_view form : command.forms)
      if (std::find(forms.begin(), forms.end(), form) == forms.end()) forms.push_back(form);
  }
  return forms;
}

const Command* find_command(const CLI::App& app) {
  for (const Command& command : commands())
    if (name_of(app) == "socrates " + std::string(command.name)) return &command;
  return nullptr;
}

const Argument* find_argument(std::span<const Argument> arguments, std::string_view name) {
  const auto found =
      std::find_if(arguments.begin(), arguments.end(), [&](const Argument& a) { return a.name == name; });
  return found == arguments.end() ? nullptr : &*found;
}

const Argument* next_argument(const std::vector<Argument>& arguments, const Given& given) {
  for (const Argument& argument : arguments)
    if (!is_option(argument.name) && (argument.times == Times::any || !is_given(given, argument))) return &argument;
  return nullptr;
}

bool is_option(std::string_view word) { return word.size() > 1 && word.front() == '-'; }

std::string name_of(const CLI::App& app) {
  const CLI::App* const parent = app.get_parent();
  return parent == nullptr ? "socrates" : name_of(*parent) + " " + app.get_name();
}

std::vector<const CLI::App*> commands_below(const CLI::App& app) {
  return app.get_subcommands([](const CLI::App*) { return true; });
}

}  // namespace socrates::cli
