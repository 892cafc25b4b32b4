// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "socrates/model/rule_set.hpp"

namespace socrates::test {

/// A rule set in which one thing was changed, and what.
struct Mutant {
  std::string name;
  model::RuleSet rules;
};

/// Every single change to the conditions of rules, facts, notes and `impossible` clauses (a part dropped or negated, an
/// option or value put in another's place, left out or added, a bound moved by one) and to the values that rules give.
std::vector<Mutant> mutants_of(const model::RuleSet& rules);

}  // namespace socrates::test
