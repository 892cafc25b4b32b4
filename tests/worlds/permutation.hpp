// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "socrates/model/rule_set.hpp"
#include "worlds/draw.hpp"

namespace socrates::worlds {

/// The same rules with facts, clauses, decisions, their rules, notes and the parts of conditions in another order; the
/// `otherwise` of a strongest decision stays last, and the questions stay where they are.
model::RuleSet permuted(const model::RuleSet& rules, Draw& draw);

/// The same rules with the facts alone in another order.
model::RuleSet with_facts_permuted(const model::RuleSet& rules, Draw& draw);

/// The same rules with facts and decisions in another order.
model::RuleSet with_declarations_permuted(const model::RuleSet& rules, Draw& draw);

}  // namespace socrates::worlds
