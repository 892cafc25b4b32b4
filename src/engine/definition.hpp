// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "socrates/model/rule_set.hpp"

namespace socrates::engine {

/// A decision of a rule set whose questions are those of the other's, as in CommonRules.
struct Definition {
  const model::RuleSet& rules;
  const model::Decision& decision;
};

/// The two are written alike, the facts that they use included: the same rules with the same conditions and values.
/// Where their outcomes differ all the same, it follows from another decision.
bool is_same_definition(const Definition& before, const Definition& after);

/// The ids of the decisions that the conditions read, by facts too, each once.
std::vector<std::string> decisions_read(const Definition& definition);

}  // namespace socrates::engine
