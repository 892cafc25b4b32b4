// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "engine/rule_functions.hpp"
#include "socrates/engine/compile.hpp"
#include "socrates/engine/compiled_rules.hpp"

namespace socrates::engine {

/// Answers, as few as are needed, all of whose completions lead `f` to the leaf; none where it is not below `f`.
std::optional<model::Answers> answers_leading_to(Function f, Function leaf, const model::RuleSet& rules,
                                                 const Space& space, DiagramBuilder& builder);

/// That a limit on work was met.
Finding too_complex(const TooMuchWork& refusal);

/// For an attempt after which there are others.
constexpr Limits share_of_first(Limits limits) {
  constexpr std::size_t share = 8;
  return {limits.nodes / share, limits.steps / share};
}

/// Calls `work(order, effort)` and returns what it does. The order of asking comes first, with little effort; where
/// that is not enough the order of use, and where that is not enough either, the order of asking once more, both with
/// all of it. Nothing but TooMuchWork of the last is let through.
template <class Work>
auto in_good_order(Limits limits, Work work) {
  try {
    Effort effort(share_of_first(limits));
    return work(VariableOrder::of_asking, effort);
  } catch (const TooMuchWork&) {
  }
  try {
    Effort effort(limits);
    return work(VariableOrder::of_use, effort);
  } catch (const TooMuchWork&) {
  }
  Effort effort(limits);
  return work(VariableOrder::of_asking, effort);
}

/// The faults that keep a rule set from being a function of the answers: gaps, clashes, and questions that keep no
/// answer that is always possible.
std::vector<Finding> soundness_findings(const model::RuleSet& rules, const Space& space, RuleFunctions& functions);

/// All functions of the rules, each joined with what is possible.
Roots roots_of(const model::RuleSet& rules, RuleFunctions& functions);

}  // namespace socrates::engine
