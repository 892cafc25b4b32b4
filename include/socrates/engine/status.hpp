// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "socrates/engine/outcome.hpp"
#include "socrates/model/rule_set.hpp"

namespace socrates::engine {

/// The decisions that a recommendation stands on are settled: which reports and of which type, or, in a rule set that
/// decides none of these, every decision. The exit status and every form of the result come from this one value.
bool is_decided(const model::RuleSet& rules, const Outcome& outcome);

}  // namespace socrates::engine
