// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "socrates/base/date.hpp"
#include "socrates/engine/outcome.hpp"
#include "socrates/engine/whatif.hpp"
#include "socrates/model/answers.hpp"
#include "socrates/model/rule_set.hpp"
#include "socrates/render/document.hpp"

namespace socrates::render {

/// A value that was asked for, and what reaches it.
struct Wanted {
  engine::Want want;
  engine::WantChanges found;
};

inline constexpr std::size_t every_way = std::numeric_limits<std::size_t>::max();

/// What would change an outcome; either `wanted` is there, or `changes` speaks of each settled decision.
/// Rules, answers and outcome must outlive it.
struct WhatIf {
  const model::RuleSet& rules;
  const model::Answers& answers;
  const engine::Outcome& outcome;
  std::vector<engine::DecisionChanges> changes;
  std::optional<Wanted> wanted;
  base::Date today;
  std::size_t most_ways = every_way;  ///< of each group that are told people; fewer: only what matters most
};

/// For people: first what can be acted on, then, apart, the facts that it rests on.
Document whatif_document(const WhatIf& whatif);

/// The document `socrates.whatif/1` (docs/json.md).
std::string whatif_json(const WhatIf& whatif);

}  // namespace socrates::render
