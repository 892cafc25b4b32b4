// SPDX-License-Identifier: Apache-2.0
#include "gate/requirement.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "gate/candidates.hpp"
#include "gate/earliest.hpp"
#include "socrates/base/words.hpp"

namespace socrates::gate {
namespace {

void add_once(const std::string& text, std::vector<std::string>& texts) {
  if (std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(text);
}

/// The first check in which another report comes out graver than what was chosen, or why else it was left.
std::string why_left(Ask& ask, const Judged& other, const Choice& choice) {
  for (std::size_t c = 0; c < other.checks.size(); ++c) {
    if (other.checks[c] <= std::max(choice.checks[c], CheckVerdict::pass)) continue;
    const Check check = reason_of(ask, other, c);
    const std::string reason = !check.because.empty()   ? check.because.front().text
                               : !check.unknown.empty() ? "what needs to be known: " + check.unknown.front()
                                                        : "undecided";
    return fmt::format("{} {}: {}", check.id, check.title, reason);
  }
  return "an older report, or one that needs others besides; it adds nothing";
}

void add_reports(Ask& ask, const Choice& choice, RequirementVerdict& result) {
  for (const Pick& one : choice.chosen) {
    const Candidate& candidate = one.judged.candidate;
    if (candidate.report == nullptr) continue;
    add_once(candidate.report->id, result.nearest);
    for (const model::HeldReport* const earlier : candidate.earlier) add_once(earlier->id, result.nearest);
  }
  if (result.verdict == Verdict::pass || choice.verdict == Verdict::pass_with_conditions)
    result.met_by = result.nearest;
  for (const Judged& other : choice.others) {
    if (ask.bench.work.is_spent()) return;
    result.others.push_back({other.candidate.report->id, why_left(ask, other, choice)});
  }
}

Verdict weighed(Verdict verdict, Weight weight, Strictness strictness) {
  const bool counts = is_yes(verdict) || weight == Weight::required;
  return counts ? verdict : under(strictness, Verdict::pass_with_conditions);
}

/// What it is called: of questionnaires which, of others the kind of report.
std::string_view title_of(const model::Requirement& requirement) {
  if (!requirement.questionnaire) return model::name_of(requirement.report);
  switch (*requirement.questionnaire) {
    case model::Questionnaire::sig:
      return "SIG questionnaire";
    case model::Questionnaire::caiq:
      return "CAIQ";
    case model::Questionnaire::hecvat:
      return "HECVAT";
    case model::Questionnaire::custom:
      return "customer's own questionnaire";
  }
  return {};
}

}  // namespace

std::string words_of(const model::Requirement& requirement) {
  if (!requirement.any_of.empty()) {
    std::vector<std::string> each;
    for (const model::Requirement& alternative : requirement.any_of) each.push_back(words_of(alternative));
    return "one of: " + base::listed(each, "or");
  }
  std::string words(title_of(requirement));
  if (requirement.level_at_least.is_given()) {
    const auto levels = model::levels_of(requirement.report);
    words += fmt::format(" {} or higher", levels[static_cast<std::size_t>(requirement.level_at_least.value)]);
  }
  if (requirement.type.is_given()) words += fmt::format(" {}", model::name_of(requirement.type.value));
  if (!requirement.categories.is_given() || requirement.categories.value.empty()) return words;
  std::vector<std::string> categories;
  for (const model::TrustCategory category : requirement.categories.value)
    categories.push_back(base::plain_words(model::id_of(category)));
  return words + " with " + base::listed(categories, "and");
}

namespace {

/// The period of a report to come is long enough, as far as the deal or else the rules say; none where that is not
/// known.
Maybe is_long_enough(const Ask& ask, const model::NextReport& next) {
  if (!has_types(next.report) || next.type == model::ReportType::type_1) return true;
  const model::Stated<int>& stated = ask.requirement.period_months_at_least;
  const auto least = stated.is_left_out() ? threshold(ask, Threshold::period_floor_months) : stated.known();
  if (!next.period || !least) return std::nullopt;
  return *least <= base::whole_months(next.period->from, next.period->to);
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

/// What becomes of it by then, as far as is planned.
DueState due_state_of(Ask& ask) {
  if (!ask.due_day || !ask.decision) return DueState::not_known;
  if (*ask.due_day < *ask.decision) return DueState::past;
  DueState best = DueState::not_planned;
  for (const std::size_t number : fitting_next(ask)) {
    const model::NextReport& next = ask.inventory().next[number];
    const Maybe fits = is_long_enough(ask, next);
    if (fits == false || (next.expected && *ask.due_day < *next.expected)) continue;
    if (fits == true && next.expected && next.certain.value_or(false)) return DueState::planned;
    best = DueState::not_known;
  }
  return best;
}

/// What is due later, judged by itself.
Check due_check_of(const Ask& ask, const Judged& nearest) {
  Ask later = ask;
  later.due_day = due_day_of(later);
  later.due = due_state_of(later);
  later.earlier.clear();
  const auto check = ask.bench.check(due_check);
  Check result = check ? explained(later, nearest, *check) : Check();
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

void take_words_of(const std::vector<Check>& checks, RequirementVerdict& result) {
  for (const Check& check : checks) {
    for (const Action& action : check.actions)
      if (std::find(result.actions.begin(), result.actions.end(), action) == result.actions.end())
        result.actions.push_back(action);
    for (const std::string& reply : check.replies) add_once(reply, result.replies);
  }
}

/// Nothing has to be held yet: what is planned may be better than what is held.
void weigh_due(Ask& ask, const Choice& choice, Weight weight, RequirementVerdict& result) {
  if (ask.requirement.due.is_left_out() || is_yes(result.verdict)) return;
  Check check = due_check_of(ask, choice.chosen.front().judged);
  const Verdict verdict = weighed(verdict_of({check.verdict}, ask.strictness), weight, ask.strictness);
  const bool is_better = verdict < result.verdict;
  if (is_better) {
    result.verdict = verdict;
    result.checks.clear();
    result.actions.clear();
    result.replies.clear();
  }
  if (!is_better && result.verdict == Verdict::undecided) return;
  result.checks.push_back(std::move(check));
  take_words_of({result.checks.back()}, result);
}

}  // namespace

bool goes_through(Ask& ask, Weight weight) {
  if (is_yes(weighed(can_be_met(ask) ? Verdict::pass : Verdict::fail, weight, ask.strictness))) return true;
  if (ask.requirement.due.is_left_out()) return false;
  ask.due_day = due_day_of(ask);
  const bool is_planned = due_state_of(ask) == DueState::planned;
  return is_planned && is_yes(under(ask.strictness, Verdict::pass_with_conditions));
}

RequirementVerdict judge_requirement(Ask& ask, Weight weight) {
  const Choice choice = best_choice(ask);
  RequirementVerdict result;
  result.id = ask.requirement.id;
  if (ask.extent == Extent::full) result.asked = words_of(ask.requirement);
  result.weight = weight;
  if (ask.bench.work.is_spent()) return result;
  result.checks = explained(ask, choice);
  result.verdict = weighed(choice.verdict, weight, ask.strictness);
  add_reports(ask, choice, result);
  take_words_of(result.checks, result);
  weigh_due(ask, choice, weight, result);
  if (ask.extent == Extent::brief) return result;
  for (const std::string& reply : ask.fit.replies) add_once(reply, result.replies);
  if (is_yes(result.verdict)) {
    result.earliest = ask.decision;
  } else {
    const Earliest earliest = earliest_day(ask);
    result.earliest = earliest.day;
    result.earliest_by = earliest.by;
    result.interim = interim(ask, choice);
  }
  return result;
}

}  // namespace socrates::gate
