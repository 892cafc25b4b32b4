// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstddef>

#include "catch.hpp"
#include "small_aim.hpp"
#include "socrates/engine/outcome.hpp"
#include "socrates/readiness/assessment.hpp"
#include "worlds/draw.hpp"

// Better answers never make the report later: with no limit of people, a period of fixed length, and no fiscal years.

using namespace socrates;
using model::ControlStatus;

namespace {

constexpr std::array<ControlStatus, 5> better = {ControlStatus::unknown, ControlStatus::missing,
                                                 ControlStatus::designed, ControlStatus::partial,
                                                 ControlStatus::in_place};

/// A company that needs a SOC 1 and a SOC 2 with every category, so that every control is in scope.
class World {
 public:
  World() : answers_(rules_.rules.questions.size()) {
    several("offering", {"hosted_software", "processing_service"});
    one("financial_reporting_impact", "direct");
    several("financial_activities", {"payroll", "payments"});
    several("customer_data", {"stores", "processes"});
    several("data_kinds", {"personal", "confidential_business"});
    several("requested_by", {"financial_auditors", "security_team"});
    several("requested_reports", {"soc1", "soc2"});
    several("requested_categories", {"availability", "processing_integrity", "confidentiality", "privacy"});
    one("requested_type", "type_2");
    one("type_1_accepted_meanwhile", "false");
    several("reports_held", {});
    outcome_ = engine::evaluate(rules_, answers_).value();
    scope_ = readiness::scope_of(rules_.rules, answers_, outcome_, catalogue());
  }

  [[nodiscard]] plan::Plan plan(const model::ControlAnswers& controls) const {
    const readiness::Readiness readiness = readiness::assess(scope_, catalogue(), controls, today_);
    const plan::Situation situation{rules_.rules,        answers_, outcome_, controls_, controls, readiness,
                                    shipped_engagement()};
    plan::Wishes wishes;
    wishes.window = 6;
    const std::optional<plan::Aim> aim = plan::aim_of(situation, wishes, today_);
    REQUIRE(aim.has_value());
    REQUIRE(aim->reports.size() == 2);
    return plan::make_plan(*aim, shipped_engagement());
  }

  [[nodiscard]] std::size_t count() const { return controls_.controls.size(); }
  [[nodiscard]] base::Date today() const { return today_; }

 private:
  [[nodiscard]] readiness::Catalogue catalogue() const { return {controls_, criteria_, objectives_}; }

  void several(std::string_view id, const std::vector<std::string_view>& chosen) {
    const std::size_t index = model::find_question(rules_.rules, id).value();
    const model::Question& question = rules_.rules.questions[index];
    model::Selection selection{std::vector<model::Chosen>(question.options.size(), model::Chosen::no)};
    for (const std::string_view option : chosen)
      selection.options[model::find_option(question, option).value()] = model::Chosen::yes;
    answers_[index] = selection;
  }

  void one(std::string_view id, std::string_view chosen) {
    const std::size_t index = model::find_question(rules_.rules, id).value();
    answers_[index] = model::Choice{model::find_option(rules_.rules.questions[index], chosen).value()};
  }

  const engine::CompiledRules& rules_ = builtin::selection_rules();
  const model::Criteria& criteria_ = builtin::criteria();
  const model::Objectives& objectives_ = builtin::objectives();
  const model::ControlCatalogue& controls_ = builtin::controls();
  base::Date today_ = day("2026-11-24");
  model::Answers answers_;
  engine::Outcome outcome_;
  readiness::Scope scope_;
};

model::ControlAnswers random_controls(worlds::Draw& draw, const World& world) {
  model::ControlAnswers controls(world.count());
  const std::size_t ready = draw.below(11);  // from nothing in place to nearly all
  for (model::ControlAnswer& answer : controls) {
    answer.status = draw.below(11) < ready ? ControlStatus::in_place : better[draw.below(better.size())];
    if (model::is_operating(answer.status) && draw.chance(50))
      answer.since = base::add_days(world.today(), -draw.between(0, 600));
  }
  return controls;
}

/// No date of `b` is later than that of `a`.
bool is_no_later(const plan::Dates& b, const plan::Dates& a) {
  return b.early <= a.early && b.likely <= a.likely && b.late <= a.late;
}

}  // namespace

TEST_CASE("improving any single control never moves any report to a later date") {
  const World world;
  worlds::Draw draw(11);
  for (int round = 0; round < 300; ++round) {
    model::ControlAnswers controls = random_controls(draw, world);
    plan::Plan before = world.plan(controls);
    for (int improvement = 0; improvement < 12; ++improvement) {
      model::ControlAnswer& answer = controls[draw.below(controls.size())];
      const auto level = static_cast<std::size_t>(answer.status);
      if (level < 1 || level + 1 >= better.size()) continue;
      answer.status = better[level + 1];
      const plan::Plan after = world.plan(controls);
      REQUIRE(after.deliveries.size() == before.deliveries.size());
      for (std::size_t i = 0; i < after.deliveries.size(); ++i)
        REQUIRE(is_no_later(after.deliveries[i].in_hand, before.deliveries[i].in_hand));
      before = after;
    }
  }
}

TEST_CASE("making a control unknown never moves a likely or a late date forward") {
  const World world;
  worlds::Draw draw(12);
  for (int round = 0; round < 1000; ++round) {
    model::ControlAnswers controls = random_controls(draw, world);
    const plan::Plan before = world.plan(controls);
    controls[draw.below(controls.size())] = {};
    const plan::Plan after = world.plan(controls);
    for (std::size_t i = 0; i < after.deliveries.size(); ++i) {
      REQUIRE(after.deliveries[i].in_hand.likely >= before.deliveries[i].in_hand.likely);
      REQUIRE(after.deliveries[i].in_hand.late >= before.deliveries[i].in_hand.late);
    }
  }
}
