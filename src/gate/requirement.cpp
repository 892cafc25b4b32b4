// SPDX-License-Identifier: Apache-2.0
#include "gate/requirement.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "gate/candidates.hpp"
#include "gate/due.hpp"
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

/// The reports that meet it may not go out at once.
bool waits(const RequirementVerdict& result) {
  return !result.met_by.empty() && std::any_of(result.checks.begin(), result.checks.end(), [](const Check& check) {
    return check.id == hand_over_check && check.verdict == CheckVerdict::condition;
  });
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

void take_words_of(const std::vector<Check>& checks, RequirementVerdict& result) {
  for (const Check& check : checks) {
    for (const Action& action : check.actions)
      if (std::find(result.actions.begin(), result.actions.end(), action) == result.actions.end())
        result.actions.push_back(action);
    for (const std::string& reply : check.replies) add_once(reply, result.replies);
  }
}

/// Nothing has to be held yet: what comes later may be better than what is held.
void weigh_due(Ask& ask, const Choice& choice, Weight weight, RequirementVerdict& result) {
  if (ask.requirement.due.is_left_out() || is_yes(result.verdict)) return;
  DueOutcome outcome = due_outcome(ask, choice);
  const Verdict verdict = weighed(outcome.verdict, weight, ask.strictness);
  const bool is_better = verdict < result.verdict;
  if (is_better || (outcome.is_of_report_to_come && verdict == result.verdict && verdict == Verdict::fail)) {
    result.verdict = verdict;
    result.checks = std::move(outcome.checks);
    result.actions.clear();
    result.replies.clear();
    take_words_of(result.checks, result);
  } else if (result.verdict == Verdict::fail) {
    std::erase_if(result.checks, [&](const Check& check) { return check.id == outcome.due.id; });
    result.checks.push_back(outcome.due);
    take_words_of({outcome.due}, result);
  }
}

/// The first day, where nothing but an agreement is needed today for what is due later.
Earliest earliest_with_due(Ask& ask, Weight weight) {
  if (!ask.requirement.due.is_left_out() && ask.decision)
    if (const std::optional<model::Deal> agreed = with_agreement(ask.deal)) {
      Ask signed_ask = under_agreement(ask, *agreed);
      signed_ask.extent = Extent::brief;
      if (goes_through(signed_ask, weight)) return {ask.decision, "a signed non-disclosure agreement"};
    }
  return earliest_day(ask);
}

}  // namespace

bool goes_through(Ask& ask, Weight weight) {
  if (is_yes(weighed(can_be_met(ask) ? Verdict::pass : Verdict::fail, weight, ask.strictness))) return true;
  if (ask.requirement.due.is_left_out() || ask.bench.work.is_spent()) return false;
  const Choice choice = best_choice(ask);
  return is_yes(weighed(due_outcome(ask, choice).verdict, weight, ask.strictness));
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
    if (waits(result)) result.send_once = collected(ask, choice, send_once_decision);
  } else {
    const Earliest earliest = earliest_with_due(ask, weight);
    result.earliest = earliest.day;
    result.earliest_by = earliest.by;
    result.interim = collected(ask, choice, interim_decision);
  }
  return result;
}

}  // namespace socrates::gate
