// SPDX-License-Identifier: Apache-2.0
//
// The scripts know nothing of the program: they ask it. `socrates __complete WORD...` takes the words before the
// cursor, the one under it last and perhaps empty, and prints what that word may become, a candidate a line, with a
// description behind a tab where there is one. Where nothing is printed the shells complete files. It reads rules at
// most, says nothing about what is wrong and writes no file, for a key is no command. A candidate is put on the line
// as it stands, so only what no shell takes for more than letters is one.

#include "cli/completion.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iterator>
#include <string_view>

#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/run_files.hpp"
#include "cli/typed_words.hpp"
#include "socrates/base/suggest.hpp"

namespace socrates::cli {
namespace {

// A result for bash ends the word where bash has begun its own: behind the last `=` or `:`, unless it is in quotes.
constexpr std::string_view bash_script = R"(_socrates() {
  local rest=${COMP_LINE:0:COMP_POINT} word blank breaks= prefix= line i
  local -a words=()
  for ((i = 0; i <= COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    blank=${rest%%[![:space:]]*}
    rest=${rest#"$blank"}
    if [[ $rest != "$word"* ]]; then word=$rest; fi
    rest=${rest#"$word"}
    if [[ -n $blank || $i -eq 0 ]]; then words+=("$word"); else words[${#words[@]}-1]+=$word; fi
  done
  word=${words[${#words[@]}-1]}
  if [[ $COMP_WORDBREAKS == *:* ]]; then breaks+=:; fi
  if [[ $COMP_WORDBREAKS == *=* ]]; then breaks+==; fi
  if [[ -n $breaks && $word != [\"\']* ]]; then prefix=${word%"${word##*[$breaks]}"}; fi
  words=("${words[@]//[\"\'\\]/}")
  COMPREPLY=()
  while IFS= read -r line; do
    line=${line%%$'\t'*}
    COMPREPLY+=("${line#"$prefix"}")
    case $line in *[=:]) compopt -o nospace 2>/dev/null ;; esac
  done < <(command socrates __complete "${words[@]:1}" 2>/dev/null)
}
complete -o default -F _socrates socrates
)";

// The file is the body of the function when zsh loads it, so at the first key it has to call what it defines.
constexpr std::string_view zsh_script = R"(#compdef socrates
_socrates() {
  local -a lines open closed
  local line
  lines=("${(@f)$(command socrates __complete "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}")
  for line in "${lines[@]%%$'\t'*}"; do
    case $line in
      '') ;;
      *[=:]) open+=("$line") ;;
      *) closed+=("$line") ;;
    esac
  done
  if (( $#open + $#closed )); then
    compadd -S '' -a open
    compadd -a closed
  else
    compset -P '--*='
    _files
  fi
}
if [[ $funcstack[1] == _socrates ]]; then
  _socrates "$@"
else
  compdef _socrates socrates
fi
)";

constexpr std::string_view fish_script = R"(function __socrates_complete
  set -l words (commandline -opc)
  set -l word (commandline -ct)
  set -l candidates (command socrates __complete $words[2..-1] "$word" 2>/dev/null)
  if test (count $candidates) -gt 0
    printf '%s\n' $candidates
  else if string match -qr -- '^--[^=]*=' "$word"
    set -l parts (string split -m 1 -- = "$word")
    for path in (__fish_complete_path "$parts[2]")
      printf '%s=%s\n' "$parts[1]" "$path"
    end
  else
    __fish_complete_path "$word"
  end
end
complete -c socrates -f -a '(__socrates_complete)'
)";

struct Shell {
  std::string_view name;
  std::string_view script;
};

constexpr Shell shells[] = {{"bash", bash_script}, {"zsh", zsh_script}, {"fish", fish_script}};

std::vector<std::string> names_of_shells() {
  std::vector<std::string> names;
  for (const Shell& shell : shells) names.emplace_back(shell.name);
  return names;
}

constexpr Argument shell_argument{"SHELL", "bash|zsh|fish", "The shell to complete for", Times::once,
                                  [](const Given& /*given*/, std::string_view /*word*/) { return names_of_shells(); }};

std::optional<Result> run_completion(const Given& given, const Options& /*options*/, base::Diagnostics& problems) {
  const std::string name = value_of(given, shell_argument);
  for (const Shell& shell : shells)
    if (shell.name == name) return Result{ExitStatus::done, std::string(shell.script), {}};
  if (name.empty())
    add_usage_problem(problems, "the shell is missing: one of bash, zsh, fish");
  else
    add_usage_problem(problems, "there are no completions for '" + name + "'",
                      base::suggestion(name, names_of_shells()));
  return std::nullopt;
}

bool is_plain(std::string_view word) {
  constexpr std::string_view marks = "_-.,:=/+@";
  return std::all_of(word.begin(), word.end(), [&](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           marks.find(c) != std::string_view::npos;
  });
}

/// The forms that the command has, with what is given to it.
std::vector<std::string_view> forms_beside(const Words& said) {
  const Command* const command = said.command;
  return command != nullptr && command->forms_beside != nullptr ? command->forms_beside(said.given)
                                                                : forms_of(*said.app);
}

/// Gathers what begins as the word does.
class CandidateList {
 public:
  explicit CandidateList(std::string_view word) : word_(word) {}

  void add(const std::string& candidate, std::string_view description = {}) {
    if (!candidate.starts_with(word_) || !is_plain(candidate)) return;
    text_ += candidate;
    if (!description.empty()) (text_ += '\t') += description;
    text_ += '\n';
  }

  void add_values(const Argument& argument, const Words& said, const std::string& before = {}) {
    const std::string_view value = word_.substr(before.size());
    if (argument.value.empty())
      for (const char* const setting : {"true", "false"}) add(before + setting);
    else if (argument.name == format_option.name)
      for (const std::string_view form : forms_beside(said)) add(before + std::string(form));
    else if (argument.candidates != nullptr)
      for (const std::string& candidate : argument.candidates(said.given, value)) add(before + candidate);
  }

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string_view word_;
  std::string text_;
};

}  // namespace

std::string candidates(const std::vector<std::string>& words) {
  const std::string word = words.empty() ? "" : words.back();
  const std::vector<std::string> before(words.begin(), words.empty() ? words.end() : std::prev(words.end()));
  const auto program = make_program();
  base::Diagnostics ignored;
  const Words said = read_words(*program, before, ignored);
  const RunFiles files(said.given);
  const std::vector<Argument> arguments = arguments_of(*said.app);
  CandidateList list(word);
  const std::size_t equals = word.find('=');
  if (!said.awaits.empty()) {
    list.add_values(*find_argument(arguments, said.awaits), said);
  } else if (!said.options_ended && word.starts_with("--") && equals != std::string::npos) {
    if (const Argument* const option = find_argument(arguments, word.substr(0, equals)))
      list.add_values(*option, said, word.substr(0, equals + 1));
  } else if (!said.options_ended && word.starts_with('-')) {
    for (const Argument& argument : arguments)
      if (is_option(argument.name)) list.add(std::string(argument.name), argument.description);
  } else {
    for (const CLI::App* const command : commands_below(*said.app))
      list.add(command->get_name(), command->get_description());
    if (const Argument* const argument = next_argument(arguments, said.given)) list.add_values(*argument, said);
  }
  return list.text();
}

Command completion_command() {
  return {"completion", "Print a completion script for a shell", {}, {shell_argument}, run_completion};
}

}  // namespace socrates::cli
