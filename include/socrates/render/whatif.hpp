// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "socrates/base/date.hpp"
#include "socrates/engine/outcome.hpp"
#include "socrates/engine/whatif.hpp"
#include "socrates/model/answers.hpp"
#include "socrates/model/rule_set.hpp"
#include "socrates/render/layout.hpp"

namespace socrates::render {

/// A value that was asked for, and what reaches it.
struct Wanted {
  engine::Want want;
  engine::WantChanges found;
};

/// What would change an outcome; either `wanted` is there, or `changes` speaks of each settled decision. All must
/// outlive it.
struct WhatIf {
  const model::RuleSet& rules;
  const model::Answers& answers;
  const engine::Outcome& outcome;
  const std::vector<engine::DecisionChanges>& changes;
  const std::optional<Wanted>& wanted;
  base::Date today;
};

/// For people at a terminal: first what can be acted on, then, apart, the facts that it rests on.
std::string whatif_text(const WhatIf& whatif, Color color = Color::off);

/// The same, to be forwarded.
std::string whatif_markdown(const WhatIf& whatif);

/// The document `socrates.whatif/1` (docs/json.md).
std::string whatif_json(const WhatIf& whatif);

}  // namespace socrates::render
