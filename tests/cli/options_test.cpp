// SPDX-License-Identifier: Apache-2.0
#include "cli/options.hpp"

#include <CLI/CLI.hpp>  // the program that make_program returns is deleted here
#include <limits>

#include "catch.hpp"
#include "cli/command_line.hpp"

using namespace socrates;
using Arguments = std::vector<std::string>;

namespace {

struct Read {
  std::optional<cli::Options> options;
  base::Diagnostics problems;
};

Read read(const Arguments& arguments) {
  Read result;
  const auto program = cli::make_program();
  const cli::Parsed parsed = cli::parse(*program, arguments, result.problems);
  REQUIRE(parsed.command != nullptr);
  result.options = cli::read_options(parsed.given, parsed.command->forms, result.problems);
  return result;
}

}  // namespace

TEST_CASE("common options are read before and after the command") {
  using namespace std::chrono;
  const Read result = read({"--rules", "r", "--today=2027-03-31", "recommend", "a", "--format", "json", "--output", "o",
                            "--color", "never", "--quiet"});
  REQUIRE(result.options);
  CHECK(result.options->rules == "r");
  CHECK(result.options->today == year{2027} / March / 31);
  CHECK(result.options->format == "json");
  CHECK(result.options->output == "o");
  CHECK(result.options->color == cli::ColorMode::never);
  CHECK(result.options->quiet);
}

TEST_CASE("without options the rules are built in, the result is text and the day is a day") {
  const Read result = read({"recommend", "a"});
  REQUIRE(result.options);
  CHECK(result.options->rules.empty());
  CHECK(result.options->format == "text");
  CHECK(result.options->today.ok());
  CHECK(result.options->color == cli::ColorMode::automatic);
}

TEST_CASE("all bad values are reported") {
  const Read result = read({"recommend", "a", "--format", "yaml", "--today", "tomorrow", "--color", "blue"});
  CHECK_FALSE(result.options);
  CHECK(result.problems.count() == 3);
}

TEST_CASE("a format that other commands know may be none of this one") {
  CHECK_FALSE(read({"rules", "check", "--format", "ical"}).options);
  CHECK(read({"rules", "check", "--format", "json"}).options);
}

TEST_CASE("colour is forced, or off where nobody looks") {
  cli::Options options;
  options.color = cli::ColorMode::always;
  CHECK(cli::color_of_result(options) == render::Color::on);
  options.color = cli::ColorMode::automatic;
  options.output = "file";
  CHECK(cli::color_of_result(options) == render::Color::off);
}

TEST_CASE("a clock that stands in no year that can be named gives no day") {
  CHECK(cli::day_at(1'795'608'000) == base::parse_date("2026-11-25"));
  CHECK(cli::day_at(33'000'000'000) == std::nullopt);  // in 3015
  CHECK(cli::day_at(-2'300'000'000) == std::nullopt);  // in 1897
  CHECK(cli::day_at(std::numeric_limits<std::time_t>::max()) == std::nullopt);
}
