// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "rule_functions.hpp"
#include "socrates/engine/compile.hpp"
#include "socrates/engine/compiled_rules.hpp"

namespace socrates::engine {

/// Answers, as few as are needed, all of whose completions lead `f` to the leaf; none where it is not below `f`.
std::optional<model::Answers> answers_leading_to(Function f, Function leaf, const model::RuleSet& rules,
                                                 const Space& space, DiagramBuilder& builder);

/// That the diagram outgrew its limit.
Finding too_complex(std::size_t most_nodes);

/// The faults that keep a rule set from being a function of the answers: gaps, clashes, and questions that keep no
/// answer that is always possible.
std::vector<Finding> soundness_findings(const model::RuleSet& rules, const Space& space, RuleFunctions& functions);

/// All functions of the rules, each joined with what is possible.
Roots roots_of(const model::RuleSet& rules, RuleFunctions& functions);

}  // namespace socrates::engine
