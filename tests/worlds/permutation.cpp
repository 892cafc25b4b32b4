// SPDX-License-Identifier: Apache-2.0
#include "worlds/permutation.hpp"

#include <cstddef>
#include <numeric>
#include <vector>

namespace socrates::worlds {
namespace {

using model::Condition;
using model::ConditionKind;

/// By old index the new one.
using Places = std::vector<std::size_t>;

Places places(std::size_t count, Draw& draw) {
  Places result(count);
  std::iota(result.begin(), result.end(), std::size_t{0});
  draw.shuffle(result);
  return result;
}

template <typename T>
std::vector<T> placed(const std::vector<T>& list, const Places& places) {
  std::vector<T> result(list.size());
  for (std::size_t i = 0; i < list.size(); ++i) result[places[i]] = list[i];
  return result;
}

template <typename Change>
void for_each_condition(model::RuleSet& rules, Change change) {
  for (auto& fact : rules.facts) change(fact.when);
  for (auto& clause : rules.impossible) change(clause.when);
  for (auto& decision : rules.decisions)
    for (auto& rule : decision.rules)
      if (rule.when) change(*rule.when);
  for (auto& note : rules.notes) change(note.when);
}

void rename(Condition& condition, ConditionKind kind, const Places& places) {
  for (Condition& part : condition.parts) rename(part, kind, places);
  if (condition.kind == kind) condition.subject = places[condition.subject];
}

void shuffle_parts(Condition& condition, Draw& draw) {
  for (Condition& part : condition.parts) shuffle_parts(part, draw);
  draw.shuffle(condition.parts);
}

void shuffle_rules(model::Decision& decision, Draw& draw) {
  std::vector<model::Rule> last;
  if (decision.combine == model::Combine::strongest) {
    last.push_back(decision.rules.back());
    decision.rules.pop_back();
  }
  draw.shuffle(decision.rules);
  decision.rules.insert(decision.rules.end(), last.begin(), last.end());
}

}  // namespace

model::RuleSet with_facts_permuted(const model::RuleSet& rules, Draw& draw) {
  model::RuleSet result = rules;
  const Places facts = places(rules.facts.size(), draw);
  result.facts = placed(rules.facts, facts);
  for_each_condition(result, [&](Condition& condition) { rename(condition, ConditionKind::fact, facts); });
  return result;
}

model::RuleSet with_declarations_permuted(const model::RuleSet& rules, Draw& draw) {
  model::RuleSet result = with_facts_permuted(rules, draw);
  const Places decisions = places(rules.decisions.size(), draw);
  result.decisions = placed(result.decisions, decisions);
  for_each_condition(result, [&](Condition& condition) { rename(condition, ConditionKind::decision, decisions); });
  return result;
}

model::RuleSet permuted(const model::RuleSet& rules, Draw& draw) {
  model::RuleSet result = with_declarations_permuted(rules, draw);
  for (auto& decision : result.decisions) shuffle_rules(decision, draw);
  draw.shuffle(result.impossible);
  draw.shuffle(result.notes);
  for_each_condition(result, [&](Condition& condition) { shuffle_parts(condition, draw); });
  return result;
}

}  // namespace socrates::worlds
