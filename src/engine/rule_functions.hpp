// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <vector>

#include "socrates/engine/diagram_builder.hpp"
#include "socrates/engine/space.hpp"
#include "socrates/model/rule_set.hpp"

namespace socrates::engine {

/// The parts of a rule set as functions of the answers, made when first asked for: a decision may use any other that
/// does not use it. None of them knows what is impossible; callers join that in. Everything given must outlive it.
class RuleFunctions {
 public:
  RuleFunctions(const model::RuleSet& rules, const Space& space, DiagramBuilder& builder);

  /// Leaf 1 where the condition holds, else 0.
  Function condition(const model::Condition& condition);
  /// A level or choice: one function whose leaf is the value, `no_value` or `clashing_values`; a set: one for each
  /// value, leaf 1 where it is in the set.
  const std::vector<Function>& decision(std::size_t d);
  /// Leaf 1 where the rule applies.
  Function rule(std::size_t d, std::size_t r);
  /// Leaf 1 where the `impossible` clause holds.
  Function contradiction(std::size_t c);
  /// Leaf 1 where no `impossible` clause holds.
  Function possible();

  /// The same conditions, where the fact holds always (1) or never (0), whatever it says; `users` are the facts that
  /// name it. Decisions stay what they are.
  [[nodiscard]] RuleFunctions assuming(std::size_t fact, Function constant, const std::set<std::size_t>& users) const;

  DiagramBuilder& builder() { return builder_; }

 private:
  Function question_test(const model::Condition& condition);
  Function decision_test(const model::Condition& condition);
  /// The test of a several-choice or a set whose options hold where `options` are 1.
  Function options_test(const model::Condition& condition, const std::vector<Function>& options);
  std::vector<Function> functions_of(const std::vector<model::Condition>& conditions);
  /// All of them joined, neighbours first: one after the other, a long list would make its beginning anew each time.
  Function joined(Join how, std::vector<Function> functions, Function of_none);
  std::vector<Function> make_decision(std::size_t d);
  const std::vector<Function>& rules_of(std::size_t d);

  const model::RuleSet& rules_;
  const Space& space_;
  DiagramBuilder& builder_;
  std::vector<std::optional<Function>> facts_;
  std::vector<std::optional<std::vector<Function>>> rule_functions_;
  std::vector<std::optional<std::vector<Function>>> decisions_;
  std::optional<Function> possible_;
};

}  // namespace socrates::engine
