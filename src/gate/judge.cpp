// SPDX-License-Identifier: Apache-2.0
#include "socrates/gate/judge.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "asked.hpp"
#include "checks.hpp"
#include "requirement.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/engine/walk.hpp"

namespace socrates::gate {
namespace {

/// The day on which the deal is decided; none where the deal says that it is not known.
std::optional<base::Date> decision_of(const model::Deal& deal, base::Date today) {
  return deal.decision_date.is_left_out() ? std::optional(today) : deal.decision_date.known();
}

void add_problem(base::Code code, const model::Deal& deal, std::string_view what, base::Diagnostics& problems) {
  base::Diagnostic diagnostic{};
  diagnostic.code = code;
  diagnostic.message = fmt::format("deal '{}': {}", deal.id, what);
  problems.add(std::move(diagnostic));
}

bool answers_reports_held(const model::RuleSet& selection, const model::Answers& answers) {
  const auto q = model::find_question(selection, "reports_held");
  return q && *q < answers.size() && !model::is_unknown(answers[*q]);
}

/// A report to come whose day has passed without it has no day: nobody can say when it is there.
model::Inventory without_overdue(model::Inventory inventory, base::Date day) {
  for (model::NextReport& next : inventory.next)
    if (next.expected && *next.expected < day) {
      next.expected = std::nullopt;
      next.certain = false;
    }
  return inventory;
}

/// What the whole deal shares.
class DealJudge {
 public:
  DealJudge(const model::Deal& deal, const Company& company, const RuleBooks& rules, base::Date today)
      : deal_(deal),
        company_(company),
        rules_{rules.selection, rules.acceptance, rules.criteria, &effort_},
        today_(today),
        decision_(decision_of(deal, today)),
        inventory_(without_overdue(company.inventory, std::min(today, decision_.value_or(today)))) {}

  std::optional<DealVerdict> judge(base::Diagnostics& problems) {
    const model::RuleSet& selection = rules_.selection.rules;
    if (answers_reports_held(selection, company_.profile) || answers_reports_held(selection, deal_.answers)) {
      add_problem(base::Code::reports_held_given, deal_, "'reports_held' follows from the reports file", problems);
      return std::nullopt;
    }
    answers_ = answers_for(deal_, company_, selection, decision_);
    if (!engine::are_possible(rules_.selection, engine::allowed_by(rules_.selection.space, answers_))) {
      report_contradictions(problems);
      return std::nullopt;
    }
    DealVerdict result;
    result.id = deal_.id;
    result.customer = deal_.customer;
    result.decision_date = decision_.value_or(today_);
    result.decision_date_is_today = deal_.decision_date.is_left_out();
    result.decision_date_is_unknown = deal_.decision_date.is_unknown();
    result.amount = deal_.amount;
    add_requirements(result);
    result.verdict = Verdict::pass;
    for (const RequirementVerdict& requirement : result.requirements)
      result.verdict = graver(result.verdict, requirement.verdict);
    add_waivers(result);
    return result;
  }

 private:
  void report_contradictions(base::Diagnostics& problems) const {
    for (const std::size_t clause : engine::contradictions(rules_.selection, answers_))
      add_problem(
          base::Code::deal_contradicts, deal_,
          "its answers and the profile contradict each other: " + rules_.selection.rules.impossible[clause].because,
          problems);
  }

  void add_requirements(DealVerdict& result) {
    if (!deal_.requirements.empty()) {
      for (const model::Requirement& requirement : deal_.requirements)
        result.requirements.push_back(
            judge_one(requirement, Weight::required, fit_of(requirement, deal_, rules_.selection, answers_)));
      return;
    }
    const engine::Outcome outcome = engine::evaluate(rules_.selection, answers_).value();
    const DerivedRequirements derived = derived_requirements(rules_.selection, answers_, outcome);
    for (const Derived& one : derived.requirements) {
      result.requirements.push_back(judge_one(one.requirement, one.weight, {}));
      result.derived.push_back(one.requirement);
    }
    if (!derived.open.empty()) result.requirements.push_back(open_requirement(derived.open));
    if (const Fit fit = fit_of_request(rules_.selection, outcome); fit.fits == AskFits::looks_wrong)
      result.requirements.push_back(doubtful_request(fit));
    if (!derived.requirements.empty()) return;
    if (!deal_.promises.empty()) result.requirements.push_back(promises_alone());
  }

  RequirementVerdict judge_one(const model::Requirement& requirement, Weight weight, const Fit& fit) {
    return judge_requirement(ask_of(requirement, fit), weight);
  }

  [[nodiscard]] Ask ask_of(const model::Requirement& requirement, Fit fit) const {
    Ask ask{deal_,  requirement,         deal_.services, decision_, inventory_,       company_.policy,
            rules_, company_.strictness, std::move(fit), {},        &company_.planned};
    for (const model::Waiver& waiver : company_.waivers)
      if (concerns(waiver, requirement.id) && !is_expired(waiver)) ask.waivers.push_back(&waiver);
    return ask;
  }

  [[nodiscard]] bool concerns(const model::Waiver& waiver, std::string_view requirement) const {
    return waiver.deal == deal_.id && (waiver.requirement.empty() || waiver.requirement == requirement);
  }

  /// It has to be in force today and on the day of the decision.
  [[nodiscard]] bool is_expired(const model::Waiver& waiver) const {
    return waiver.expiry < today_ || waiver.expiry < decision_.value_or(today_);
  }

  /// What the rules ask for is not settled, so neither is the deal.
  static RequirementVerdict open_requirement(const std::vector<std::string>& open) {
    RequirementVerdict result;
    result.id = "open";
    result.asked = "what the service calls for is not settled yet";
    result.verdict = Verdict::undecided;
    Check check;
    check.id = "ASK";
    check.title = "What is asked for";
    check.verdict = CheckVerdict::undecided;
    check.unknown = open;
    result.checks.push_back(std::move(check));
    return result;
  }

  /// What is asked for does not fit the service, by the rules that say what would.
  RequirementVerdict doubtful_request(const Fit& fit) {
    model::Requirement requirement;
    requirement.id = "request";
    return judge_alone("G18", requirement, "that what is asked for fits the service", fit);
  }

  /// The promises of a deal that asks for no report.
  RequirementVerdict promises_alone() {
    model::Requirement requirement;
    requirement.id = "promises";
    requirement.report = deal_.promises.front().report;
    return judge_alone("G17", requirement, "what the contract promises", {});
  }

  /// A requirement of which a single check counts, whatever reports are held. Rules that have no such check cannot
  /// tell.
  RequirementVerdict judge_alone(std::string_view id, const model::Requirement& requirement, std::string asked,
                                 const Fit& fit) {
    const RequirementVerdict all = judge_one(requirement, Weight::required, fit);
    const auto found = std::find_if(all.checks.begin(), all.checks.end(), [&](const Check& c) { return c.id == id; });
    Check check;
    if (found != all.checks.end()) {
      check = *found;
    } else {
      check.id = id;
      check.title = asked;
      check.verdict = CheckVerdict::undecided;
      check.unknown.emplace_back("the acceptance rules have no check of it");
    }
    check.report.clear();
    for (const Because& because : fit.because) {
      std::erase(check.figures, because.text);
      check.because.push_back(because);
    }
    for (const std::string& reply : fit.replies) check.replies.push_back(reply);
    RequirementVerdict result;
    result.id = requirement.id;
    result.asked = std::move(asked);
    result.verdict = verdict_of({check}, company_.strictness);
    result.actions = check.actions;
    result.replies = check.replies;
    result.checks.push_back(std::move(check));
    return result;
  }

  void add_waivers(DealVerdict& result) const {
    for (const model::Waiver& waiver : company_.waivers) {
      if (waiver.deal != deal_.id) continue;
      WaiverUse use{waiver.check, waiver.requirement, waiver.approver, waiver.expiry, WaiverUse::State::idle};
      if (is_expired(waiver)) use.state = WaiverUse::State::expired;
      for (const RequirementVerdict& requirement : result.requirements)
        for (const Check& check : requirement.checks)
          if (use.state == WaiverUse::State::idle && concerns(waiver, requirement.id) && check.id == waiver.check &&
              !check.waived_by.empty())
            use.state = WaiverUse::State::used;
      result.waivers.push_back(std::move(use));
    }
  }

  const model::Deal& deal_;
  const Company& company_;
  engine::Effort effort_{limits_of_deal};
  RuleBooks rules_;
  base::Date today_;
  std::optional<base::Date> decision_;
  model::Inventory inventory_;
  model::Answers answers_;
};

}  // namespace

std::optional<DealVerdict> judge(const model::Deal& deal, const Company& company, const RuleBooks& rules,
                                 base::Date today, base::Diagnostics& problems) {
  return DealJudge(deal, company, rules, today).judge(problems);
}

}  // namespace socrates::gate
