// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

#include "socrates/model/rule_set.hpp"

namespace socrates::test {

/// A rule set in which one thing was changed, and what.
struct Mutant {
  std::string name;
  const model::RuleSet& rules;
};

/// Looks at every single change to the conditions of rules, facts, notes and `impossible` clauses (a part dropped or
/// negated, an option or value put in another's place, left out or added, a bound moved by one) and to the values that
/// rules give. There are thousands, so each is there only while it is looked at.
void for_each_mutant(const model::RuleSet& rules, const std::function<void(const Mutant&)>& look);

}  // namespace socrates::test
