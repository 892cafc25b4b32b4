// SPDX-License-Identifier: Apache-2.0
#include "definition.hpp"

#include <algorithm>
#include <set>

namespace socrates::engine {
namespace {

using model::Condition;
using model::ConditionKind;
using model::Decision;
using model::Rule;
using model::RuleSet;

std::vector<std::string> ids_of(const Decision& decision, const std::vector<std::size_t>& values) {
  std::vector<std::string> ids;
  for (const std::size_t value : values) ids.push_back(decision.values[value].id);
  std::sort(ids.begin(), ids.end());
  return ids;
}

/// Facts and decisions are each side's own, so facts are looked into and decisions compared by their names.
bool is_same(const Condition& a, const RuleSet& of_a, const Condition& b, const RuleSet& of_b) {
  if (a.kind != b.kind || a.test != b.test) return false;
  switch (a.kind) {
    case ConditionKind::question:
      return a == b;
    case ConditionKind::fact:
      return is_same(of_a.facts[a.subject].when, of_a, of_b.facts[b.subject].when, of_b);
    case ConditionKind::decision: {
      const Decision& first = of_a.decisions[a.subject];
      const Decision& second = of_b.decisions[b.subject];
      return first.id == second.id && ids_of(first, a.values) == ids_of(second, b.values);
    }
    case ConditionKind::all:
    case ConditionKind::any:
    case ConditionKind::negation:
      break;
  }
  return std::equal(a.parts.begin(), a.parts.end(), b.parts.begin(), b.parts.end(),
                    [&](const Condition& one, const Condition& other) { return is_same(one, of_a, other, of_b); });
}

bool is_same_rule(const Definition& before, const Rule& old, const Definition& after, const Rule& now) {
  if (old.when.has_value() != now.when.has_value()) return false;
  if (ids_of(before.decision, old.then) != ids_of(after.decision, now.then)) return false;
  return !old.when || is_same(*old.when, before.rules, *now.when, after.rules);
}

void add_decisions_read(const Condition& condition, const RuleSet& rules, std::set<std::string>& ids) {
  if (condition.kind == ConditionKind::decision) ids.insert(rules.decisions[condition.subject].id);
  if (condition.kind == ConditionKind::fact) add_decisions_read(rules.facts[condition.subject].when, rules, ids);
  for (const Condition& part : condition.parts) add_decisions_read(part, rules, ids);
}

}  // namespace

bool is_same_definition(const Definition& before, const Definition& after) {
  const Decision& old = before.decision;
  const Decision& now = after.decision;
  const auto is_same_value = [](const model::Named& a, const model::Named& b) { return a.id == b.id; };
  if (old.combine != now.combine || old.rules.size() != now.rules.size()) return false;
  if (!std::equal(old.values.begin(), old.values.end(), now.values.begin(), now.values.end(), is_same_value))
    return false;
  return std::all_of(now.rules.begin(), now.rules.end(), [&](const Rule& rule) {
    const auto same_id =
        std::find_if(old.rules.begin(), old.rules.end(), [&](const Rule& r) { return r.id == rule.id; });
    return same_id != old.rules.end() && is_same_rule(before, *same_id, after, rule);
  });
}

std::vector<std::string> decisions_read(const Definition& definition) {
  std::set<std::string> ids;
  for (const Rule& rule : definition.decision.rules)
    if (rule.when) add_decisions_read(*rule.when, definition.rules, ids);
  return {ids.begin(), ids.end()};
}

}  // namespace socrates::engine
