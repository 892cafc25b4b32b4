// SPDX-License-Identifier: Apache-2.0
#include "cli/inputs.hpp"

#include "catch.hpp"
#include "temporary_folder.hpp"

#include "socrates/base/codes.hpp"

using namespace socrates;
using cli::TemporaryFolder;

namespace {

const std::string shipped = std::string(SOCRATES_SOURCE_DIR) + "/rules";
constexpr base::Date day_of_reading{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{22}};

}  // namespace

TEST_CASE("the shipped rules read from their folder are those built in") {
  base::Diagnostics problems;
  const auto read = cli::read_rules(shipped, problems);
  const auto built_in = cli::read_rules("", problems);
  REQUIRE(problems.empty());
  CHECK(read->compiled().rules == built_in->compiled().rules);
  CHECK(read->criteria() == built_in->criteria());
  CHECK(read->objectives() == built_in->objectives());
  CHECK(read->controls() == built_in->controls());
}

TEST_CASE("a folder without rules, or none at all, is a problem") {
  const TemporaryFolder folder;
  for (const std::string& path : {folder.path(), folder / "missing"}) {
    base::Diagnostics problems;
    CHECK_FALSE(cli::read_rules(path, problems));
    CHECK(problems.count() == 1);
  }
}

TEST_CASE("settings go on top of the file") {
  const TemporaryFolder folder;
  base::Diagnostics problems;
  const auto rules = cli::read_rules("", problems);
  const std::string file = folder.write("a.json", R"({"enterprise_plans": true, "customers_outside_us": true})");
  const auto answered = cli::read_answers(file, {"enterprise_plans=null", "customers_outside_us=false"}, *rules,
                                          day_of_reading, problems);
  REQUIRE(answered);
  const model::RuleSet& set = rules->compiled().rules;
  CHECK(answered->answers[*model::find_question(set, "enterprise_plans")] == model::Answer(model::Unknown{}));
  CHECK(answered->answers[*model::find_question(set, "customers_outside_us")] == model::Answer(model::Choice{0}));
}

TEST_CASE("a question that is set twice, or once by its date, is a problem") {
  const auto rules = [] {
    base::Diagnostics none;
    return cli::read_rules("", none);
  }();
  for (const std::vector<std::string>& settings :
       {std::vector<std::string>{"enterprise_plans=true", "enterprise_plans=true"},
        std::vector<std::string>{"months_until_needed=5", "needed_by=2027-04-30"}}) {
    base::Diagnostics problems;
    CHECK_FALSE(cli::read_answers("", settings, *rules, day_of_reading, problems));
    CHECK(problems.count() == 1);
  }
}

TEST_CASE("problems of the file and of the settings are reported together") {
  const TemporaryFolder folder;
  base::Diagnostics problems;
  const auto rules = cli::read_rules("", problems);
  CHECK_FALSE(
      cli::read_answers(folder.write("a.json", R"({"nonsense": 1})"), {"more=1"}, *rules, day_of_reading, problems));
  CHECK(problems.count() == 2);
}

TEST_CASE("every contradiction is reported at the answer that needs another") {
  const TemporaryFolder folder;
  base::Diagnostics problems;
  const auto rules = cli::read_rules("", problems);
  const std::string text =
      R"({"customer_data": [], "data_kinds": ["confidential_business"], "personal_data_role": "processor"})";
  CHECK_FALSE(cli::read_answers(folder.write("a.json", text), {}, *rules, day_of_reading, problems));
  REQUIRE(problems.count() == 2);
  for (const base::Diagnostic& problem : problems.kept()) {
    CHECK(problem.code == base::Code::contradiction);
    CHECK(problem.at.line == 1);
  }
  CHECK(problems.kept()[0].path == "data_kinds");
  CHECK(problems.kept()[0].line.substr(problems.kept()[0].caret).starts_with("[\"confidential_business\"]"));
  CHECK(problems.kept()[1].path == "personal_data_role");
}
