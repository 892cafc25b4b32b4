// SPDX-License-Identifier: Apache-2.0
// Operation over a period, on the shipped catalogue: companies that an auditor would stop, and properties of random
// ones.
#include <algorithm>
#include <set>

#include "catch.hpp"
#include "shipped.hpp"
#include "socrates/readiness/rhythm.hpp"
#include "socrates/readiness/verdict.hpp"
#include "worlds/draw.hpp"

using namespace socrates;
using model::ControlAnswer;
using model::ControlAnswers;
using model::ControlStatus;
using readiness::Answer;
using readiness::ReportReadiness;
using tests::shipped;

namespace {

int months_of(std::size_t control) {
  return readiness::rhythm_of(shipped().controls, shipped().controls.controls[control]).months;
}

/// Everything in place for two years, and performed each month.
ControlAnswers good_company() {
  ControlAnswers controls(shipped().controls.controls.size());
  for (std::size_t i = 0; i < controls.size(); ++i) {
    controls[i] = {ControlStatus::in_place, base::add_months(tests::today, -24), {}};
    if (months_of(i) == 0) continue;
    controls[i].performed.emplace();
    for (int month = 24; month >= 0; --month) controls[i].performed->push_back(base::add_months(tests::today, -month));
  }
  return controls;
}

readiness::Scope saas() { return tests::scope_of(tests::example("saas.json").answers); }

ReportReadiness report_of(const ControlAnswers& controls, base::Date today = tests::today,
                          const std::optional<readiness::WishedPeriod>& wished = {}) {
  return readiness::assess(saas(), shipped().catalogue(), controls, today, wished).reports.at(0);
}

Answer answer_to(const ReportReadiness& report, std::string_view decision) {
  return readiness::answer_of(shipped().verdicts, readiness::judge(shipped().verdicts, report, 0), decision,
                              report.certainty);
}

std::string zone(const ReportReadiness& report) {
  const readiness::Verdict verdict = readiness::judge(shipped().verdicts, report, 0);
  const std::size_t index = *model::find_decision(shipped().verdicts.rules, readiness::zone_decision);
  return shipped().verdicts.rules.decisions[index].values[verdict.outcome.decisions[index].possible.at(0)].id;
}

std::vector<std::size_t> performed_controls(int months) {
  const readiness::Scope scope = saas();
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < scope.controls.size(); ++i)
    if (readiness::certainty_of(scope.controls[i]) == readiness::Certainty::sure && months_of(i) == months)
      found.push_back(i);
  return found;
}

ControlAnswers random_company(worlds::Draw& draw, base::Date today) {
  ControlAnswers controls(shipped().controls.controls.size());
  const unsigned good = 50 + 10 * static_cast<unsigned>(draw.below(5));
  for (ControlAnswer& control : controls) {
    control.status = draw.chance(good) ? ControlStatus::in_place : static_cast<ControlStatus>(draw.below(6));
    if (!model::is_operating(control.status)) continue;
    const auto day = [&] { return base::add_days(today, -draw.between(0, 900)); };
    if (draw.chance(70)) control.since = day();
    if (draw.chance(40)) {
      control.performed.emplace();
      for (int i = draw.between(1, 12); i > 0; --i) control.performed->push_back(day());
      std::sort(control.performed->begin(), control.performed->end());
    } else if (draw.chance(30)) {
      control.last = day();
    }
  }
  return controls;
}

std::set<std::size_t> first_day_blockers(const ReportReadiness& report) {
  return {report.type_2_window.open.begin(), report.type_2_window.open.end()};
}

}  // namespace

TEST_CASE("a company that performs everything is ready, and its period reaches back") {
  const ReportReadiness report = report_of(good_company());
  CHECK(answer_to(report, readiness::type_1_decision) == Answer::yes);
  CHECK(answer_to(report, readiness::window_decision) == Answer::yes);
  CHECK(zone(report) == "ready");
  CHECK(report.window.since == base::add_months(tests::today, -24));
}

TEST_CASE("no criterion without a control is ever ready, whatever the percentage") {
  const readiness::Scope scope = saas();
  for (std::size_t c = 0; c < shipped().criteria.size(); ++c) {
    if (scope.categories[c] != readiness::Certainty::sure) continue;
    for (const model::Named& criterion : shipped().criteria[c].criteria) {
      CAPTURE(criterion.id);
      ControlAnswers controls = good_company();
      for (std::size_t i = 0; i < controls.size(); ++i) {
        const std::vector<std::string>& served = shipped().controls.controls[i].criteria;
        if (std::find(served.begin(), served.end(), criterion.id) != served.end())
          controls[i] = {ControlStatus::missing, {}, {}};
      }
      const ReportReadiness missing = report_of(controls);
      CHECK(std::count(missing.without.open.begin(), missing.without.open.end(), criterion.id) == 1);
      CHECK(answer_to(missing, readiness::type_1_decision) == Answer::no);
      CHECK(answer_to(missing, readiness::window_decision) == Answer::no);
      CHECK(zone(missing) != "ready");
      CHECK_FALSE(missing.window.since);
      for (ControlAnswer& control : controls)
        if (control.status == ControlStatus::missing) control = {};
      const ReportReadiness unknown = report_of(controls);
      CHECK(unknown.without.open.empty());
      CHECK(std::count(unknown.without.possible.begin(), unknown.without.possible.end(), criterion.id) == 1);
      CHECK(answer_to(unknown, readiness::type_1_decision) == Answer::cannot_tell);
      CHECK(answer_to(unknown, readiness::window_decision) == Answer::cannot_tell);
    }
  }
}

TEST_CASE("that nothing applies to a criterion needs a reason") {
  ControlAnswers controls = good_company();
  for (std::size_t i = 0; i < controls.size(); ++i) {
    const std::vector<std::string>& served = shipped().controls.controls[i].criteria;
    if (std::find(served.begin(), served.end(), "CC6.4") != served.end())
      controls[i] = {ControlStatus::not_applicable, {}, {}};
  }
  CHECK(report_of(controls).without.possible == std::vector<std::string>{"CC6.4"});
  for (ControlAnswer& control : controls)
    if (control.status == ControlStatus::not_applicable) control.reason = "everything runs at a cloud provider";
  CHECK(report_of(controls).without == readiness::WithoutControl{});
}

TEST_CASE("the period begins when the first control of every criterion operates") {
  ControlAnswers controls = good_company();
  const base::Date late = base::add_months(tests::today, -2);
  for (std::size_t i = 0; i < controls.size(); ++i) {
    const model::Control& control = shipped().controls.controls[i];
    if (std::find(control.criteria.begin(), control.criteria.end(), "CC1.1") != control.criteria.end())
      controls[i].since = late;
  }
  CHECK(report_of(controls).window.since == late);
}

TEST_CASE("with nothing known the stage cannot be told") {
  CHECK(zone(report_of(ControlAnswers(shipped().controls.controls.size()))) == "cannot_tell");
  ControlAnswers missing(shipped().controls.controls.size(), {ControlStatus::missing, {}, {}});
  CHECK(zone(report_of(missing)) == "far_away");
}

TEST_CASE("in place since long ago, without a day on which it was performed, a period cannot be told of") {
  ControlAnswers controls(shipped().controls.controls.size());
  for (ControlAnswer& control : controls)
    control = {
        ControlStatus::in_place, base::Date{std::chrono::year{2021}, std::chrono::month{2}, std::chrono::day{10}}, {}};
  const readiness::Readiness readiness = tests::assess(saas(), controls);
  const ReportReadiness& report = readiness.reports.at(0);
  CHECK(percent(report.coverage) == 100);
  CHECK(answer_to(report, readiness::type_1_decision) == Answer::yes);
  CHECK(answer_to(report, readiness::window_decision) == Answer::cannot_tell);
  CHECK(readiness.not_dated.size() > 5);
  CHECK(readiness.without_days == readiness.not_dated.size());
}

TEST_CASE("a yearly control done last in 2021 is stale, and what is stale is never ready") {
  for (const int months : {12, 3}) {
    for (const std::size_t control : performed_controls(months)) {
      CAPTURE(shipped().controls.controls[control].id);
      ControlAnswers controls = good_company();
      controls[control].performed.reset();
      controls[control].last = base::Date{std::chrono::year{2021}, std::chrono::month{3}, std::chrono::day{1}};
      const readiness::Readiness readiness = tests::assess(saas(), controls);
      CHECK(readiness.stale == std::vector<std::size_t>{control});
      CHECK(percent(readiness.reports[0].coverage).value() < 100);
      CHECK(answer_to(readiness.reports[0], readiness::window_decision) == Answer::cannot_tell);
      REQUIRE(readiness.gaps.size() == 1);
      CHECK(readiness.gaps[0].is_stale);
    }
  }
}

TEST_CASE("a quarter without its review is missed in a period, and cannot be made up") {
  const std::vector<std::size_t> quarterly = performed_controls(3);
  REQUIRE_FALSE(quarterly.empty());
  ControlAnswers controls = good_company();
  const readiness::Period year{base::add_months(tests::today, -12), base::add_days(tests::today, -1)};
  CHECK(answer_to(report_of(controls, tests::today, year), readiness::window_decision) == Answer::yes);
  std::vector<base::Date>& days = *controls[quarterly[0]].performed;
  std::erase_if(days, [](base::Date day) {
    return day >= base::add_months(tests::today, -9) && day < base::add_months(tests::today, -6);
  });
  const ReportReadiness report = report_of(controls, tests::today, year);
  CHECK(report.over.value().missed == 1);
  CHECK(answer_to(report, readiness::window_decision) == Answer::no);
  CHECK(answer_to(report_of(controls), readiness::window_decision) == Answer::yes);
  CHECK(report_of(controls).window.since > base::add_months(tests::today, -24));
}

TEST_CASE("what happened to nobody is neither missed nor a blocker") {
  ControlAnswers controls = good_company();
  for (std::size_t i = 0; i < controls.size(); ++i)
    if (shipped().controls.controls[i].frequency == model::Frequency::per_event) controls[i].performed.emplace();
  const readiness::Period year{base::add_months(tests::today, -12), base::add_days(tests::today, -1)};
  const ReportReadiness report = report_of(controls, tests::today, year);
  CHECK(answer_to(report, readiness::window_decision) == Answer::yes);
  CHECK(std::any_of(report.over->controls.begin(), report.over->controls.end(),
                    [](const readiness::ControlOverPeriod& one) { return one.events == 0; }));
}

TEST_CASE("a control that is due within the period does not hold up its first day") {
  for (std::size_t i = 0; i < shipped().controls.controls.size(); ++i) {
    const model::Blocks blocks = shipped().controls.controls[i].blocks;
    if (blocks != model::Blocks::next_due_day && blocks != model::Blocks::within_period) continue;
    if (readiness::certainty_of(saas().controls[i]) != readiness::Certainty::sure) continue;
    CAPTURE(shipped().controls.controls[i].id);
    ControlAnswers controls = good_company();
    controls[i] = {ControlStatus::designed, {}, {}};
    const ReportReadiness report = report_of(controls);
    CHECK(report.due == std::vector<std::size_t>{i});
    CHECK(report.type_2_window.open.empty());
  }
}

TEST_CASE("a shorter period never removes what holds up the first day") {
  worlds::Draw draw(61);
  for (int round = 0; round < 40; ++round) {
    const ControlAnswers controls = random_company(draw, tests::today);
    const int months = draw.between(2, 24);
    const ReportReadiness longer = report_of(controls, tests::today, months);
    const ReportReadiness shorter = report_of(controls, tests::today, draw.between(1, months - 1));
    CHECK(first_day_blockers(longer) == first_day_blockers(shorter));
    CHECK(longer.without == shorter.without);
  }
}

TEST_CASE("as days go by nothing comes to be ready by itself") {
  worlds::Draw draw(67);
  for (int round = 0; round < 60; ++round) {
    const ControlAnswers controls = random_company(draw, tests::today);
    const ReportReadiness now = report_of(controls);
    const ReportReadiness later = report_of(controls, base::add_days(tests::today, draw.between(1, 500)));
    for (const std::string_view decision : {readiness::type_1_decision, readiness::window_decision})
      if (answer_to(now, decision) != Answer::yes) CHECK(answer_to(later, decision) != Answer::yes);
    CHECK(percent(later.coverage).value_or(100) <= percent(now.coverage).value_or(100));
    CHECK(std::includes(later.type_2_window.possible.begin(), later.type_2_window.possible.end(),
                        now.type_2_window.possible.begin(), now.type_2_window.possible.end()));
  }
}

TEST_CASE("a day more on which a control was performed makes nothing worse where days are given") {
  worlds::Draw draw(71);
  std::size_t compared = 0;
  std::size_t good = 0;
  for (int round = 0; round < 150; ++round) {
    // Half of them good but for some days, so that there is a yes that could be lost.
    ControlAnswers controls = draw.chance(50) ? random_company(draw, tests::today) : good_company();
    const std::size_t changed = draw.below(controls.size());
    if (!controls[changed].performed) continue;
    std::erase_if(*controls[changed].performed, [&](base::Date) { return draw.chance(30); });
    if (controls[changed].performed->empty()) continue;
    const ReportReadiness before = report_of(controls, tests::today, 12);
    controls[changed].performed->push_back(base::add_days(tests::today, -draw.between(0, 900)));
    std::sort(controls[changed].performed->begin(), controls[changed].performed->end());
    const ReportReadiness after = report_of(controls, tests::today, 12);
    CHECK(percent(before.coverage).value_or(100) <= percent(after.coverage).value_or(100));
    CHECK(after.type_2_window.possible.size() <= before.type_2_window.possible.size());
    for (const std::string_view decision : {readiness::type_1_decision, readiness::window_decision}) {
      if (answer_to(before, decision) != Answer::yes) continue;
      ++good;
      CHECK(answer_to(after, decision) == Answer::yes);
    }
    ++compared;
  }
  CHECK(compared > 20);
  CHECK(good > 20);
}
