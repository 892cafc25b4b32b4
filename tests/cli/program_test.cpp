// SPDX-License-Identifier: Apache-2.0
#include "socrates/cli/program.hpp"

#include <CLI/CLI.hpp>

#include "catch.hpp"
#include "socrates/cli/completion.hpp"
#include "socrates/cli/help.hpp"

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
  return cli::values_of(parsed.given, name);
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
      {{"recommend", "a", "b"}, {"'b' is one argument too many"}},
      {{"recommend", "a", "recommend"}, {"'recommend' is one argument too many"}},
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

TEST_CASE("completions know every command and every option") {
  const auto program = cli::make_program();
  const std::string bash = cli::bash_completion(*program);
  const std::string fish = cli::fish_completion(*program);
  CHECK(cli::zsh_completion(*program).ends_with(bash));
  for (const CLI::App* const app : program->get_subcommands([](const CLI::App*) { return true; })) {
    CHECK(bash.find("'/" + app->get_name() + "') command='" + app->get_name() + "'") != std::string::npos);
    CHECK(fish.find("-a " + app->get_name() + " ") != std::string::npos);
    for (const CLI::Option* const option : app->get_options())
      for (const std::string& name : option->get_lnames()) {
        CHECK(bash.find("--" + name) != std::string::npos);
        CHECK(fish.find("-l " + name + " ") != std::string::npos);
      }
  }
}
