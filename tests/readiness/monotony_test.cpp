// SPDX-License-Identifier: Apache-2.0
// Improving a control never makes anything worse, and making one unknown never makes anything better: on random answers
// to the questions and about the controls, every change of one control is compared with what was before.
#include <algorithm>
#include <array>
#include <set>

#include "catch.hpp"
#include "shipped.hpp"
#include "socrates/readiness/verdict.hpp"
#include "worlds/draw.hpp"
#include "worlds/random_answers.hpp"

using namespace socrates;
using model::ControlStatus;
using readiness::ReportReadiness;
using tests::shipped;

namespace {

constexpr std::array<ControlStatus, 4> ladder = {ControlStatus::missing, ControlStatus::designed,
                                                 ControlStatus::partial, ControlStatus::in_place};

model::ControlAnswers random_controls(worlds::Draw& draw) {
  model::ControlAnswers controls(shipped().controls.controls.size());
  const unsigned good = 10 + 10 * static_cast<unsigned>(draw.below(9));
  for (model::ControlAnswer& control : controls) {
    control.status = draw.chance(good) ? ControlStatus::in_place : static_cast<ControlStatus>(draw.below(6));
    if (model::is_operating(control.status) && draw.chance(50))
      control.since = base::add_months(tests::today, -draw.between(0, 20));
  }
  return controls;
}

template <class List>
auto all_of(const List& blockers) {
  std::set all(blockers.open.begin(), blockers.open.end());
  all.insert(blockers.possible.begin(), blockers.possible.end());
  return all;
}

template <class Element>
bool is_subset(const std::set<Element>& a, const std::set<Element>& b) {
  return std::includes(b.begin(), b.end(), a.begin(), a.end());
}

bool no_later(const model::Weeks& a, const model::Weeks& b) {
  return a.least <= b.least && a.likely <= b.likely && a.most <= b.most;
}

readiness::Answer ready(const ReportReadiness& report, std::string_view decision) {
  return readiness::answer_of(shipped().verdicts, readiness::judge(shipped().verdicts, report, 0), decision,
                              report.certainty);
}

/// `better` is as good as `worse` in every respect.
void check_no_worse(const ReportReadiness& worse, const ReportReadiness& better) {
  REQUIRE(percent(worse.coverage).value_or(100) <= percent(better.coverage).value_or(100));
  REQUIRE(worse.bounds.least <= better.bounds.least);
  REQUIRE(is_subset(all_of(better.type_1), all_of(worse.type_1)));
  REQUIRE(is_subset(all_of(better.type_2_window), all_of(worse.type_2_window)));
  REQUIRE(no_later(better.weeks_to_type_1, worse.weeks_to_type_1));
  REQUIRE(no_later(better.window.weeks, worse.window.weeks));
  REQUIRE(is_subset(all_of(better.without), all_of(worse.without)));
  REQUIRE(worse.parts.size() == better.parts.size());
  for (std::size_t p = 0; p < worse.parts.size(); ++p)
    REQUIRE(percent(worse.parts[p].coverage).value_or(100) <= percent(better.parts[p].coverage).value_or(100));
  for (const std::string_view decision : {readiness::type_1_decision, readiness::window_decision})
    if (ready(worse, decision) == readiness::Answer::yes) REQUIRE(ready(better, decision) == readiness::Answer::yes);
}

readiness::Scope random_scope(worlds::Draw& draw) {
  const std::vector<const char*> names = {"saas.json", "payroll-processor.json", "fintech-both.json",
                                          "data-centre-financial.json", "consumer-app.json"};
  for (;;) {
    model::Answers answers = draw.chance(50) ? tests::example(draw.one_of(names)).answers
                                             : worlds::random_answers(shipped().selection.rules, draw);
    for (model::Answer& answer : answers)
      if (draw.chance(5)) answer = model::Unknown{};
    const auto outcome = engine::evaluate(shipped().selection, answers);
    if (outcome) return readiness::scope_of(shipped().selection.rules, answers, *outcome, shipped().catalogue());
  }
}

}  // namespace

TEST_CASE("a better control makes nothing worse, and an unknown one makes nothing better") {
  worlds::Draw draw(2026);
  std::size_t compared = 0;
  for (int world = 0; world < 60; ++world) {
    const readiness::Scope scope = random_scope(draw);
    model::ControlAnswers controls = random_controls(draw);
    for (int round = 0; round < 12; ++round) {
      const std::size_t changed = draw.below(controls.size());
      std::vector<readiness::Readiness> steps;
      controls[changed] = {ControlStatus::unknown, {}, {}};
      steps.push_back(tests::assess(scope, controls));
      for (const ControlStatus status : ladder) {
        controls[changed].status = status;
        steps.push_back(tests::assess(scope, controls));
      }
      for (std::size_t i = 1; i < steps.size(); ++i)
        for (std::size_t r = 0; r < steps[i].reports.size(); ++r) {
          check_no_worse(steps[i - 1].reports[r], steps[i].reports[r]);
          ++compared;
        }
      controls[changed].status = ladder[draw.below(ladder.size())];
    }
  }
  CHECK(compared > 1000);
}

TEST_CASE("not knowing that something does not apply never makes anything better") {
  worlds::Draw draw(9);
  for (int world = 0; world < 40; ++world) {
    const readiness::Scope scope = random_scope(draw);
    model::ControlAnswers controls = random_controls(draw);
    const std::size_t changed = draw.below(controls.size());
    controls[changed] = {ControlStatus::not_applicable, {}, "r"};
    const readiness::Readiness applies_not = tests::assess(scope, controls);
    controls[changed] = {};
    const readiness::Readiness unknown = tests::assess(scope, controls);
    for (std::size_t r = 0; r < unknown.reports.size(); ++r) check_no_worse(unknown.reports[r], applies_not.reports[r]);
  }
}
