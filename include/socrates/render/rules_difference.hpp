// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "socrates/engine/difference.hpp"
#include "socrates/model/rule_set.hpp"
#include "socrates/render/document.hpp"

namespace socrates::render {

/// What an edit of a rule set does; all must outlive it.
struct RulesDifference {
  const model::RuleSet& before;
  const model::RuleSet& after;
  const engine::Difference& difference;
};

/// Of each rule set a verdict, what changed of the questions, and each change of an outcome with the answers concerned,
/// reasons and words.
Document difference_document(const std::vector<RulesDifference>& differences);

/// The document `socrates.rules_diff/1` about all rule sets that were compared; `is_same`: nothing else differs either.
std::string difference_json(const std::vector<RulesDifference>& differences, bool is_same);

}  // namespace socrates::render
