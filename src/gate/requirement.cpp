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
    const Check check = explained(ask, other, c);
    const std::string reason = !check.because.empty()   ? check.because.front().text
                               : !check.unknown.empty() ? "what would have to be known: " + check.unknown.front()
                                                        : "undecided";
    return fmt::format("{} {}: {}", check.id, check.title, reason);
  }
  return "it comes out no better, and speaks of earlier days or needs more beside it";
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

}  // namespace

std::string words_of(const model::Requirement& requirement) {
  std::string words(model::name_of(requirement.report));
  if (requirement.type.is_given()) words += fmt::format(" {}", model::name_of(requirement.type.value));
  if (!requirement.categories.is_given() || requirement.categories.value.empty()) return words;
  std::string list;
  const std::vector<model::TrustCategory>& categories = requirement.categories.value;
  for (std::size_t i = 0; i < categories.size(); ++i)
    list += (i == 0                       ? ""
             : i + 1 == categories.size() ? " and "
                                          : ", ") +
            base::plain_words(model::id_of(categories[i]));
  return words + " with " + list;
}

bool goes_through(Ask& ask, Weight weight) {
  return is_yes(weighed(can_be_met(ask) ? Verdict::pass : Verdict::fail, weight, ask.strictness));
}

RequirementVerdict judge_requirement(Ask& ask, Weight weight) {
  const Choice choice = best_choice(ask);
  RequirementVerdict result;
  result.id = ask.requirement.id;
  result.asked = words_of(ask.requirement);
  result.weight = weight;
  if (ask.bench.work.is_spent()) return result;
  result.checks = explained(ask, choice);
  result.verdict = weighed(choice.verdict, weight, ask.strictness);
  add_reports(ask, choice, result);
  for (const Check& check : result.checks) {
    for (const Action& action : check.actions)
      if (std::find(result.actions.begin(), result.actions.end(), action) == result.actions.end())
        result.actions.push_back(action);
    for (const std::string& reply : check.replies) add_once(reply, result.replies);
  }
  for (const std::string& reply : ask.fit.replies) add_once(reply, result.replies);
  if (is_yes(choice.verdict)) {
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
