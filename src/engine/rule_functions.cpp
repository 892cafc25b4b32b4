// SPDX-License-Identifier: Apache-2.0
#include "engine/rule_functions.hpp"

#include <utility>

namespace socrates::engine {
namespace {

using model::Condition;
using model::ConditionKind;
using model::QuestionKind;
using model::Test;

std::uint64_t bits(const model::IndexSet& values) {
  std::uint64_t mask = 0;
  for (const std::size_t value : values) mask |= std::uint64_t{1} << value;
  return mask;
}

std::uint64_t intervals_in(const QuestionVariables& variables, int from, int to) {
  std::uint64_t mask = 0;
  for (std::size_t i = 0; i < variables.starts.size(); ++i)
    if (variables.starts[i] >= from && variables.starts[i] <= to) mask |= std::uint64_t{1} << i;
  return mask;
}

}  // namespace

RuleFunctions::RuleFunctions(const model::RuleSet& rules, const Space& space, DiagramBuilder& builder)
    : rules_(rules),
      space_(space),
      builder_(builder),
      facts_(rules.facts.size()),
      rule_functions_(rules.decisions.size()),
      decisions_(rules.decisions.size()) {}

Function RuleFunctions::condition(const Condition& condition) {
  switch (condition.kind) {
    case ConditionKind::all:
      return joined(Join::conjunction, functions_of(condition.parts), 1);
    case ConditionKind::any:
      return joined(Join::disjunction, functions_of(condition.parts), 0);
    case ConditionKind::negation:
      return builder_.negation(this->condition(condition.parts.front()));
    case ConditionKind::question:
      return question_test(condition);
    case ConditionKind::fact: {
      auto& known = facts_[condition.subject];
      if (!known) known = this->condition(rules_.facts[condition.subject].when);
      return *known;
    }
    case ConditionKind::decision:
      return decision_test(condition);
  }
  return 0;
}

Function RuleFunctions::question_test(const Condition& condition) {
  const QuestionVariables& variables = space_.questions[condition.subject];
  switch (rules_.questions[condition.subject].kind) {
    case QuestionKind::yes_no:
    case QuestionKind::one:
      return builder_.test(variables.first, bits(condition.values), 1, 0);
    case QuestionKind::number:
      return builder_.test(variables.first, intervals_in(variables, condition.from, condition.to), 1, 0);
    case QuestionKind::several: {
      std::vector<Function> options;
      for (std::size_t i = 0; i < variables.count; ++i) options.push_back(builder_.test(variables.first + i, 2, 1, 0));
      return options_test(condition, options);
    }
  }
  return 0;
}

Function RuleFunctions::decision_test(const Condition& condition) {
  const std::vector<Function>& values = decision(condition.subject);
  if (rules_.decisions[condition.subject].combine == model::Combine::collect) return options_test(condition, values);
  std::vector<Function> leaves(leaf_limit, 0);
  for (const std::size_t value : condition.values) leaves[value] = 1;
  return builder_.relabel(values.front(), leaves);
}

Function RuleFunctions::options_test(const Condition& condition, const std::vector<Function>& options) {
  switch (condition.test) {
    case Test::one_of:
    case Test::has_all: {
      std::vector<Function> named;
      for (const std::size_t value : condition.values) named.push_back(options[value]);
      const bool is_any = condition.test == Test::one_of;
      return joined(is_any ? Join::disjunction : Join::conjunction, std::move(named), is_any ? 0 : 1);
    }
    case Test::is_empty:
    case Test::in_range:
      return builder_.negation(joined(Join::disjunction, options, 0));
  }
  return 0;
}

std::vector<Function> RuleFunctions::functions_of(const std::vector<Condition>& conditions) {
  std::vector<Function> functions;
  for (const Condition& condition : conditions) functions.push_back(this->condition(condition));
  return functions;
}

Function RuleFunctions::joined(Join how, std::vector<Function> functions, Function of_none) {
  if (functions.empty()) return of_none;
  for (; functions.size() > 1; functions.resize((functions.size() + 1) / 2))
    for (std::size_t i = 0; i < functions.size(); i += 2)
      functions[i / 2] = i + 1 < functions.size() ? builder_.join(how, functions[i], functions[i + 1]) : functions[i];
  return functions.front();
}

RuleFunctions RuleFunctions::assuming(std::size_t fact, Function constant, const std::set<std::size_t>& users) const {
  RuleFunctions assumed = *this;
  for (const std::size_t user : users) assumed.facts_[user] = std::nullopt;
  assumed.facts_[fact] = constant;
  assumed.possible_ = std::nullopt;
  return assumed;
}

Function RuleFunctions::contradiction(std::size_t c) { return condition(rules_.impossible[c].when); }

Function RuleFunctions::possible() {
  if (!possible_) {
    std::vector<Function> contradictions;
    for (std::size_t c = 0; c < rules_.impossible.size(); ++c) contradictions.push_back(contradiction(c));
    possible_ = builder_.negation(joined(Join::disjunction, std::move(contradictions), 0));
  }
  return *possible_;
}

const std::vector<Function>& RuleFunctions::rules_of(std::size_t d) {
  auto& known = rule_functions_[d];
  if (known) return *known;
  const std::vector<model::Rule>& rules = rules_.decisions[d].rules;
  std::vector<Function> functions;
  for (const model::Rule& rule : rules) functions.push_back(rule.when ? condition(*rule.when) : 0);
  const Function some = joined(Join::disjunction, functions, 0);
  for (std::size_t r = 0; r < rules.size(); ++r)
    if (!rules[r].when) functions[r] = builder_.negation(some);
  known = std::move(functions);
  return *known;
}

Function RuleFunctions::rule(std::size_t d, std::size_t r) { return rules_of(d)[r]; }

const std::vector<Function>& RuleFunctions::decision(std::size_t d) {
  if (!decisions_[d]) decisions_[d] = make_decision(d);
  return *decisions_[d];
}

std::vector<Function> RuleFunctions::make_decision(std::size_t d) {
  const model::Decision& decision = rules_.decisions[d];
  const std::vector<Function>& applies = rules_of(d);
  const auto give = [&](std::size_t r, Function otherwise) {
    return builder_.relabel(applies[r], {otherwise, static_cast<Function>(decision.rules[r].then.front())});
  };
  switch (decision.combine) {
    case model::Combine::strongest: {
      std::vector<Function> given;
      for (std::size_t r = 0; r < applies.size(); ++r) given.push_back(give(r, 0));
      return {joined(Join::highest, std::move(given), 0)};
    }
    case model::Combine::exactly_one: {
      std::vector<Function> given;
      for (std::size_t r = 0; r < applies.size(); ++r) given.push_back(give(r, no_value));
      return {joined(Join::agree, std::move(given), no_value)};
    }
    case model::Combine::collect: {
      std::vector<std::vector<Function>> given(decision.values.size());
      for (std::size_t r = 0; r < applies.size(); ++r)
        for (const std::size_t value : decision.rules[r].then) given[value].push_back(applies[r]);
      std::vector<Function> in_set;
      for (std::vector<Function>& by : given) in_set.push_back(joined(Join::disjunction, std::move(by), 0));
      return in_set;
    }
  }
  return {};
}

}  // namespace socrates::engine
