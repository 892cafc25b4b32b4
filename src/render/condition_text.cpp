// SPDX-License-Identifier: Apache-2.0
#include "render/condition_text.hpp"

#include <fmt/format.h>

#include <vector>

#include "render/sentence.hpp"

namespace socrates::render {
namespace {

using model::Condition;
using model::ConditionKind;
using model::Named;

std::vector<std::string> ids_of(const std::vector<Named>& named, const model::IndexSet& values) {
  std::vector<std::string> ids;
  for (const std::size_t value : values) ids.push_back(named[value].id);
  return ids;
}

std::string one_or_list(const std::vector<std::string>& ids) {
  return ids.size() == 1 ? ids.front() : "[" + joined(ids, ", ") + "]";
}

bool is_run(const model::IndexSet& values) { return values.back() - values.front() + 1 == values.size(); }

/// A test of a set: of a several-choice, or of a decision that collects.
std::string set_test(const Condition& condition, const std::vector<Named>& named) {
  const std::vector<std::string> ids = ids_of(named, condition.values);
  switch (condition.test) {
    case model::Test::is_empty:
      return "{none: true}";
    case model::Test::has_all:
      return "{has_all: [" + joined(ids, ", ") + "]}";
    case model::Test::one_of:
    case model::Test::in_range:
      break;
  }
  return ids.size() > 1 && ids.size() == named.size() ? "{any: true}" : one_or_list(ids);
}

std::string level_test(const Condition& condition, const std::vector<Named>& values) {
  const bool is_whole_range = condition.values.size() > 1 && is_run(condition.values);
  if (is_whole_range && condition.values.back() + 1 == values.size())
    return fmt::format("{{at_least: {}}}", values[condition.values.front()].id);
  if (is_whole_range && condition.values.front() == 0)
    return fmt::format("{{at_most: {}}}", values[condition.values.back()].id);
  return one_or_list(ids_of(values, condition.values));
}

std::string range_test(const Condition& condition, const model::Question& question) {
  if (condition.from == condition.to) return std::to_string(condition.from);
  std::vector<std::string> bounds;
  if (condition.from > question.from) bounds.push_back(fmt::format("at_least: {}", condition.from));
  if (condition.to < question.to) bounds.push_back(fmt::format("at_most: {}", condition.to));
  if (bounds.empty()) bounds.push_back(fmt::format("at_least: {}", question.from));
  return "{" + joined(bounds, ", ") + "}";
}

std::string question_test(const Condition& condition, const model::Question& question) {
  switch (question.kind) {
    case model::QuestionKind::yes_no:
    case model::QuestionKind::one:
      return one_or_list(ids_of(question.options, condition.values));
    case model::QuestionKind::several:
      return set_test(condition, question.options);
    case model::QuestionKind::number:
      break;
  }
  return range_test(condition, question);
}

std::string decision_test(const Condition& condition, const model::Decision& decision) {
  switch (decision.combine) {
    case model::Combine::strongest:
      return level_test(condition, decision.values);
    case model::Combine::exactly_one:
      return one_or_list(ids_of(decision.values, condition.values));
    case model::Combine::collect:
      break;
  }
  return set_test(condition, decision.values);
}

std::string parts(const model::RuleSet& rules, const Condition& condition) {
  std::vector<std::string> texts;
  for (const Condition& part : condition.parts) texts.push_back("{" + condition_text(rules, part) + "}");
  return "[" + joined(texts, ", ") + "]";
}

}  // namespace

std::string condition_text(const model::RuleSet& rules, const Condition& condition) {
  switch (condition.kind) {
    case ConditionKind::all:
      return "all: " + parts(rules, condition);
    case ConditionKind::any:
      return "any: " + parts(rules, condition);
    case ConditionKind::negation: {
      const Condition& part = condition.parts.front();
      if (part.kind == ConditionKind::fact) return rules.facts[part.subject].id + ": false";
      return "not: {" + condition_text(rules, part) + "}";
    }
    case ConditionKind::fact:
      return rules.facts[condition.subject].id + ": true";
    case ConditionKind::question: {
      const model::Question& question = rules.questions[condition.subject];
      return question.id + ": " + question_test(condition, question);
    }
    case ConditionKind::decision:
      break;
  }
  const model::Decision& decision = rules.decisions[condition.subject];
  return decision.id + ": " + decision_test(condition, decision);
}

}  // namespace socrates::render
