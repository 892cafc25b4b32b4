// SPDX-License-Identifier: Apache-2.0
#include "socrates/readiness/changes.hpp"

#include "catch.hpp"
#include "shipped.hpp"

using namespace socrates;
using model::ControlStatus;
using tests::shipped;

TEST_CASE("what moved is told control by control, and what holds up a step no longer or newly") {
  const loader::LoadedAnswers loaded = tests::example("readiness-type-2.json");
  const readiness::Scope scope = tests::scope_of(loaded.answers);
  const model::ControlAnswers& old_answers = loaded.controls;
  model::ControlAnswers now = old_answers;
  now[shipped().control("AC-02")] = {ControlStatus::missing, {}, {}};
  now[shipped().control("GV-06")].status = ControlStatus::in_place;
  now[shipped().control("AC-09")].status = ControlStatus::missing;
  const readiness::Changes changes =
      readiness::changes(tests::assess(scope, old_answers), old_answers, tests::assess(scope, now), now);
  REQUIRE(changes.reports.size() == 1);
  CHECK(changes.reports[0].opened == std::vector<std::size_t>{shipped().control("AC-02")});
  CHECK(changes.reports[0].closed.empty());
  CHECK(changes.reports[0].before.value_or(0) > changes.reports[0].after.value_or(100));
  REQUIRE(changes.better.size() == 1);
  CHECK(changes.better[0].control == shipped().control("GV-06"));
  REQUIRE(changes.worse.size() == 1);
  REQUIRE(changes.other.size() == 1);
  CHECK(changes.other[0].from == ControlStatus::not_applicable);
}

TEST_CASE("a report that comes into scope has no coverage before") {
  const loader::LoadedAnswers payroll = tests::example("readiness-both.json");
  const readiness::Scope nothing = tests::scope_of(tests::example("drone-maker.json").answers);
  const readiness::Scope both = tests::scope_of(payroll.answers);
  const readiness::Changes changes = readiness::changes(tests::assess(nothing, payroll.controls), payroll.controls,
                                                        tests::assess(both, payroll.controls), payroll.controls);
  REQUIRE(changes.reports.size() == 2);
  CHECK_FALSE(changes.reports[0].before);
  CHECK(changes.reports[0].after);
}
