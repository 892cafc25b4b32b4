// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "catch.hpp"
#include "shipped.hpp"
#include "socrates/readiness/assessment.hpp"

using namespace socrates;
using model::ControlStatus;
using readiness::Certainty;
using tests::shipped;

namespace {

readiness::Readiness of_example(const std::string& name) {
  const loader::LoadedAnswers loaded = tests::example(name);
  return tests::assess(tests::scope_of(loaded.answers), loaded.controls);
}

}  // namespace

TEST_CASE("controls in scope are either in place, out of the question, or gaps") {
  for (const char* name :
       {"readiness-start.json", "readiness-type-1.json", "readiness-type-2.json", "readiness-both.json"}) {
    CAPTURE(name);
    const loader::LoadedAnswers loaded = tests::example(name);
    const readiness::Scope scope = tests::scope_of(loaded.answers);
    const readiness::Readiness readiness = tests::assess(scope, loaded.controls);
    std::size_t gaps = 0;
    std::size_t left_out = 0;
    for (std::size_t i = 0; i < scope.controls.size(); ++i) {
      if (readiness::certainty_of(scope.controls[i]) == Certainty::out) continue;
      const ControlStatus status = loaded.controls[i].status;
      if (status == ControlStatus::not_applicable) ++left_out;
      if (status != ControlStatus::not_applicable && status != ControlStatus::in_place) ++gaps;
    }
    CHECK(readiness.gaps.size() == gaps);
    CHECK(readiness.work.gaps == gaps);
    CHECK(readiness.left_out.size() == left_out);
    for (const readiness::ReportReadiness& report : readiness.reports) {
      const readiness::StatusCounts& counts = report.coverage.counts;
      CHECK(static_cast<std::size_t>(counts.in_place + counts.partial + counts.designed + counts.missing +
                                     counts.unknown + counts.not_applicable) == report.controls.size());
      CHECK(report.bounds.least <= percent(report.coverage).value_or(100));
      CHECK(report.bounds.most >= percent(report.coverage).value_or(0));
    }
  }
}

TEST_CASE("the examples stand where their names say") {
  const auto start = of_example("readiness-start.json").reports;
  REQUIRE(start.size() == 1);
  CHECK(start[0].type_1.open.size() > 5);
  CHECK(percent(start[0].coverage).value_or(100) < 35);
  CHECK(start[0].without.open.size() + start[0].without.possible.size() > 20);

  const auto type_1 = of_example("readiness-type-1.json").reports;
  REQUIRE(type_1.size() == 1);
  CHECK(type_1[0].type_1 == readiness::Blockers{});
  CHECK_FALSE(type_1[0].type_2_window.open.empty());
  CHECK(type_1[0].due.size() > 3);
  CHECK_FALSE(type_1[0].window.since);

  const auto type_2 = of_example("readiness-type-2.json").reports;
  REQUIRE(type_2.size() == 1);
  CHECK(type_2[0].type_2_window == readiness::Blockers{});
  REQUIRE(type_2[0].window.since);
  CHECK(base::to_text(*type_2[0].window.since) == "2026-05-01");
  CHECK(type_2[0].window.months_operated == 6);
  CHECK(type_2[0].window.undated == 0);
  CHECK(type_2[0].window.weeks == model::Weeks{});

  const readiness::Readiness both = of_example("readiness-both.json");
  REQUIRE(both.reports.size() == 2);
  CHECK(both.reports[0].examination == model::Examination::soc1);
  CHECK(both.shared.controls > 20);
  CHECK(both.shared.work.gaps < both.work.gaps);
}

TEST_CASE("work that two reports share is counted once") {
  const loader::LoadedAnswers both = tests::example("readiness-both.json");
  readiness::Scope scope = tests::scope_of(both.answers);
  const readiness::Readiness together = tests::assess(scope, both.controls);
  const auto alone = [&](model::Examination examination) {
    readiness::Scope one = scope;
    for (readiness::ByExamination& control : one.controls)
      for (const model::Examination other : model::examinations)
        if (other != examination) control[readiness::index_of(other)] = Certainty::out;
    return tests::assess(one, both.controls).work.weeks.likely;
  };
  CHECK(together.work.weeks.likely ==
        alone(model::Examination::soc1) + alone(model::Examination::soc2) - together.shared.work.weeks.likely);
}

TEST_CASE("the weeks until a step are the longest way through what it waits for") {
  const loader::LoadedAnswers saas = tests::example("saas.json");
  model::ControlAnswers controls = saas.controls;
  for (model::ControlAnswer& control : controls) control.status = ControlStatus::in_place;
  controls[shipped().control("AC-01")].status = ControlStatus::missing;
  controls[shipped().control("AC-04")].status = ControlStatus::missing;
  const readiness::Readiness readiness = tests::assess(tests::scope_of(saas.answers), controls);
  REQUIRE(readiness.reports.size() == 1);
  const auto weeks = [&](const char* id) { return shipped().controls.controls[shipped().control(id)].weeks.likely; };
  CHECK(readiness.reports[0].window.weeks.likely == weeks("AC-01") + weeks("AC-04"));
  CHECK(readiness.reports[0].weeks_to_type_1.likely == 0);
  REQUIRE(readiness.gaps.size() == 2);
  CHECK(readiness.gaps[0].control == "AC-01");
  CHECK(readiness.gaps[1].depends_on == std::vector<std::string>{"AC-01"});
}

TEST_CASE("a control that operates without a date counts from today") {
  const loader::LoadedAnswers loaded = tests::example("readiness-type-2.json");
  model::ControlAnswers controls = loaded.controls;
  controls[shipped().control("AC-02")].since.reset();
  const auto reports = tests::assess(tests::scope_of(loaded.answers), controls).reports;
  CHECK(reports[0].window.since == tests::today);
  CHECK(reports[0].window.undated == 1);
  CHECK(reports[0].window.months_operated == 0);
}
