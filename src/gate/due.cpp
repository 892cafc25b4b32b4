// SPDX-License-Identifier: Apache-2.0
//
// What is due later need not be held now. A report to come has to stand before all checks on the day on which it comes,
// as a report held has to today: one that is too old when it is issued, or that covers too little of the fiscal year,
// is not enough however punctual it is. What its plan leaves open stays not known.
//
// Some checks hang on the deal and would come out alike for any report of that kind: who receives it, what the customer
// makes of the controls that are expected of it, and what nobody judges here. They count whatever comes when, and say
// nothing on whether the report will be sufficient.

#include "gate/due.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <set>
#include <tuple>
#include <utility>

#include "gate/earliest.hpp"
#include "socrates/base/calendar.hpp"

namespace socrates::gate {
namespace {

bool is_of_deal(std::string_view check) {
  return std::find(std::begin(deal_checks), std::end(deal_checks), check) != std::end(deal_checks);
}

/// The day by which it has to be held; none where that is not known.
std::optional<base::Date> due_day_of(const Ask& ask) {
  if (!ask.requirement.due.is_given()) return std::nullopt;
  const model::Due& due = ask.requirement.due.value;
  if (due.by) return due.by;
  const std::optional<base::Date> signing =
      ask.deal.contract_start.is_left_out() ? ask.decision : ask.deal.contract_start.known();
  if (!signing || !due.months_after_signing) return std::nullopt;
  return base::add_months(*signing, *due.months_after_signing);
}

/// How the requirement comes out on a day by which reports have come.
struct DueTrial {
  base::Date day;
  std::shared_ptr<Holding> holding;
  Choice choice;
  Verdict suffices = Verdict::fail;  ///< but for the checks that hang on the deal
  bool is_sure = false;              ///< all that has come by then is certain
};

Verdict verdict_of_report(const Ask& ask, const std::vector<CheckVerdict>& checks) {
  std::vector<CheckVerdict> counting;
  for (std::size_t c = 0; c < checks.size(); ++c)
    if (!is_of_deal(ask.bench.checks()[c].id)) counting.push_back(checks[c]);
  return counting.empty() ? Verdict::pass : verdict_of(counting, Strictness::conditions_pass);
}

/// Whether the report to come is there by then. One without a day may be there on any after its period.
bool is_there_by(const model::NextReport& next, base::Date day, bool is_sure) {
  if (!next.expected) return !is_sure && (!next.period || next.period->to <= day);
  return *next.expected <= day && (!is_sure || next.certain.value_or(false));
}

DueTrial tried_on(Ask& ask, base::Date day, bool is_sure) {
  model::Inventory then = ask.inventory();
  for (const model::NextReport& next : ask.inventory().next) {
    if (next.report != ask.requirement.report || !is_there_by(next, day, is_sure)) continue;
    model::NextReport come = next;
    if (!come.expected) come.expected = day;
    then.reports.push_back(as_planned(come, ask.inventory(), ask.deal, ask.requirement));
  }
  DueTrial trial{day, std::make_shared<Holding>(ask, std::move(then)), {}, Verdict::fail, is_sure};
  Ask on_that_day = on_day(ask, day, trial.holding->shelf, trial.holding->sheets);
  on_that_day.strictness = Strictness::conditions_pass;
  on_that_day.extent = Extent::brief;
  trial.choice = best_choice(on_that_day);
  trial.suffices = verdict_of_report(ask, trial.choice.checks);
  return trial;
}

/// The days on which a report of that kind comes, none after the due day. One without a day may come on the first that
/// is possible as well as on the last.
std::set<base::Date> days_to_try(const Ask& ask, std::optional<base::Date> due_day, bool is_sure) {
  std::set<base::Date> days;
  const auto add = [&](base::Date day) {
    if (const base::Date at = std::max(*ask.decision, day); !due_day || at <= *due_day) days.insert(at);
  };
  for (const model::NextReport& next : ask.inventory().next) {
    if (next.report != ask.requirement.report) continue;
    if (next.expected && (!is_sure || next.certain.value_or(false))) add(*next.expected);
    if (next.expected || is_sure) continue;
    add(next.period ? next.period->to : *ask.decision);
    if (due_day) add(*due_day);
  }
  return days;
}

/// The best of what is to come: where something sufficient is certain, that; else what may yet be sufficient; else what
/// is not. None where nothing comes by then.
std::optional<DueTrial> best_trial(Ask& ask, std::optional<base::Date> due_day) {
  if (!ask.decision || (due_day && *due_day < *ask.decision)) return std::nullopt;
  std::optional<DueTrial> best;
  const auto rank = [](const DueTrial& trial) {
    return std::tuple(trial.suffices == Verdict::fail, !(trial.is_sure && is_yes(trial.suffices)), trial.choice.verdict,
                      trial.suffices);
  };
  for (const bool is_sure : {true, false}) {
    for (const base::Date day : days_to_try(ask, due_day, is_sure)) {
      if (ask.bench.work.is_spent()) return best;
      DueTrial trial = tried_on(ask, day, is_sure);
      if (!best || rank(trial) < rank(*best)) best = std::move(trial);
    }
    if (best && best->is_sure && is_yes(best->suffices)) break;
  }
  return best;
}

bool may_suffice(const std::optional<DueTrial>& trial) { return trial && trial->suffices != Verdict::fail; }

DueState due_state_of(const Ask& ask, const std::optional<DueTrial>& trial) {
  if (!ask.due_day || !ask.decision) return DueState::not_known;
  if (*ask.due_day < *ask.decision) return DueState::past;
  if (!may_suffice(trial)) return DueState::not_planned;
  return trial->is_sure && is_yes(trial->suffices) ? DueState::planned : DueState::not_known;
}

/// The day on which the last of the reports is issued that were chosen.
std::optional<base::Date> issued_last(const Choice& choice) {
  std::optional<base::Date> last;
  for (const Pick& one : choice.chosen)
    if (const model::HeldReport* const report = one.judged.candidate.report)
      if (report->issued && (!last || *last < *report->issued)) last = report->issued;
  return last;
}

/// What is due later, judged by itself.
Check due_check_of(Ask& ask, const Judged& nearest) {
  const auto check = ask.bench.check(due_check);
  Check result = check ? explained(ask, nearest, *check) : Check();
  if (!check) {
    result.id = due_check;
    result.title = "Due later";
    result.verdict = CheckVerdict::undecided;
    result.unknown.emplace_back("the acceptance rules have no check for it");
  }
  if (result.verdict == CheckVerdict::undecided && check)
    result.unknown = {"Is a sufficient report certain by the day on which it is due?"};
  result.report.clear();
  return result;
}

bool is_id_held(const Ask& ask, std::string_view id) {
  const std::vector<model::HeldReport>& held = ask.inventory().reports;
  return std::any_of(held.begin(), held.end(), [&](const model::HeldReport& one) { return one.id == id; });
}

/// What the checks say of the report that comes. Its name is none of a report held.
std::vector<Check> explained_then(Ask& ask, const DueTrial& trial) {
  Ask then = on_day(ask, trial.day, trial.holding->shelf, trial.holding->sheets);
  then.extent = ask.extent;
  std::vector<Check> checks = explained(then, trial.choice);
  for (Check& check : checks)
    if (!is_id_held(ask, check.report)) check.report.clear();
  return checks;
}

/// Why the report that is planned is not enough: the first check that it fails.
void explain_trial(Ask& ask, const DueTrial& trial, Check& due) {
  const model::HeldReport* const report = trial.choice.chosen.front().judged.candidate.report;
  if (ask.extent == Extent::brief || report == nullptr || is_id_held(ask, report->id)) return;
  for (const Check& check : explained_then(ask, trial)) {
    if (is_of_deal(check.id) || check.verdict != CheckVerdict::fail || check.because.empty()) continue;
    due.figures.push_back(
        fmt::format("{} is not enough: {} {}, {}", report->id, check.id, check.title, check.because.front().text));
    return;
  }
}

/// What the deal makes of any report of that kind, on the day on which it is due: the checks that hang on it alone, and
/// those that fail and that nobody can waive.
std::vector<Check> explained_for_any(Ask& ask) {
  model::NextReport any;
  any.report = ask.requirement.report;
  any.type = ask.requirement.type.known();
  any.categories = ask.requirement.categories.known();
  any.covers = ask.services.known();
  any.level = ask.requirement.level_at_least.known();
  any.expected = ask.due_day;
  model::Inventory then = ask.inventory();
  then.reports.push_back(as_planned(any, ask.inventory(), ask.deal, ask.requirement));
  Holding holding(ask, std::move(then));
  Ask on_that_day = on_day(ask, ask.due_day.value_or(base::Date()), holding.shelf, holding.sheets);
  on_that_day.decision = ask.due_day;
  on_that_day.extent = ask.extent;
  const Judged of_any = judged(on_that_day, {&holding.inventory.reports.back(), {}});
  std::vector<Check> checks;
  for (std::size_t c = 0; c < of_any.checks.size(); ++c) {
    if (!is_of_deal(ask.bench.checks()[c].id) && !is_beyond_waivers(on_that_day, of_any, c)) continue;
    checks.push_back(explained(on_that_day, of_any, c));
    checks.back().report.clear();
  }
  return checks;
}

/// What stays of today's checks where the buyer accepts that the due day has passed: all but those that somebody could
/// waive.
std::vector<Check> explained_today(Ask& ask, const Choice& today) {
  std::vector<Check> checks;
  std::vector<Check> all = explained(ask, today);
  for (std::size_t c = 0; c < all.size(); ++c) {
    const bool stays = all[c].verdict != CheckVerdict::fail || is_of_deal(all[c].id) ||
                       std::any_of(today.chosen.begin(), today.chosen.end(),
                                   [&](const Pick& one) { return is_beyond_waivers(ask, one.judged, c); });
    if (stays) checks.push_back(std::move(all[c]));
  }
  return checks;
}

/// In its place among the others.
void put_in(const Check& due, std::vector<Check>& checks) {
  std::erase_if(checks, [&](const Check& check) { return check.id == due.id; });
  const auto place = std::find_if(checks.begin(), checks.end(), [&](const Check& check) { return due.id < check.id; });
  checks.insert(place, due);
}

}  // namespace

DueOutcome due_outcome(Ask& ask, const Choice& today) {
  ask.due_day = due_day_of(ask);
  const std::optional<DueTrial> trial = best_trial(ask, ask.due_day);
  ask.due = due_state_of(ask, trial);
  ask.earlier.clear();
  if (may_suffice(trial)) ask.due_next = issued_last(trial->choice);
  DueOutcome outcome;
  outcome.due = due_check_of(ask, today.chosen.front().judged);
  const bool is_past = ask.due == DueState::past;
  ask.due = DueState::not_asked;
  ask.earlier.clear();
  outcome.is_of_report_to_come = may_suffice(trial);
  if (trial && !may_suffice(trial)) explain_trial(ask, *trial, outcome.due);
  outcome.checks = may_suffice(trial) ? explained_then(ask, *trial)
                   : is_past          ? explained_today(ask, today)
                                      : explained_for_any(ask);
  std::vector<CheckVerdict> verdicts{outcome.due.verdict};
  for (const Check& check : outcome.checks)
    if (check.id != outcome.due.id) verdicts.push_back(check.verdict);
  outcome.verdict = verdict_of(verdicts, ask.strictness);
  const bool is_promised = is_yes(verdict_of(verdicts, Strictness::conditions_pass));
  if (outcome.due.verdict == CheckVerdict::condition && !is_promised) outcome.due.replies.clear();
  put_in(outcome.due, outcome.checks);
  return outcome;
}

}  // namespace socrates::gate
