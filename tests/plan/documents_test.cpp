// SPDX-License-Identifier: Apache-2.0
// What is written and signed on the way, and what the plan says aloud beside its dates.
#include <algorithm>

#include "catch.hpp"
#include "small_aim.hpp"

using namespace socrates;
using plan::Notice;
using plan::Plan;
using plan::Step;
using plan::StepKind;

namespace {

bool has(const Plan& plan, std::string_view id) {
  return std::any_of(plan.steps.begin(), plan.steps.end(), [&](const Step& step) { return step.id == id; });
}

plan::Aim both_with_type_1() {
  plan::Aim aim = small_aim();
  aim.reports.insert(aim.reports.begin(), aim.reports[0]);
  aim.reports[0].examination = model::Examination::soc1;
  aim.reports[0].categories.clear();
  aim.reports[1].type_1 = true;
  aim.gaps = {gap("AC-02", model::Blocks::type_1, {1, 2, 3}), gap("OP-08", model::Blocks::nothing, {4, 30, 40})};
  return aim;
}

/// One date of the three.
using Pace = base::Date plan::Dates::*;
constexpr Pace paces[] = {&plan::Dates::early, &plan::Dates::likely, &plan::Dates::late};

}  // namespace

TEST_CASE("documents stand where the field has them, at each pace") {
  const Plan plan = make(both_with_type_1());
  for (const Pace pace : paces) {
    const auto last = [&](const std::string& id) { return step(plan, id).last.*pace; };
    const auto first = [&](const std::string& id) { return step(plan, id).first.*pace; };
    CHECK(last("engagement_letter") == last("auditor_selection"));
    for (const std::string report : {"soc1.type_2", "soc2.type_1", "soc2.type_2"}) {
      CAPTURE(report);
      CHECK(last("engagement_letter") < first(report + "_fieldwork"));
      CHECK(first(report + "_management_evaluation") == first(report + "_fieldwork"));
      CHECK(last(report + "_management_evaluation") == last(report + "_fieldwork"));
      CHECK(first(report + "_representation_letter") > last(report + "_fieldwork"));
      CHECK(last(report + "_representation_letter") == last(report + "_report"));
      CHECK(last(report + "_assertion") == last(report + "_report"));
    }
    CHECK(base::add_days(last("soc1.description_draft"), 1) == first("soc1.type_2_fieldwork"));
    CHECK(base::add_days(last("soc2.description_draft"), 1) == first("soc2.type_1_fieldwork"));
    CHECK(first("soc2.description_draft") >= plan.today);
    CHECK(base::days_between(first("soc1.description_draft"), first("soc1.type_2_fieldwork")) == 28);
  }
  CHECK_FALSE(has(plan, "soc1.type_1_assertion"));
  CHECK_FALSE(has(plan, "soc2.type_2_description_draft"));
}

TEST_CASE("what is signed already is not planned, and a draft with too little time begins today") {
  plan::Aim aim = small_aim();
  aim.auditor = model::ControlStatus::in_place;
  aim.reports[0].is_first = false;
  aim.reports[0].evidence = {day("2024-01-01"), day("2024-01-01")};
  const Plan plan = make(aim);
  CHECK_FALSE(has(plan, "engagement_letter"));
  CHECK(step(plan, "soc2.description_draft").first.likely == plan.today);
  CHECK(base::add_days(step(plan, "soc2.description_draft").last.likely, 1) ==
        step(plan, "soc2.type_2_fieldwork").first.likely);
  const auto draft = std::find_if(plan.this_week.begin(), plan.this_week.end(),
                                  [&](std::size_t i) { return plan.steps[i].id == "soc2.description_draft"; });
  CHECK(draft != plan.this_week.end());
}

TEST_CASE("no document moves a date, and none is planned where the catalogue speaks of none") {
  model::Engagement bare = shipped_engagement();
  bare.documents.clear();
  plan::Aim aim = both_with_type_1();
  for (const std::optional<std::size_t> people : {std::optional<std::size_t>(), std::optional<std::size_t>(1)}) {
    aim.people = people;
    Plan with = make(aim);
    const Plan without = plan::make_plan(aim, bare);
    CHECK(with.deliveries == without.deliveries);
    CHECK(with.critical == without.critical);
    std::erase_if(with.steps, [](const Step& step) { return step.kind == StepKind::milestone; });
    CHECK(with.steps == without.steps);
  }
}

TEST_CASE("that days are not said is told where a Type 2 is planned") {
  plan::Aim aim = small_aim();
  CHECK_FALSE(has(make(aim), Notice::days_not_said));
  aim.without_days = 3;
  CHECK(has(make(aim), Notice::days_not_said));
  CHECK(make(aim).without_days == 3);
  aim.reports[0].type_1 = true;
  aim.reports[0].type_2 = false;
  CHECK_FALSE(has(make(aim), Notice::days_not_said));
}

TEST_CASE("how far the period looks back is told where it does, and not where its length was wished for") {
  plan::Aim aim = small_aim();
  CHECK_FALSE(has(make(aim), Notice::period_looks_back));
  aim.reports[0].evidence = {day("2026-01-01"), day("2026-01-01")};
  const Plan longest = make(aim);
  CHECK(has(longest, Notice::period_looks_back));
  aim.window = step(longest, "soc2.period").months + 1;
  CHECK_FALSE(has(make(aim), Notice::period_looks_back));
  CHECK(make(aim).in_hand.likely > longest.in_hand.likely);
}
