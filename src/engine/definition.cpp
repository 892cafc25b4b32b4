// SPDX-License-Identifier: Apache-2.0
#include "engine/definition.hpp"

#include <algorithm>
#include <set>

namespace socrates::engine {
namespace {

using model::Combine;
using model::Condition;
using model::ConditionKind;
using model::Decision;
using model::Named;
using model::Rule;
using model::RuleSet;

/// The ids of the values, of those that the other side knows too: a level that came in stands in every `at_least`.
std::set<std::string> shared_ids(const Decision& decision, const model::IndexSet& values, const Decision& other) {
  std::set<std::string> ids;
  for (const std::size_t value : values)
    if (model::find_value(other, decision.values[value].id)) ids.insert(decision.values[value].id);
  return ids;
}

/// Only levels stand in an order that means something.
bool have_same_values(const Decision& before, const Decision& after) {
  const auto is_same = [](const Named& a, const Named& b) { return a.id == b.id; };
  const auto& old = before.values;
  const auto& now = after.values;
  if (after.combine == Combine::strongest) return std::equal(old.begin(), old.end(), now.begin(), now.end(), is_same);
  return std::is_permutation(old.begin(), old.end(), now.begin(), now.end(), is_same);
}

/// Each of the one list has its like in the other, in whatever order. `is_like` takes one of each side, whose indices
/// are of different rule sets: std::is_permutation also compares those of one side with each other.
template <class Item, class Like>
bool pair_up(const std::vector<Item>& before, const std::vector<Item>& after, Like is_like) {
  if (before.size() != after.size()) return false;
  std::vector<bool> is_taken(after.size(), false);
  return std::all_of(before.begin(), before.end(), [&](const Item& old) {
    for (std::size_t i = 0; i < after.size(); ++i) {
      if (is_taken[i] || !is_like(old, after[i])) continue;
      is_taken[i] = true;
      return true;
    }
    return false;
  });
}

bool gives(const Decision& decision, const Rule& rule, std::string_view element) {
  return std::any_of(rule.then.begin(), rule.then.end(),
                     [&](std::size_t value) { return decision.values[value].id == element; });
}

}  // namespace

bool Definitions::are_same_facts(std::size_t before, std::size_t after) {
  const std::pair<std::size_t, std::size_t> both(before, after);
  if (const auto known = same_facts_.find(both); known != same_facts_.end()) return known->second;
  const bool same = are_same(before_.facts[before].when, after_.facts[after].when);
  return same_facts_[both] = same;
}

bool Definitions::are_same(const Condition& before, const Condition& after) {
  if (before.kind != after.kind) return false;
  switch (before.kind) {
    case ConditionKind::question:
      return same_answers_(before, after);
    case ConditionKind::fact:
      return are_same_facts(before.subject, after.subject);
    case ConditionKind::decision: {
      const Decision& old = before_.decisions[before.subject];
      const Decision& now = after_.decisions[after.subject];
      return before.test == after.test && old.id == now.id &&
             shared_ids(old, before.values, now) == shared_ids(now, after.values, old);
    }
    case ConditionKind::all:
    case ConditionKind::any:
    case ConditionKind::negation:
      break;
  }
  return pair_up(before.parts, after.parts,
                 [this](const Condition& old, const Condition& now) { return are_same(old, now); });
}

bool Definitions::are_same(const Decision& before, const Decision& after) {
  if (before.combine != after.combine || !have_same_values(before, after)) return false;
  return pair_up(before.rules, after.rules, [&](const Rule& old, const Rule& now) {
    if (old.when.has_value() != now.when.has_value()) return false;
    if (shared_ids(before, model::IndexSet(old.then), after) != shared_ids(after, model::IndexSet(now.then), before))
      return false;
    return !old.when || are_same(*old.when, *now.when);
  });
}

std::vector<std::string> decisions_read(const RuleSet& rules, const Decision& decision, std::string_view element) {
  model::Subjects subjects;
  for (const Rule& rule : decision.rules)
    if (rule.when && (decision.combine != Combine::collect || gives(decision, rule, element)))
      model::add_subjects(*rule.when, rules, subjects);
  std::vector<std::string> ids;
  for (const std::size_t read : subjects.decisions) ids.push_back(rules.decisions[read].id);
  return ids;
}

}  // namespace socrates::engine
