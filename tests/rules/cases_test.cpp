// SPDX-License-Identifier: Apache-2.0
// Cases from published guides and from what is known of real organizations. The files say how they are judged.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "catch.hpp"
#include "shipped.hpp"
#include "socrates/engine/outcome.hpp"
#include "socrates/loader/answers_loader.hpp"

using namespace socrates;
using nlohmann::json;
using test::today;

namespace {

class Judged {
 public:
  explicit Judged(const json& answers) {
    const base::Source source{"answers", answers.dump(1)};
    base::Diagnostics problems;
    const auto loaded = loader::load_answers(source, rules_, today, problems);
    for (const auto& problem : problems.kept()) UNSCOPED_INFO(problem.message);
    REQUIRE(loaded);
    const auto outcome = engine::evaluate(test::shipped(), loaded->answers);
    REQUIRE(outcome);
    outcome_ = *outcome;
  }

  [[nodiscard]] std::set<std::string> possible(const std::string& decision) const {
    return names(decision, of(decision).possible);
  }
  [[nodiscard]] std::set<std::string> surely(const std::string& decision) const {
    return names(decision, of(decision).surely);
  }

 private:
  [[nodiscard]] const engine::DecisionOutcome& of(const std::string& decision) const {
    return outcome_.decisions[model::find_decision(rules_, decision).value()];
  }
  [[nodiscard]] std::set<std::string> names(const std::string& decision, const std::vector<std::size_t>& values) const {
    std::set<std::string> names;
    for (const std::size_t value : values)
      names.insert(rules_.decisions[model::find_decision(rules_, decision).value()].values[value].id);
    return names;
  }

  const model::RuleSet& rules_ = test::shipped().rules;
  engine::Outcome outcome_;
};

bool is_advised(const std::string& level) { return level == "recommended" || level == "required"; }

std::string joined(const std::set<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += word + " ";
  return text;
}

void judge_level(const Judged& judged, const std::string& decision, bool expected) {
  const auto possible = judged.possible(decision);
  INFO(decision << " is " << joined(possible));
  if (expected)
    CHECK(std::all_of(possible.begin(), possible.end(), is_advised));
  else
    CHECK(std::none_of(possible.begin(), possible.end(), is_advised));
}

void judge_type(const Judged& judged, const std::string& expected) {
  bool some = false;
  for (const std::string report : {"soc1", "soc2"}) {
    const auto types = judged.possible(report + "_type");
    UNSCOPED_INFO(report << " is of " << joined(types));
    some = some || types == std::set<std::string>{expected};
  }
  CHECK(some);
}

void judge_open(const Judged& judged, const std::string& decision) {
  const auto possible = judged.possible(decision);
  INFO(decision << " is " << joined(possible) << "and should be open");
  CHECK(std::any_of(possible.begin(), possible.end(), is_advised));
  CHECK_FALSE(std::all_of(possible.begin(), possible.end(), is_advised));
}

void judge(const json& expected, const Judged& judged) {
  for (const char* report : {"soc1", "soc2", "soc3"})
    if (expected.contains(report)) judge_level(judged, report, expected[report].get<bool>());
  if (expected.contains("type")) judge_type(judged, expected["type"].get<std::string>());
  for (const json& decision : expected.value("open", json::array())) judge_open(judged, decision.get<std::string>());
  for (const json& category : expected.value("categories", json::array()))
    judge_level(judged, category.get<std::string>(), true);
  const json without = expected.value("without", json::object());
  for (const json& category : without.value("categories", json::array()))
    judge_level(judged, category.get<std::string>(), false);
  for (const char* set : {"beside_soc", "request_check"})
    for (const json& value : without.value(set, json::array())) {
      INFO(set << " holds " << joined(judged.surely(set)) << "and should not hold " << value);
      CHECK(judged.surely(set).count(value.get<std::string>()) == 0);
    }
  for (const char* set : {"beside_soc", "request_check", "instead"})
    for (const json& value : expected.value(set, json::array())) {
      INFO(set << " holds " << joined(judged.surely(set)) << "and should hold " << value);
      CHECK(judged.surely(set).count(value.get<std::string>()) == 1);
    }
}

}  // namespace

TEST_CASE("the shipped rules judge the collected cases as their sources do") {
  for (const auto& [file, least] :
       {std::pair{"tests/cases/guide-cases.json", 44}, std::pair{"tests/cases/portfolio-cases.json", 40},
        std::pair{"tests/cases/field-cases.json", 80}}) {
    const json cases = json::parse(test::project_file(file).text).at("cases");
    CHECK(cases.size() >= static_cast<std::size_t>(least));
    for (const json& entry : cases) {
      INFO(file << " " << entry.at("id") << ": " << entry.at("statement"));
      REQUIRE_FALSE(entry.at("expected").empty());
      if (!entry.contains("disputed")) judge(entry.at("expected"), Judged(entry.at("answers")));
    }
  }
}
