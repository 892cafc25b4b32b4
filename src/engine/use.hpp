// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "engine/rule_functions.hpp"
#include "socrates/engine/compile.hpp"

namespace socrates::engine {

/// Rules, notes, words of questions and `impossible` clauses that never apply, rules whose value never is the outcome,
/// and values that no answers lead to.
std::vector<Finding> unused_rule_findings(const model::RuleSet& rules, const Space& space, RuleFunctions& functions);

/// Facts that decide something by their place, but could as well hold always, or never: nothing would change.
std::vector<Finding> useless_fact_findings(const model::RuleSet& rules, RuleFunctions& functions);

/// Invariants that some possible answers break, or that speak of no possible answers.
std::vector<Finding> invariant_findings(const model::RuleSet& rules, const Space& space, RuleFunctions& functions);

}  // namespace socrates::engine
