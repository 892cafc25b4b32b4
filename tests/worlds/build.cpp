// SPDX-License-Identifier: Apache-2.0
#include "worlds/build.hpp"

#include <utility>

namespace socrates::worlds {
namespace {

using model::Condition;
using model::ConditionKind;
using model::Test;

std::vector<model::Named> named(const Ids& ids) {
  std::vector<model::Named> list;
  for (const std::string& id : ids) list.push_back({id, id});
  return list;
}

model::Question question(std::string id, model::QuestionKind kind, const Ids& options) {
  model::Question result;
  result.id = std::move(id);
  result.kind = kind;
  result.options = named(options);
  return result;
}

Condition test(ConditionKind kind, std::size_t subject, Test test, Indices values) {
  Condition result;
  result.kind = kind;
  result.subject = subject;
  result.test = test;
  result.values = model::IndexSet(values);
  return result;
}

Condition joined(ConditionKind kind, std::vector<Condition> parts) {
  Condition result;
  result.kind = kind;
  result.parts = std::move(parts);
  return result;
}

}  // namespace

model::Question yes_no(std::string id) {
  return question(std::move(id), model::QuestionKind::yes_no, {"false", "true"});
}
model::Question one(std::string id, const Ids& options) {
  return question(std::move(id), model::QuestionKind::one, options);
}
model::Question several(std::string id, const Ids& options) {
  return question(std::move(id), model::QuestionKind::several, options);
}
model::Question number(std::string id, int from, int to) {
  model::Question result = question(std::move(id), model::QuestionKind::number, {});
  result.from = from;
  result.to = to;
  return result;
}

Condition is(std::size_t question, Indices options) {
  return test(ConditionKind::question, question, Test::one_of, std::move(options));
}
Condition is_yes(std::size_t question) { return is(question, {1}); }
Condition is_no(std::size_t question) { return is(question, {0}); }
Condition has_all(std::size_t question, Indices options) {
  return test(ConditionKind::question, question, Test::has_all, std::move(options));
}
Condition is_none(std::size_t question) { return test(ConditionKind::question, question, Test::is_empty, {}); }
Condition in_range(std::size_t question, int from, int to) {
  Condition result = test(ConditionKind::question, question, Test::in_range, {});
  result.from = from;
  result.to = to;
  return result;
}
Condition holds(std::size_t fact) { return test(ConditionKind::fact, fact, Test::one_of, {}); }
Condition decides(std::size_t decision, Indices values) {
  return test(ConditionKind::decision, decision, Test::one_of, std::move(values));
}
Condition decides_all(std::size_t decision, Indices values) {
  return test(ConditionKind::decision, decision, Test::has_all, std::move(values));
}
Condition decides_none(std::size_t decision) { return test(ConditionKind::decision, decision, Test::is_empty, {}); }
Condition all(std::vector<Condition> parts) { return joined(ConditionKind::all, std::move(parts)); }
Condition any(std::vector<Condition> parts) { return joined(ConditionKind::any, std::move(parts)); }
Condition negation(Condition part) { return joined(ConditionKind::negation, {std::move(part)}); }

model::Rule rule(std::string id, Condition when, Indices then) {
  model::Rule result;
  result.id = std::move(id);
  result.when = std::move(when);
  result.then = std::move(then);
  return result;
}

model::Rule otherwise(std::string id, std::size_t then) {
  model::Rule result;
  result.id = std::move(id);
  result.then = {then};
  return result;
}

model::Decision decision(std::string id, model::Combine combine, const Ids& values, std::vector<model::Rule> rules) {
  model::Decision result;
  result.id = std::move(id);
  result.combine = combine;
  result.values = named(values);
  result.rules = std::move(rules);
  return result;
}

model::Note note(std::string id, Condition when) { return {std::move(id), std::move(when), "", {}}; }

model::RuleSet rule_set(std::vector<model::Question> questions, std::vector<model::Decision> decisions) {
  model::RuleSet result;
  result.questions = std::move(questions);
  result.decisions = std::move(decisions);
  return result;
}

model::Answers no_answers(const model::RuleSet& rules) { return model::Answers(rules.questions.size()); }

}  // namespace socrates::worlds
