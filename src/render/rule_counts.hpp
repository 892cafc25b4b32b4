// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "socrates/model/criteria.hpp"
#include "socrates/model/rule_set.hpp"

namespace socrates::render {

/// The rules of all decisions.
inline std::size_t count_rules(const model::RuleSet& rules) {
  std::size_t count = 0;
  for (const model::Decision& decision : rules.decisions) count += decision.rules.size();
  return count;
}

/// The criteria of all categories.
inline std::size_t count_criteria(const model::Criteria& criteria) {
  std::size_t count = 0;
  for (const model::Category& category : criteria) count += category.criteria.size();
  return count;
}

}  // namespace socrates::render
