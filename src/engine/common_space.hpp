// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "socrates/model/rule_set.hpp"

namespace socrates::engine {

/// Two rule sets over the questions of both: conditions of either name the common questions and options, while facts
/// and decisions stay each side's own.
struct CommonRules {
  model::RuleSet before;
  model::RuleSet after;
  model::RuleSet common;               ///< the questions, and as facts every condition of both, so that it cuts numbers
  std::vector<std::string> structure;  ///< what of the questions came, went or changed, a sentence each
  /// What a side can take: by side the conditions that its answers meet.
  std::vector<model::Condition> takes_before;
  std::vector<model::Condition> takes_after;
};

/// Every question together still fits one variable: no more options, or intervals of a number, than it can have values.
bool fits_variables(const CommonRules& rules);

CommonRules with_common_questions(const model::RuleSet& before, const model::RuleSet& after);

}  // namespace socrates::engine
