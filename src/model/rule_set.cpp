// SPDX-License-Identifier: Apache-2.0
#include "socrates/model/rule_set.hpp"

#include <algorithm>

namespace socrates::model {

namespace {

template <typename T>
std::optional<std::size_t> find_id(const std::vector<T>& list, std::string_view id) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (list[i].id == id) return i;
  }
  return std::nullopt;
}

}  // namespace

void add_subjects(const Condition& condition, const RuleSet& rules, Subjects& subjects) {
  for (const Condition& part : condition.parts) add_subjects(part, rules, subjects);
  if (condition.kind == ConditionKind::question) subjects.questions.insert(condition.subject);
  if (condition.kind == ConditionKind::decision) subjects.decisions.insert(condition.subject);
  if (condition.kind == ConditionKind::fact && subjects.facts.insert(condition.subject).second)
    add_subjects(rules.facts[condition.subject].when, rules, subjects);
}

std::optional<std::size_t> find_question(const RuleSet& rules, std::string_view id) {
  return find_id(rules.questions, id);
}

std::optional<std::size_t> find_decision(const RuleSet& rules, std::string_view id) {
  return find_id(rules.decisions, id);
}

std::optional<std::size_t> find_value(const Decision& decision, std::string_view id) {
  return find_id(decision.values, id);
}

std::optional<std::size_t> find_option(const Question& question, std::string_view id) {
  return find_id(question.options, id);
}

std::optional<std::size_t> find_default(const RuleSet& rules, std::string_view id) {
  return find_id(rules.defaults, id);
}

bool gives(const Rule& rule, std::size_t value) {
  return std::find(rule.then.begin(), rule.then.end(), value) != rule.then.end();
}

}  // namespace socrates::model
