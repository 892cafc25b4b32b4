// SPDX-License-Identifier: Apache-2.0
#include "socrates/gate/judge.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <set>
#include <utility>

#include "gate/asked.hpp"
#include "gate/candidates.hpp"
#include "gate/checks.hpp"
#include "gate/deal_bench.hpp"
#include "gate/requirement.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/engine/walk.hpp"

namespace socrates::gate {
namespace {

constexpr std::size_t steps_of_answers = 50;
constexpr std::size_t steps_of_fit = 600;
constexpr std::size_t steps_of_selection = 8'000;

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

/// The kinds that somebody asks for, alternatives included.
std::vector<model::Family> kinds_of(const std::vector<model::Requirement>& requirements) {
  std::vector<model::Family> kinds;
  for (const model::Requirement& requirement : requirements) {
    if (requirement.any_of.empty()) kinds.push_back(requirement.report);
    for (const model::Requirement& alternative : requirement.any_of) kinds.push_back(alternative.report);
  }
  std::sort(kinds.begin(), kinds.end());
  kinds.erase(std::unique(kinds.begin(), kinds.end()), kinds.end());
  return kinds;
}

std::vector<model::Family> kinds_of(const std::vector<Derived>& derived) {
  std::vector<model::Requirement> needed;
  for (const Derived& one : derived)
    if (one.weight == Weight::required) needed.push_back(one.requirement);
  return kinds_of(needed);
}

bool answers_reports_held(const model::RuleSet& selection, const model::Answers& answers) {
  const auto q = model::find_question(selection, "reports_held");
  return q && *q < answers.size() && !model::is_unknown(answers[*q]);
}

/// What the whole deal shares.
class DealJudge {
 public:
  DealJudge(const model::Deal& deal, Extent extent, DealBench& bench)
      : deal_(deal),
        company_(bench.common.company),
        rules_(bench.common.rules),
        today_(bench.common.today),
        extent_(extent),
        decision_(decision_of(deal, today_)),
        inventory_(bench.common.inventory_on(earlier_day())),
        bench_(bench),
        shelf_(inventory_, bench.bench, &bench.common.shelf),
        kinds_(kinds_of(deal.requirements)) {
    bench.bench.work.add(bench.common.shelf.work_of_names());
  }

  /// With an inventory that is not that of the company, to find out whether the deal goes through.
  DealJudge(const model::Deal& deal, model::Inventory inventory, DealBench& bench)
      : deal_(deal),
        company_(bench.common.company),
        rules_(bench.common.rules),
        today_(bench.common.today),
        extent_(Extent::brief),
        decision_(decision_of(deal, today_)),
        own_inventory_(without_overdue(std::move(inventory), earlier_day())),
        inventory_(*own_inventory_),
        bench_(bench),
        shelf_(inventory_, bench.bench, names_the_same(inventory_, company_.inventory) ? &bench.common.shelf : nullptr),
        kinds_(kinds_of(deal.requirements)) {}

  std::optional<DealVerdict> judge(base::Diagnostics& problems) {
    if (gives_reports_held()) {
      add_problem(base::Code::reports_held_given, deal_, "'reports_held' follows from the reports file", problems);
      return std::nullopt;
    }
    if (!take_answers()) {
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
    result.meta = deal_.meta;
    add_notices(result);
    add_requirements(result);
    result.verdict = Verdict::pass;
    for (const RequirementVerdict& requirement : result.requirements)
      result.verdict = graver(result.verdict, requirement.verdict);
    add_waivers(result);
    if (is_too_much(deal_, bench_.bench, problems)) return std::nullopt;
    result.work = bench_.bench.work.done();
    return result;
  }

  /// Whether the verdict is a yes.
  bool goes_through() {
    if (gives_reports_held() || !take_answers()) return false;
    if (!deal_.requirements.empty()) {
      for (std::size_t r = 0; r < deal_.requirements.size(); ++r)
        if (!goes_through(r)) return false;
      return deal_.promises.empty() || is_yes_alone(promises_check, promises_requirement(), {});
    }
    const engine::Outcome& outcome = selection_outcome();
    const DerivedRequirements derived = derived_requirements(rules_.selection, answers_, outcome);
    if (!derived.open.empty()) return false;
    kinds_ = kinds_of(derived.requirements);
    for (const Derived& one : derived.requirements) {
      Ask ask = ask_of(one.requirement, {});
      if (bench_.bench.work.is_spent() || !gate::goes_through(ask, one.weight)) return false;
    }
    if (const Fit fit = fit_of_request(rules_.selection, outcome); fit.fits == AskFits::looks_wrong)
      if (!is_yes_alone(request_check, request_requirement(), fit)) return false;
    return deal_.promises.empty() || is_yes_alone(promises_check, promises_requirement(), {});
  }

 private:
  /// Today, or the day of the decision where that is past.
  [[nodiscard]] base::Date earlier_day() const { return std::min(today_, decision_.value_or(today_)); }

  /// One of the deal's requirements, or one of its alternatives.
  bool goes_through(std::size_t number) {
    const model::Requirement& requirement = deal_.requirements[number];
    const auto goes = [&](const model::Requirement& one, std::size_t alternative) {
      Ask ask = ask_of(one, fit_of_number(number, alternative));
      return !bench_.bench.work.is_spent() && gate::goes_through(ask, Weight::required);
    };
    if (requirement.any_of.empty()) return goes(requirement, 0);
    for (std::size_t a = 0; a < requirement.any_of.size(); ++a)
      if (goes(requirement.any_of[a], a)) return true;
    return false;
  }

  /// Dates that a system of record may have left behind.
  void add_notices(DealVerdict& result) const {
    constexpr int months_of_a_stale_decision = 3;
    constexpr int months_of_a_stale_start = 12;
    if (deal_.decision_date.is_given() &&
        months_of_a_stale_decision < base::months_since(deal_.decision_date.value, today_))
      result.notices.push_back(fmt::format("The decision date {} is more than {} months ago; is it still right?",
                                           base::to_text(deal_.decision_date.value), months_of_a_stale_decision));
    if (deal_.contract_start.is_given() && decision_ &&
        months_of_a_stale_start < base::months_since(deal_.contract_start.value, *decision_))
      result.notices.push_back(
          fmt::format("The contract starts on {}, more than {} months before the decision; is that day still right?",
                      base::to_text(deal_.contract_start.value), months_of_a_stale_start));
  }

  [[nodiscard]] bool gives_reports_held() const {
    const model::RuleSet& selection = rules_.selection.rules;
    return answers_reports_held(selection, company_.profile) || answers_reports_held(selection, deal_.answers);
  }

  /// False where they contradict each other.
  bool take_answers() {
    answers_ = answers_for(deal_, company_.profile, inventory_, rules_.selection.rules, decision_);
    if (bench_.answers == answers_) return true;
    bench_.bench.work.add(steps_of_answers);
    if (!engine::are_possible(rules_.selection, engine::allowed_by(rules_.selection.space, answers_))) return false;
    bench_.answers = answers_;
    bench_.fits.clear();
    for (const model::Requirement& requirement : deal_.requirements)
      bench_.fits.emplace_back(std::max<std::size_t>(requirement.any_of.size(), 1));
    bench_.outcome.reset();
    return true;
  }

  const engine::Outcome& selection_outcome() {
    if (!bench_.outcome) {
      bench_.bench.work.add(steps_of_selection);
      bench_.outcome = engine::evaluate(rules_.selection, answers_).value();
    }
    return *bench_.outcome;
  }

  const Fit& fit_of_number(std::size_t number, std::size_t alternative) {
    std::optional<Fit>& fit = bench_.fits[number][alternative];
    if (!fit) {
      bench_.bench.work.add(steps_of_fit);
      const model::Requirement& requirement = deal_.requirements[number];
      fit = fit_of(requirement.any_of.empty() ? requirement : requirement.any_of[alternative], deal_, rules_.selection,
                   answers_);
    }
    return *fit;
  }

  void report_contradictions(base::Diagnostics& problems) const {
    for (const std::size_t clause : engine::contradictions(rules_.selection, answers_))
      add_problem(base::Code::deal_contradicts, deal_,
                  "its answers and yours contradict each other: " + rules_.selection.rules.impossible[clause].because,
                  problems);
  }

  void add_requirements(DealVerdict& result) {
    if (!deal_.requirements.empty()) {
      for (std::size_t r = 0; r < deal_.requirements.size() && !bench_.bench.work.is_spent(); ++r)
        result.requirements.push_back(judge_number(r));
      if (!deal_.promises.empty()) result.requirements.push_back(promises_alone());
      return;
    }
    const engine::Outcome& outcome = selection_outcome();
    const DerivedRequirements derived = derived_requirements(rules_.selection, answers_, outcome);
    kinds_ = kinds_of(derived.requirements);
    for (const Derived& one : derived.requirements) {
      result.requirements.push_back(judge_one(one.requirement, one.weight, {}));
      result.derived.push_back(one.requirement);
    }
    if (!derived.open.empty()) result.requirements.push_back(open_requirement(derived.open));
    if (const Fit fit = fit_of_request(rules_.selection, outcome); fit.fits == AskFits::looks_wrong)
      result.requirements.push_back(doubtful_request(fit));
    if (!deal_.promises.empty()) result.requirements.push_back(promises_alone());
  }

  /// A requirement of the deal; of several alternatives the best, the first of those that come out alike.
  RequirementVerdict judge_number(std::size_t number) {
    const model::Requirement& requirement = deal_.requirements[number];
    if (requirement.any_of.empty()) return judge_one(requirement, Weight::required, fit_of_number(number, 0));
    std::vector<RequirementVerdict> all;
    for (std::size_t a = 0; a < requirement.any_of.size() && !bench_.bench.work.is_spent(); ++a)
      all.push_back(judge_one(requirement.any_of[a], Weight::required, fit_of_number(number, a)));
    const auto best =
        std::min_element(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.verdict < b.verdict; });
    const auto first = std::min_element(all.begin(), all.end(), [](const auto& a, const auto& b) {
      if (!a.earliest || !b.earliest) return a.earliest.has_value() && !b.earliest;
      return *a.earliest < *b.earliest;
    });
    RequirementVerdict result = *best;
    result.id = requirement.id;
    result.asked = words_of(requirement);
    result.earliest = first->earliest;
    result.earliest_by = first->earliest_by;
    result.alternatives = std::move(all);
    return result;
  }

  RequirementVerdict judge_one(const model::Requirement& requirement, Weight weight, const Fit& fit) {
    Ask ask = ask_of(requirement, fit);
    return judge_requirement(ask, weight);
  }

  [[nodiscard]] Ask ask_of(const model::Requirement& requirement, Fit fit) {
    const auto words = std::make_shared<AskedWords>(words_of(deal_, requirement, bench_.bench));
    words->kinds = kinds_;
    bench_.bench.work.add(words->objectives.size() + words->frameworks.size() + words->services.size());
    Ask ask{deal_,
            requirement,
            deal_.services,
            decision_,
            bench_.bench,
            shelf_,
            company_.policy,
            rules_,
            company_.strictness,
            std::move(fit),
            {},
            &company_.planned,
            words,
            std::make_shared<Sheets>(),
            words->services};
    if (!bench_.doubts) bench_.doubts = doubts_of(deal_, bench_.common.names);
    ask.doubts = *bench_.doubts;
    ask.extent = extent_;
    if (!own_inventory_) ask.today = today_;  // what is not the company's is as it would be on the day of the decision
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
    return judge_alone(request_check, request_requirement(), "that the request fits the service", fit);
  }

  static model::Requirement request_requirement() {
    model::Requirement requirement;
    requirement.id = "request";
    return requirement;
  }

  /// The promises of a deal that asks for no report.
  RequirementVerdict promises_alone() {
    return judge_alone(promises_check, promises_requirement(), "what the contract promises", {});
  }

  [[nodiscard]] model::Requirement promises_requirement() const {
    model::Requirement requirement;
    requirement.id = "promises";
    requirement.report = deal_.promises.front().report;
    return requirement;
  }

  /// Whether the verdict that follows is a yes.
  bool is_yes_alone(std::string_view id, const model::Requirement& requirement, const Fit& fit) {
    Ask ask = ask_of(requirement, fit);
    ask.judges_promises = id == promises_check;
    const auto check = bench_.bench.check(id);
    const CheckVerdict verdict = check ? judged(ask, {}).checks[*check] : CheckVerdict::undecided;
    return is_yes(verdict_of({verdict}, company_.strictness));
  }

  /// A requirement of which a single check counts, whatever reports are held. Rules that have no such check cannot
  /// tell.
  RequirementVerdict judge_alone(std::string_view id, const model::Requirement& requirement, std::string asked,
                                 const Fit& fit) {
    Ask ask = ask_of(requirement, fit);
    ask.judges_promises = id == promises_check;
    const auto found = bench_.bench.check(id);
    Check check;
    if (found && !bench_.bench.work.is_spent()) {
      check = explained(ask, judged(ask, {}), *found);
    } else {
      check.id = id;
      check.title = asked;
      check.verdict = CheckVerdict::undecided;
      check.unknown.emplace_back("the acceptance rules have no check for it");
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
    result.verdict = verdict_of({check.verdict}, company_.strictness);
    result.actions = check.actions;
    result.replies = check.replies;
    result.checks.push_back(std::move(check));
    return result;
  }

  void add_waivers(DealVerdict& result) const {
    for (const model::Waiver& waiver : company_.waivers) {
      if (waiver.deal != deal_.id) continue;
      WaiverUse use{waiver.check, waiver.requirement, waiver.approver, waiver.reason, waiver.expiry};
      if (is_expired(waiver)) use.state = WaiverUse::State::expired;
      for (const RequirementVerdict& requirement : result.requirements)
        for (const Check& check : requirement.checks) {
          if (use.state != WaiverUse::State::idle || !concerns(waiver, requirement.id) || check.id != waiver.check)
            continue;
          if (!check.waived_by.empty()) use.state = WaiverUse::State::used;
          use.is_refused = use.is_refused || check.verdict == CheckVerdict::fail;
        }
      use.names_no_requirement =
          !waiver.requirement.empty() &&
          std::none_of(result.requirements.begin(), result.requirements.end(),
                       [&](const RequirementVerdict& requirement) { return requirement.id == waiver.requirement; });
      result.waivers.push_back(std::move(use));
    }
  }

  const model::Deal& deal_;
  const Company& company_;
  const RuleBooks& rules_;
  base::Date today_;
  Extent extent_;
  std::optional<base::Date> decision_;
  std::optional<model::Inventory> own_inventory_;
  const model::Inventory& inventory_;
  DealBench& bench_;
  Shelf shelf_;
  std::vector<model::Family> kinds_;  ///< all that are asked for
  model::Answers answers_;
};

}  // namespace

Gatekeeper::Gatekeeper(const Company& company, const RuleBooks& rules, base::Date today)
    : common_(std::make_unique<Common>(company, rules, today)) {}

Gatekeeper::~Gatekeeper() = default;

std::optional<DealVerdict> Gatekeeper::judge(const model::Deal& deal, Extent extent, base::Diagnostics& problems) {
  DealBench bench(*common_);
  return DealJudge(deal, extent, bench).judge(problems);
}

std::optional<DealVerdict> judge(const model::Deal& deal, const Company& company, const RuleBooks& rules,
                                 base::Date today, base::Diagnostics& problems) {
  return Gatekeeper(company, rules, today).judge(deal, Extent::full, problems);
}

bool goes_through(const model::Deal& deal, const model::Inventory& inventory, DealBench& bench) {
  return DealJudge(deal, inventory, bench).goes_through();
}

bool is_too_much(const model::Deal& deal, const Bench& bench, base::Diagnostics& problems) {
  if (!bench.work.is_spent()) return false;
  add_problem(base::Code::too_much_to_judge, deal,
              fmt::format("judging it takes more than the {} steps allowed", most_work_of_a_deal), problems);
  return true;
}

}  // namespace socrates::gate
