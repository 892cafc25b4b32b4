// SPDX-License-Identifier: Apache-2.0
#include "socrates/plan/plan.hpp"

#include <algorithm>

#include "catch.hpp"
#include "small_aim.hpp"

using namespace socrates;
using model::Blocks;
using model::Examination;
using plan::Fit;
using plan::Notice;
using plan::Plan;

namespace {

const plan::Option* option(const Plan& plan, model::OptionKind kind) {
  const auto found =
      std::find_if(plan.options.begin(), plan.options.end(), [&](const plan::Option& one) { return one.kind == kind; });
  return found == plan.options.end() ? nullptr : &*found;
}

std::string text(base::Date date) { return base::to_text(date); }

}  // namespace

TEST_CASE("with nothing to close the period begins today, and fieldwork and report follow it") {
  const Plan plan = make(small_aim());
  CHECK(text(step(plan, "soc2.period").first.likely) == "2026-11-24");
  CHECK(text(step(plan, "soc2.period").last.likely) == "2027-05-23");
  CHECK(text(step(plan, "soc2.type_2_fieldwork").first.likely) == "2027-05-24");
  CHECK(text(plan.in_hand.likely) == "2027-07-04");
  CHECK(text(plan.in_hand.early) == "2027-06-20");
  CHECK(text(plan.in_hand.late) == "2027-08-01");
  CHECK(plan.fit == Fit::no_date);
}

TEST_CASE("closing a blocker delays the period, and other gaps only the fieldwork") {
  plan::Aim aim = small_aim();
  aim.gaps = {gap("AC-02", Blocks::type_1, {1, 2, 3}), gap("OP-08", Blocks::nothing, {4, 30, 40})};
  const Plan plan = make(aim);
  CHECK(text(step(plan, "gap.AC-02").first.likely) == "2026-12-08");
  CHECK(text(step(plan, "gap.AC-02").last.likely) == "2026-12-21");
  CHECK(step(plan, "soc2.period").first.early == base::add_days(step(plan, "gap.AC-02").last.early, 1));
  CHECK(text(step(plan, "gap.OP-08").last.likely) == "2027-07-05");
  CHECK(text(step(plan, "soc2.type_2_fieldwork").first.likely) == "2027-07-06");
  CHECK(text(step(plan, "soc2.period").last.likely) == "2027-07-05");
  CHECK(step(plan, "gap.OP-08").is_critical);
  CHECK(!step(plan, "gap.AC-02").is_critical);
}

TEST_CASE("where controls have operated, the period reaches back and ends when the fieldwork begins") {
  plan::Aim aim = small_aim();
  aim.auditor = model::ControlStatus::in_place;
  aim.reports[0].evidence = {day("2026-01-01"), day("2026-01-01")};
  const Plan plan = make(aim);
  CHECK(text(step(plan, "soc2.type_2_fieldwork").first.likely) == "2026-12-29");
  CHECK(text(step(plan, "soc2.period").first.likely) == "2026-01-29");
  CHECK(text(step(plan, "soc2.period").last.likely) == "2026-12-28");
  CHECK(!has(plan, Notice::faster_than_usual));
}

TEST_CASE("what is not known counts as missing, but at the early pace") {
  plan::Aim aim = small_aim();
  aim.gaps = {gap("AC-02", Blocks::type_1, {1, 6, 8})};
  const Plan known = make(aim);
  aim.gaps[0].status = model::ControlStatus::unknown;
  const Plan unknown = make(aim);
  CHECK(unknown.in_hand.early < known.in_hand.early);
  CHECK(unknown.in_hand.likely >= known.in_hand.likely);
  CHECK(unknown.in_hand.late >= known.in_hand.late);
  CHECK(has(unknown, Notice::controls_not_known));
  CHECK(unknown.in_hand.early == make(small_aim()).in_hand.early);
}

TEST_CASE("the verdict is yes at the likely date, no only past the early one") {
  struct Case {
    const char* needed_by;
    Fit fit;
    int days_late;
  };
  const Case cases[] = {{"2027-07-04", Fit::fits, 0},
                        {"2027-07-03", Fit::only_early, 1},
                        {"2027-06-20", Fit::only_early, 14},
                        {"2027-06-19", Fit::too_late, 15},
                        {"2026-11-01", Fit::too_late, 245}};
  for (const Case& c : cases) {
    INFO(c.needed_by);
    plan::Aim aim = small_aim();
    aim.needed_by = day(c.needed_by);
    const Plan plan = make(aim);
    CHECK(plan.fit == c.fit);
    CHECK(plan.days_late == c.days_late);
    CHECK(plan.options.empty() == (c.fit == Fit::fits));
  }
}

TEST_CASE("a first period is six months, three only under pressure and where readers take three") {
  struct Case {
    std::optional<int> accepted;
    bool is_pressed;
    int months;
  };
  const Case cases[] = {
      {std::nullopt, true, 6}, {0, true, 3}, {3, true, 3}, {3, false, 6}, {4, true, 6}, {6, true, 6}, {9, true, 9},
      {12, false, 12}};
  for (const Case& c : cases) {
    INFO("accepted " << c.accepted.value_or(-1));
    plan::Aim aim = small_aim();
    aim.shortest_accepted = c.accepted;
    if (c.is_pressed) aim.needed_by = day("2027-04-30");
    CHECK(step(make(aim), "soc2.period").months == c.months);
  }
}

TEST_CASE("no option has a period shorter than the readers accept") {
  for (int accepted = 1; accepted <= 12; ++accepted) {
    plan::Aim aim = small_aim();
    aim.needed_by = day("2027-01-31");
    aim.shortest_accepted = accepted;
    const Plan plan = make(aim);
    CHECK(step(plan, "soc2.period").months >= accepted);
    const plan::Option* const shorter = option(plan, model::OptionKind::shorter_window);
    if (shorter != nullptr) CHECK(shorter->months.value() >= accepted);
  }
}

TEST_CASE("a wished period is taken as it is, and a very short one is remarked on") {
  plan::Aim aim = small_aim();
  aim.window = 2;
  const Plan plan = make(aim);
  CHECK(step(plan, "soc2.period").months == 2);
  CHECK(has(plan, Notice::period_is_very_short));
}

TEST_CASE("a plan that is faster than the field believes says so") {
  plan::Aim aim = small_aim();
  aim.window = 3;
  aim.gaps = {gap("AC-02", Blocks::type_1, {1, 2, 3})};
  CHECK(!has(make(aim), Notice::faster_than_usual));
  aim.gaps.clear();
  aim.reports[0].evidence = {day("2026-01-01"), day("2026-01-01")};
  CHECK(has(make(aim), Notice::faster_than_usual));
}

TEST_CASE("a Type 1 stands before the period ends, and decides where it serves") {
  plan::Aim aim = small_aim();
  aim.reports[0].type_1 = true;
  aim.needed_by = day("2027-03-31");
  const Plan refused = make(aim);
  CHECK(refused.fit == Fit::too_late);
  CHECK(has(refused, Notice::type_1_not_agreed));
  aim.reports[0].type_1_serves = true;
  const Plan agreed = make(aim);
  CHECK(agreed.fit == Fit::fits);
  CHECK(agreed.in_hand == step(agreed, "soc2.type_1_report").last);
  CHECK(agreed.in_hand.likely < step(agreed, "soc2.type_2_report").last.likely);
  const plan::Option* const first = option(refused, model::OptionKind::type_1_first);
  REQUIRE(first != nullptr);
  CHECK(first->in_hand == agreed.in_hand);
  CHECK(first->fit == Fit::fits);
}

TEST_CASE("two reports share what they have in common, and the second is cheaper") {
  plan::Aim aim = small_aim();
  plan::ReportAim soc1 = aim.reports[0];
  soc1.examination = Examination::soc1;
  soc1.categories.clear();
  aim.reports.insert(aim.reports.begin(), soc1);
  readiness::Gap shared = gap("AC-02", Blocks::type_1, {1, 2, 3});
  shared.serves = {Examination::soc1, Examination::soc2};
  aim.gaps = {shared};
  aim.needed_by = day("2027-01-31");
  const Plan plan = make(aim);
  for (const char* id : {"scoping", "gap_assessment", "auditor_selection", "gap.AC-02"})
    CHECK(std::count_if(plan.steps.begin(), plan.steps.end(), [&](const plan::Step& s) { return s.id == id; }) == 1);
  CHECK(step(plan, "soc1.period").months == 6);
  CHECK(plan.deliveries.size() == 2);
  const plan::Option* const together = option(plan, model::OptionKind::one_engagement);
  REQUIRE(together != nullptr);
  CHECK(together->is_assumed);
  CHECK(together->cost.likely.value() < together->cost_apart.value().likely.value());
  CHECK(std::count_if(plan.costs.lines.begin(), plan.costs.lines.end(),
                      [](const plan::CostLine& line) { return line.is_second; }) == 1);
}

TEST_CASE("fewer categories take their own gaps and their fees out") {
  plan::Aim aim = small_aim();
  aim.needed_by = day("2027-01-31");
  aim.reports[0].categories = {"security", "privacy"};
  aim.reports[0].unasked = {"privacy"};
  readiness::Gap privacy = gap("PR-02", Blocks::type_2_window, {4, 6, 10});
  privacy.categories = {"privacy"};
  aim.gaps = {gap("AC-02", Blocks::type_1, {1, 2, 3}), privacy};
  const Plan plan = make(aim);
  const plan::Option* const fewer = option(plan, model::OptionKind::fewer_categories);
  REQUIRE(fewer != nullptr);
  CHECK(fewer->left_out == std::vector<std::string>{"privacy"});
  CHECK(base::days_between(fewer->in_hand.likely, plan.in_hand.likely) >= 25);  // four weeks, as months are long
  CHECK(fewer->cost.likely.value() == plan.costs.total.likely.value() - 13000);
}

TEST_CASE("the period of a SOC 1 follows the fiscal years of customers") {
  plan::Aim aim = small_aim();
  aim.reports[0].examination = Examination::soc1;
  aim.reports[0].categories.clear();
  CHECK(has(make(aim), Notice::no_year_ends));
  aim.year_ends = {base::parse_year_end("12-31").value()};
  const Plan plan = make(aim);
  CHECK(text(step(plan, "soc1.period").last.likely) == "2027-09-30");
  CHECK(text(step(plan, "soc1.type_2_fieldwork").first.likely) == "2027-10-01");
  REQUIRE(plan.deliveries[0].service.size() == 1);
  CHECK(plan.deliveries[0].service[0].service != plan::Service::none);
  CHECK(!has(plan, Notice::no_year_ends));
}

TEST_CASE("what follows the report: a letter, and a period without a gap") {
  const Plan plan = make(small_aim());
  CHECK(text(step(plan, "soc2.bridge_letter").first.likely) == "2027-07-05");
  CHECK(text(step(plan, "soc2.next_period").first.likely) == "2027-05-24");
  CHECK(text(step(plan, "soc2.next_period").last.likely) == "2028-05-23");
  CHECK(text(step(plan, "soc2.next_report").last.likely) == "2028-07-04");
}

TEST_CASE("early is never later than likely, nor likely than late, for any step and number of people") {
  plan::Aim aim = small_aim();
  for (int i = 0; i < 12; ++i) {
    aim.gaps.push_back(
        gap("X-" + std::to_string(i), i % 3 == 0 ? Blocks::type_1 : Blocks::type_2_window, {1, 1 + i, 2 * i + 2}));
    if (i % 4 == 1) aim.gaps.back().status = model::ControlStatus::unknown;
    if (i % 3 == 2) aim.gaps.back().depends_on = {"X-" + std::to_string(i - 1)};
  }
  for (std::size_t people = 1; people <= 15; ++people) {
    aim.people = people;
    for (const plan::Step& one : make(aim).steps) {
      INFO(one.id << " with " << people);
      CHECK(one.last.early <= one.last.likely);
      CHECK(one.last.likely <= one.last.late);
      if (one.kind == plan::StepKind::period) continue;
      CHECK(one.first.early <= one.first.likely);
      CHECK(one.first.likely <= one.first.late);
    }
  }
}

TEST_CASE(
    "who has been assessed by outsiders holds no controls against criteria for long, and pays for no such thing") {
  plan::Aim aim = small_aim();
  aim.gaps = {gap("AC-02", Blocks::type_1, {1, 2, 3})};
  aim.gaps.front().status = model::ControlStatus::unknown;
  const Plan before = make(aim);
  aim.circumstances.readiness_assessed = true;
  const Plan after = make(aim);
  const model::Weeks usual = step(before, "gap_assessment").weeks;
  CHECK(step(after, "gap_assessment").weeks == model::Weeks{usual.least, usual.least, usual.likely});
  CHECK(after.in_hand.likely < before.in_hand.likely);
  CHECK(after.in_hand.early == before.in_hand.early);
  CHECK(after.costs.total.high < before.costs.total.high);
  CHECK(has(after, Notice::readiness_assessed));
  CHECK(!has(before, Notice::readiness_assessed));
  aim.reports.front().is_first = false;
  CHECK(!has(make(aim), Notice::readiness_assessed));
}

TEST_CASE("what is held meets the date, and the plan of what follows has no verdict") {
  plan::Aim aim = small_aim();
  aim.needed_by = aim.today;
  CHECK(make(aim).fit == Fit::too_late);
  aim.reports.front().held = plan::Held{plan::ReportType::type_2, model::Standard::ssae};
  aim.reports.front().held_serves = true;
  aim.reports.front().is_first = false;
  const Plan served = make(aim);
  CHECK(served.fit == Fit::no_date);
  CHECK(served.options.empty());
  CHECK(has(served, Notice::held_report_serves));
  CHECK(served.deliveries.front().counts);
}

TEST_CASE("where one report is held and another is not, the date is that of the other") {
  plan::Aim aim = small_aim();
  aim.needed_by = aim.today;
  aim.reports.insert(aim.reports.begin(), aim.reports.front());
  aim.reports.front().examination = Examination::soc1;
  aim.reports.front().held = plan::Held{plan::ReportType::type_2, model::Standard::isae};
  aim.reports.front().held_serves = true;
  const Plan plan = make(aim);
  CHECK(plan.fit == Fit::too_late);
  CHECK(!plan.deliveries.front().counts);
  CHECK(plan.deliveries.back().counts);
  CHECK(has(plan, Notice::held_report_serves));
}

TEST_CASE("a Type 1 that is held is not made once more as a way out") {
  plan::Aim aim = small_aim();
  aim.needed_by = aim.today;
  CHECK(option(make(aim), model::OptionKind::type_1_first) != nullptr);
  aim.reports.front().held = plan::Held{plan::ReportType::type_1, model::Standard::ssae};
  CHECK(option(make(aim), model::OptionKind::type_1_first) == nullptr);
}

TEST_CASE("providers, customers with reports of their own and the custody rule are named where they matter") {
  plan::Aim aim = small_aim();
  CHECK(!has(make(aim), Notice::ask_providers));
  aim.circumstances = {false, true, true, true};
  CHECK(has(make(aim), Notice::ask_providers));
  CHECK(has(make(aim), Notice::period_of_customers));
  CHECK(!has(make(aim), Notice::firm_for_custody));
  aim.reports.front().examination = Examination::soc1;
  CHECK(has(make(aim), Notice::firm_for_custody));
  aim.reports.front().type_1 = true;
  aim.reports.front().type_2 = false;
  CHECK(!has(make(aim), Notice::period_of_customers));
}
