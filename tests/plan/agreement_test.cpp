// SPDX-License-Identifier: Apache-2.0
//
// What `recommend` says of time and what `plan` says of it are two pieces of arithmetic, one in rules, one in C++. Here
// both are held against each other, on a grid of what readers state, of evidence and of time left.
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "catch.hpp"
#include "small_aim.hpp"
#include "socrates/engine/outcome.hpp"
#include "socrates/plan/aim.hpp"
#include "socrates/readiness/assessment.hpp"

using namespace socrates;
using model::ControlStatus;
using model::Examination;

namespace {

/// What a company says, all of it.
struct Said {
  std::string_view asks;  ///< who asks; `both`: the security team and the finance team
  bool holds_type_1 = false;
  int shortest = 0;
  int evidence = 0;
  int left = 0;
};

class Company {
 public:
  explicit Company(const Said& said) : answers_(rules_.questions.size()) {
    for (std::size_t q = 0; q < rules_.questions.size(); ++q) answers_[q] = nothing_of(rules_.questions[q]);
    choose("offering", {"hosted_software"});
    choose("customer_data", {"stores"});
    const bool is_financial = said.asks != "security_team";
    if (is_financial) set("financial_reporting_impact", model::Choice{option("financial_reporting_impact", "direct")});
    if (said.asks == "both")
      choose("requested_by", {"security_team", "finance_team"});
    else
      choose("requested_by", {said.asks});
    if (said.holds_type_1) choose("reports_held", {is_financial ? "soc1_type_1" : "soc2_type_1"});
    set("minimum_period_months", model::Number{said.shortest, {}});
    set("controls_operating_months", model::Number{said.evidence, {}});
    set("months_until_needed", model::Number{said.left, {}});
    outcome_ = engine::evaluate_values(compiled_, answers_).value();
  }

  /// Every control is of that status, the one that an auditor is engaged included.
  [[nodiscard]] plan::Plan plan(ControlStatus status) const {
    const readiness::Catalogue catalogue{builtin::controls(), builtin::criteria(), builtin::objectives()};
    model::ControlAnswers controls(catalogue.controls.controls.size());
    for (model::ControlAnswer& control : controls) control.status = status;
    const readiness::Scope scope = readiness::scope_of(rules_, answers_, outcome_, catalogue);
    const readiness::Readiness readiness = readiness::assess(scope, catalogue, controls, day("2026-11-24"));
    const auto aim =
        plan::aim_of({rules_, answers_, outcome_, catalogue.controls, controls, readiness, shipped_engagement()}, {},
                     day("2026-11-24"));
    REQUIRE(aim);
    return plan::make_plan(*aim, shipped_engagement());
  }

  /// Whether that rule of the type of a report applies.
  [[nodiscard]] bool says(Examination examination, std::string_view rule) const {
    const std::string decision = examination == Examination::soc1 ? "soc1_type" : "soc2_type";
    const std::size_t d = model::find_decision(rules_, decision).value();
    const std::vector<model::Rule>& rules = rules_.decisions[d].rules;
    const auto& because = outcome_.decisions[d].because;
    return std::any_of(because.begin(), because.end(), [&](const engine::Reason& reason) {
      return rules[reason.rule].id == decision + "." + std::string(rule);
    });
  }

  /// Whether a note says that the report cannot be ready.
  [[nodiscard]] bool is_told_late(Examination examination) const {
    const std::string soc = examination == Examination::soc1 ? "soc1" : "soc2";
    return std::any_of(outcome_.notes.begin(), outcome_.notes.end(), [&](std::size_t note) {
      return rules_.notes[note].id == "note.late_" + soc || rules_.notes[note].id == "note.no_" + soc + "_by_then";
    });
  }

 private:
  static model::Answer nothing_of(const model::Question& question) {
    if (question.kind == model::QuestionKind::number) return model::Number{question.from, {}};
    if (question.kind == model::QuestionKind::several)
      return model::Selection{std::vector<model::Chosen>(question.options.size(), model::Chosen::no)};
    if (question.kind == model::QuestionKind::yes_no) return model::Choice{0};
    const auto none = std::find_if(question.options.begin(), question.options.end(), [](const auto& option) {
      return option.id == "none" || option.id == "unspecified" || option.id == "no";
    });
    return model::Choice{none == question.options.end() ? 0
                                                        : static_cast<std::size_t>(none - question.options.begin())};
  }

  [[nodiscard]] std::size_t question(std::string_view id) const { return model::find_question(rules_, id).value(); }

  [[nodiscard]] std::size_t option(std::string_view id, std::string_view name) const {
    const auto& options = rules_.questions[question(id)].options;
    const auto found = std::find_if(options.begin(), options.end(), [&](const auto& one) { return one.id == name; });
    REQUIRE(found != options.end());
    return static_cast<std::size_t>(found - options.begin());
  }

  void set(std::string_view id, model::Answer answer) { answers_[question(id)] = std::move(answer); }

  void choose(std::string_view id, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names)
      std::get<model::Selection>(answers_[question(id)]).options[option(id, name)] = model::Chosen::yes;
  }

  const engine::CompiledRules& compiled_ = builtin::selection_rules();
  const model::RuleSet& rules_ = compiled_.rules;
  model::Answers answers_;
  engine::Outcome outcome_;
};

/// The day on which that report is in hand; none where the plan has no such report.
std::optional<plan::Dates> in_hand(const plan::Plan& plan, Examination examination, plan::ReportType type) {
  const auto found = std::find_if(plan.deliveries.begin(), plan.deliveries.end(), [&](const plan::Delivery& delivery) {
    return delivery.examination == examination && delivery.type == type;
  });
  if (found == plan.deliveries.end()) return std::nullopt;
  return found->in_hand;
}

bool is_in_time(const plan::Plan& plan, Examination examination, plan::ReportType type) {
  const auto days = in_hand(plan, examination, type);
  return days && days->likely <= *plan.needed_by;
}

void check_agreement(const Said& said, const Company& company, const plan::Plan& in_place, Examination examination) {
  INFO(said.asks << (said.holds_type_1 ? ", Type 1 held" : "") << ", period of " << said.shortest << " stated, "
                 << said.evidence << " months of evidence, " << said.left << " left, SOC "
                 << (examination == Examination::soc1 ? 1 : 2));
  const bool fits = is_in_time(in_place, examination, plan::ReportType::type_2);
  if (company.says(examination, "in_time")) {
    CHECK(fits);
    const plan::Plan unknown = company.plan(ControlStatus::unknown);
    const auto days = in_hand(unknown, examination, plan::ReportType::type_2);
    CHECK((days && days->early <= *unknown.needed_by));
    if (said.asks != "both") CHECK(unknown.fit != plan::Fit::too_late);
  }
  const bool is_denied = company.says(examination, "not_in_time") || company.says(examination, "type_1_sooner") ||
                         company.is_told_late(examination);
  // Who is only starting has gaps to close, for which the rules count two months; a plan with every control in place
  // has none. That is the one exception.
  if (is_denied && said.evidence > 0) CHECK(!fits);
  if (company.says(examination, "not_in_time")) CHECK(is_in_time(in_place, examination, plan::ReportType::type_1));
  if (company.says(examination, "type_1_sooner") && said.evidence > 0)
    CHECK(!is_in_time(in_place, examination, plan::ReportType::type_1));
}

}  // namespace

TEST_CASE(
    "where recommend says that there is time, plan says so too, and where it says that there is none, neither does "
    "plan") {
  std::size_t sets = 0;
  for (const std::string_view asks : {"security_team", "finance_team", "both"})
    for (const bool holds : {false, true})
      for (const int shortest : {0, 3, 6, 7, 9, 12})
        for (const int evidence : {0, 1, 2, 3, 6, 9, 12})
          for (const int left : {1, 2, 3, 4, 5, 6, 7, 9, 12, 16}) {
            ++sets;
            const Said said{asks, holds, shortest, evidence, left};
            const Company company(said);
            const plan::Plan in_place = company.plan(ControlStatus::in_place);
            if (asks != "finance_team") check_agreement(said, company, in_place, Examination::soc2);
            if (asks != "security_team") check_agreement(said, company, in_place, Examination::soc1);
          }
  CHECK(sets >= 2000);
}
