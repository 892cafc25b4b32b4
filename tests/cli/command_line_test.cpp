// SPDX-License-Identifier: Apache-2.0
#include "cli/command_line.hpp"

#include <CLI/CLI.hpp>
#include <map>

#include "catch.hpp"
#include "cli/help.hpp"
#include "cli/typed_words.hpp"
#include "effort.hpp"
#include "socrates/base/codes.hpp"

using namespace socrates;
using Arguments = std::vector<std::string>;

namespace {

Arguments messages(CLI::App& program, const Arguments& arguments) {
  base::Diagnostics problems;
  const cli::Parsed parsed = cli::parse(program, arguments, problems);
  CHECK((parsed.app == nullptr) == !problems.empty());
  Arguments result;
  for (const base::Diagnostic& problem : problems.kept()) {
    CHECK(problem.code == base::Code::usage);
    result.push_back(problem.message + " | " + problem.hint);
  }
  return result;
}

/// The messages that the arguments give, the same whether all commands are declared or only what they can need.
Arguments messages(const Arguments& arguments) {
  Arguments result = messages(*cli::make_program(arguments), arguments);
  CHECK(result == messages(*cli::make_program(), arguments));
  for (std::string& message : result) message.resize(message.find(" | "));
  return result;
}

std::string command_of(const Arguments& arguments) {
  const auto program = cli::make_program(arguments);
  base::Diagnostics problems;
  const cli::Parsed parsed = cli::parse(*program, arguments, problems);
  return parsed.command == nullptr ? "" : std::string(parsed.command->name);
}

Arguments given(const Arguments& arguments, const std::string& name) {
  const auto program = cli::make_program(arguments);
  base::Diagnostics problems;
  const cli::Parsed parsed = cli::parse(*program, arguments, problems);
  REQUIRE(parsed.app != nullptr);
  return cli::values_of(parsed.given, {name, {}, {}});
}

}  // namespace

TEST_CASE("wrong arguments are named, all of them") {
  const struct {
    Arguments arguments;
    Arguments expected;
  } cases[] = {
      {{"recomend"}, {"unknown command 'recomend'"}},
      {{"recommend", "--fromat=json"}, {"unknown option '--fromat'"}},
      {{"recommend", "--fromat", "json", "a", "--colour"}, {"unknown option '--fromat'", "unknown option '--colour'"}},
      {{"ask", "a", "b"}, {"'b' is one argument too many"}},
      {{"ask", "a", "recommend"}, {"'recommend' is one argument too many"}},
      {{"recommend", "-x"}, {"unknown option '-x'"}},
      {{"recommend", "--set"}, {"option '--set' needs a value"}},
      {{"recommend", "--today="}, {"option '--today' has an empty value"}},
      {{"--today", "2026-11-22", "recommend", "a", "--today", "2026-11-23"},
       {"option '--today' is given more than once"}},
      {{"recommend", ""}, {"argument 'ANSWERS' has an empty value"}},
      {{"ask", "--save", "a", "--save", "b"}, {"option '--save' is given more than once"}},
      {{"rules", "chek"}, {"unknown command 'chek'"}},
      {{"rules check"}, {"unknown command 'rules check'"}},
  };
  for (const auto& c : cases) CHECK(messages(c.arguments) == c.expected);
}

TEST_CASE("a command is found in its group, with common options before and after it") {
  CHECK(command_of({"recommend", "a"}) == "recommend");
  CHECK(command_of({"--today", "2026-11-22", "recommend", "a", "--quiet"}) == "recommend");
  CHECK(command_of({"rules", "check"}) == "rules check");
}

TEST_CASE("a file may have the name of a command, or be standard input") {
  CHECK(given({"recommend", "recommend"}, "ANSWERS") == Arguments{"recommend"});
  CHECK(given({"recommend", "-"}, "ANSWERS") == Arguments{"-"});
  CHECK(given({"recommend", "--", "--odd"}, "ANSWERS") == Arguments{"--odd"});
}

TEST_CASE("an option that may be given again keeps every value as it is written") {
  CHECK(given({"recommend", "--set", "a=", "--set=b=c=d", "--set", "e=[1,2]", "f"}, "--set") ==
        Arguments{"a=", "b=c=d", "e=[1,2]"});
  CHECK(given({"recommend", "--set", "a=1", "f"}, "ANSWERS") == Arguments{"f"});
}

TEST_CASE("every flag of every command is on by =true, off by =false, and nothing else") {
  const Arguments neither{"0", "1", "no", "False", "TRUE", "banana", "{}", "[true]", "true ", "=false"};
  std::size_t count = 0;
  for (const cli::Command& command : cli::commands()) {
    const std::size_t space = command.name.find(' ');
    Arguments name{std::string(command.name.substr(0, space))};
    if (space != std::string_view::npos) name.emplace_back(command.name.substr(space + 1));
    for (const cli::Argument& argument : cli::arguments_of(command)) {
      if (!argument.value.empty()) continue;
      const std::string flag(argument.name);
      ++count;
      INFO(command.name << ' ' << flag);
      // After the command, and before it where every command has the flag.
      const bool is_common = flag == "--help" || flag == "--version" || flag == "--quiet";
      for (const bool before : {false, true}) {
        if (before && !is_common) continue;
        const auto with = [&](const Arguments& words) {
          Arguments arguments = before ? words : name;
          const Arguments& rest = before ? name : words;
          arguments.insert(arguments.end(), rest.begin(), rest.end());
          return arguments;
        };
        const auto is_on = [&](const Arguments& words) {
          const Arguments arguments = with(words);
          const auto program = cli::make_program(arguments);
          base::Diagnostics problems;
          const cli::Parsed parsed = cli::parse(*program, arguments, problems);
          CHECK(problems.empty());
          return cli::is_given(parsed.given, argument);
        };
        CHECK(is_on({flag}));
        CHECK(is_on({flag + "=true"}));
        CHECK(is_on({flag, flag + "=true"}));
        CHECK_FALSE(is_on({flag + "=false"}));
        CHECK_FALSE(is_on({flag + "=false", flag + "=false"}));
        for (const std::string& value : tests::share_of(neither))
          CHECK(messages(with({flag + "=" + value})) == Arguments{"option '" + flag + "' cannot be '" + value + "'"});
        CHECK(messages(with({flag + "="})) == Arguments{"option '" + flag + "' has an empty value"});
        for (const Arguments& twice : {Arguments{flag, flag + "=false"}, Arguments{flag + "=false", flag + "=true"}})
          CHECK(messages(with(twice)) == Arguments{"option '" + flag + "' is given twice, once on and once off"});
        const std::string shortened = flag.substr(0, flag.size() - 1);
        CHECK(messages(with({shortened + "=false"})) == Arguments{"unknown option '" + shortened + "'"});
      }
    }
  }
  CHECK(count > 3 * cli::commands().size());
}

TEST_CASE("an option has a value in every command that has it, or in none") {
  std::map<std::string_view, bool> has_value;
  for (const cli::Command& command : cli::commands())
    for (const cli::Argument& argument : command.arguments) {
      INFO(command.name << ' ' << argument.name);
      CHECK(has_value.emplace(argument.name, !argument.value.empty()).first->second == !argument.value.empty());
    }
}

TEST_CASE("every argument and every option of every command keeps a word as it is written") {
  const Arguments odd{"[a,b]", "[a]",  "[]",   "[",    "{}",    "{a}",     "%%",   "++",  "a,b",       "a b",
                      " ",     "=",    "=a",   ":=",   "a=b=c", "\"a b\"", "'a'",  "`a`", "//a",       "/a:b",
                      "\\n",   "a\nb", "\xff", "true", "false", "~",       "$(a)", "*",   "recommend", "rules",
                      "@file", "!a",   "#a",   "-",    "^",     "a\\",     "=--a", ";",   "\t"};
  const Arguments dashed{"--", "---", "--odd", "--odd=1", "--=a", "-5", "-x", "--help", "--explain=no", "-h"};
  std::size_t positions = 0;
  for (const cli::Command& command : cli::commands()) {
    const std::size_t space = command.name.find(' ');
    Arguments name{std::string(command.name.substr(0, space))};
    if (space != std::string_view::npos) name.emplace_back(command.name.substr(space + 1));
    const auto with = [&](const Arguments& words) {
      Arguments arguments = name;
      arguments.insert(arguments.end(), words.begin(), words.end());
      return arguments;
    };
    std::string first;
    for (const cli::Argument& argument : cli::arguments_of(command)) {
      if (argument.value.empty()) continue;
      const std::string option(argument.name);
      INFO(command.name << ' ' << argument.name);
      Arguments words = odd;
      words.insert(words.end(), dashed.begin(), dashed.end());
      if (option.starts_with("--")) {
        for (const std::string& word : tests::share_of(words)) {
          CHECK(given(with({option, word}), option) == Arguments{word});
          CHECK(given(with({option + "=" + word}), option) == Arguments{word});
        }
        continue;
      }
      if (!first.empty()) continue;
      first = option;
      ++positions;
      for (const std::string& word : odd) CHECK(given(with({word}), first) == Arguments{word});
      for (const std::string& word : words) CHECK(given(with({"--", word}), first) == Arguments{word});
      if (argument.times == cli::Times::any) CHECK(given(with(odd), first) == odd);
      for (const std::string& word : dashed)
        if (word != "--" && word != "-h" && word != "--help" && word != "--explain=no")
          CHECK(messages(with({word})) == Arguments{"unknown option '" + word.substr(0, word.find('=')) + "'"});
    }
  }
  CHECK(positions > cli::commands().size() / 2);
}

TEST_CASE("what looks like a flag is a value behind an option, and a file behind --") {
  CHECK(given({"recommend", "--set", "--explain=false", "a"}, "--set") == Arguments{"--explain=false"});
  CHECK(given({"recommend", "--", "--explain=no"}, "ANSWERS") == Arguments{"--explain=no"});
  CHECK(messages({"recommend", "a", "--strict=false"}) == Arguments{"unknown option '--strict'"});
}

TEST_CASE("help and version need no arguments and no command") {
  const auto program = cli::make_program();
  base::Diagnostics problems;
  CHECK(cli::parse(*program, {"recommend", "--help"}, problems).wants_help);
  CHECK(cli::parse(*cli::make_program(), {"--help"}, problems).wants_help);
  CHECK(cli::parse(*cli::make_program(), {"--version"}, problems).wants_version);
  CHECK(cli::parse(*cli::make_program(), {"rules", "check", "--version"}, problems).wants_version);
  CHECK(problems.empty());
}

TEST_CASE("every command has a summary, a default format where it has any, and help that fits the screen") {
  const auto program = cli::make_program();
  for (const cli::Command& command : cli::commands()) {
    INFO(command.name);
    CHECK_FALSE(command.summary.empty());
    CHECK(command.summary.back() != '.');
  }
  for (const CLI::App* const app : program->get_subcommands([](const CLI::App*) { return true; })) {
    const std::string help = cli::help_of(*app);
    std::size_t start = 0;
    for (std::size_t end = help.find('\n'); end != std::string::npos; end = help.find('\n', start)) {
      CHECK(render::width_of(help.substr(start, end - start)) <= render::line_width);
      start = end + 1;
    }
  }
}

TEST_CASE("a command that is declared alone has the help that it has beside the others") {
  const auto help_from = [](CLI::App& program, Arguments arguments) {
    arguments.emplace_back("--help");
    base::Diagnostics problems;
    return cli::help_of(*cli::parse(program, arguments, problems).app);
  };
  for (const cli::Command& command : cli::commands()) {
    const std::size_t space = command.name.find(' ');
    Arguments arguments{std::string(command.name.substr(0, space))};
    if (space != std::string_view::npos) arguments.emplace_back(command.name.substr(space + 1));
    CHECK(help_from(*cli::make_program(arguments), arguments) == help_from(*cli::make_program(), arguments));
  }
}

TEST_CASE("the name of a command in a group is two words: as one it names nothing, and the help is the program's") {
  base::Diagnostics problems;
  const Arguments arguments{"rules check", "--help"};
  const auto some = cli::make_program(arguments);
  const auto all = cli::make_program();
  CHECK(cli::help_of(*cli::parse(*some, arguments, problems).app) ==
        cli::help_of(*cli::parse(*all, arguments, problems).app));
}
