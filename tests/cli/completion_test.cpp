// SPDX-License-Identifier: Apache-2.0
#include "cli/completion.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <set>
#include <sstream>

#include "catch.hpp"
#include "cli/command_line.hpp"
#include "cli/typed_words.hpp"
#include "effort.hpp"

using namespace socrates;
using Words = std::vector<std::string>;

namespace {

Words words_of(const cli::Command& command) {
  std::istringstream name{std::string(command.name)};
  Words words;
  for (std::string word; name >> word;) words.push_back(word);
  return words;
}

/// The candidates after these words, without their descriptions.
Words offered(Words words, const Words& more) {
  words.insert(words.end(), more.begin(), more.end());
  std::istringstream lines(cli::candidates(words));
  Words result;
  for (std::string line; std::getline(lines, line);) result.push_back(line.substr(0, line.find('\t')));
  return result;
}

bool has(const Words& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool begins(const Words& words, const std::string& word) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& each) { return each.starts_with(word); });
}

/// What a command needs to run, beside the argument that is looked at.
cli::Given others(const cli::Command& command, std::string_view argument) {
  const std::string deals = std::string(SOCRATES_SOURCE_DIR) + "/examples/deals/";
  if (command.name == "gate") return {{"DEAL", {deals + "bank.json"}}, {"--reports", {deals + "reports.json"}}};
  if (argument != "--set" && cli::find_argument(command.arguments, "--set") != nullptr)
    return {{"--set", {"requested_type=null"}}};
  return {};
}

/// Runs without files of its own and at once, so that every form of it is written.
bool is_quick(const cli::Command& command) {
  const std::set<std::string_view> quick{"recommend", "whatif", "readiness", "plan", "gate", "rules explain"};
  return quick.contains(command.name);
}

bool accepts(const cli::Command& command, std::string_view name, const std::string& value) {
  base::Diagnostics problems;
  cli::Given given = others(command, name);
  if (value == "bridge-letter")  // needs a report in place of answers
    given = {{"--reports", {std::string(SOCRATES_SOURCE_DIR) + "/examples/deals/reports.json"}},
             {"--report", {"soc2-2026"}}};
  given["--today"] = {"2026-11-24"};
  given[std::string(name)] = {value};
  const std::optional<cli::Options> options = cli::read_options(given, command.forms, problems);
  const bool is_common = cli::find_argument(command.arguments, name) == nullptr;
  if (options && (!is_common || (name == cli::format_option.name && is_quick(command))))
    command.run(given, *options, problems);
  return problems.empty();
}

/// Numbers, dates, files and the like.
bool is_open(const cli::Argument& argument) {
  const std::set<std::string_view> open{"DIR",     "[DIR]",        "FILE",      "[FILE]...", "YYYY-MM-DD", "MM-DD",
                                        "N",       "COUNT",        "PERCENT",   "MONTHS",    "DATE",       "OLD",
                                        "NEW",     "ANSWERS...|-", "[ANSWERS]", "RECORD...", "[RECORDS]",  "DEAL...|-",
                                        "MINUTES", "OLD_ANSWERS",  "FROM/TO",   "REPORT"};
  return open.contains(argument.value);
}

}  // namespace

TEST_CASE("every argument with a closed set of values offers exactly what it accepts") {
  std::set<std::string_view> seen;
  for (const cli::Command& command : cli::commands()) {
    for (const cli::Argument& argument : cli::arguments_of(command)) {
      INFO(command.name << ' ' << argument.name);
      if (argument.value.empty()) continue;
      const bool is_form = argument.name == cli::format_option.name;
      REQUIRE(is_open(argument) == (argument.candidates == nullptr && !is_form));
      if (is_open(argument)) continue;
      if (!is_form && !seen.insert(argument.name).second) continue;
      const Words before = argument.name.starts_with("--") ? Words{std::string(argument.name)} : Words{};
      const auto after = [&](const std::string& word) {
        Words more = before;
        more.push_back(word);
        return offered(words_of(command), more);
      };
      Words values;
      for (const std::string& word : tests::share_of(after(""))) {
        const bool goes_on = word.ends_with('=');
        const Words longer = goes_on ? after(word) : Words{word.ends_with(':') ? word + "out" : word};
        values.insert(values.end(), longer.begin(), longer.end());
      }
      REQUIRE_FALSE(values.empty());
      for (const std::string& value : tests::share_of(values)) {
        INFO(value);
        CHECK(accepts(command, argument.name, value));
        if (value.ends_with("=null") || value.ends_with(":out")) continue;
        CHECK_FALSE(accepts(command, argument.name, value + "x"));
        const std::string shorter = value.substr(0, value.size() - 1);
        if (!has(values, shorter) && !shorter.ends_with('=')) CHECK_FALSE(accepts(command, argument.name, shorter));
      }
      CHECK_FALSE(accepts(command, argument.name, "neither-of-them"));
    }
  }
  CHECK(seen.size() >= 9);
}

TEST_CASE("completion knows every command and every option") {
  const auto program = cli::make_program();
  for (const cli::Command& command : cli::commands()) {
    Words words = words_of(command);
    INFO(command.name);
    const Words options = offered(words, {"-"});
    for (const cli::Argument& argument : cli::arguments_of(command))
      CHECK(has(options, std::string(argument.name)) == argument.name.starts_with("--"));
    const std::string last = words.back();
    words.pop_back();
    CHECK(has(offered(words, {""}), last));
    CHECK(offered(words, {last.substr(0, last.size() - 1)}).size() <= offered(words, {""}).size());
  }
}

TEST_CASE("completion goes by where the word stands") {
  CHECK(offered({}, {"r"}) == Words{"recommend", "readiness", "rules"});
  CHECK(offered({}, {"rules", "--format=j"}) == Words{"--format=json", "--format=junit"});
  CHECK(offered({}, {"batch", "--format", ""}) == Words{"json", "text", "markdown", "html", "csv"});
  CHECK(offered({}, {"gate", "--format", "c"}) == Words{"csv"});
  CHECK(offered({}, {"gate", "--summary", "--format", "g"}).empty());
  CHECK(offered({}, {"gate", "--summary", "--format", "c"}) == Words{"csv"});
  CHECK(offered({}, {"gate", "--summary", "--also", "c"}) == Words{"csv:"});
  CHECK(offered({}, {"gate", "--strict="}) == Words{"--strict=true", "--strict=false"});
  CHECK(offered({}, {"recommend", ""}).empty());
  CHECK(offered({}, {"recommend", "--", "--"}).empty());
  CHECK(offered({}, {"rules", "schema", "answers", ""}).empty());
  CHECK(offered({}, {"recommend", "--set", "customer_data=stores,t"}) == Words{"customer_data=stores,transmits"});
  CHECK(begins(offered({}, {"recommend", "--set", ""}), "offering="));
  CHECK_FALSE(begins(offered({}, {"recommend", "--set", "offering=", "--set", ""}), "offering="));
}

TEST_CASE("completion of wrong and hostile words offers nothing and says nothing") {
  for (const Words& words :
       {Words{}, Words{""}, Words{"nothing", "--set", ""}, Words{"recommend", "--rules", "/nowhere", "--set", ""},
        Words{"whatif", "--rules", "/dev/null", "--want", ""}, Words{"recommend", "--set", "$(a)="},
        Words{"recommend", "--set", "offering=;a,"}, Words{"recommend", "--nothing="}, Words{"a\nb", "\xff"},
        Words{"rules", "show", "a", "--rules", "b", "--decision", ""}, Words{"recommend", "--help=", "--format=", ""}})
    for (const std::string& word : offered(words, {})) {
      INFO(word);
      CHECK(word.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos);
    }
  CHECK(offered({}, {"recommend", "--rules", "/nowhere", "--set", ""}).empty());
  CHECK(offered({}, {"recommend", "--set", "offering=;a,"}).empty());
}
