// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

#include "socrates/base/date.hpp"
#include "socrates/base/diagnostic.hpp"
#include "socrates/engine/compiled_rules.hpp"
#include "socrates/engine/effort.hpp"
#include "socrates/gate/verdict.hpp"
#include "socrates/model/criteria.hpp"
#include "socrates/model/deal.hpp"
#include "socrates/model/inventory.hpp"
#include "socrates/model/policy.hpp"

namespace socrates::gate {

/// The rules to go by: which report is needed, and whether a report held will do.
struct RuleBooks {
  const engine::CompiledRules& selection;
  const engine::CompiledRules& acceptance;
  const model::Criteria& criteria;
};

/// What may be asked of the acceptance rules for one deal, all reports and days together.
inline constexpr engine::Limits limits_of_deal{5'000'000, 50'000'000};

/// A report that could be made for a requirement beyond those that the inventory has to come; none where there is no
/// plan to say.
using PlannedReport = std::function<std::optional<model::NextReport>(const model::Requirement&)>;

/// What the company has and how it holds it, the same for all deals.
struct Company {
  const model::Inventory& inventory;
  const model::Answers& profile;  ///< to the selection rules; empty: nothing is known
  const model::Policy& policy;
  const std::vector<model::Waiver>& waivers;
  Strictness strictness = Strictness::conditions_pass;
  PlannedReport planned = {};  ///< may be empty; asked only where nothing held or to come would do
};

/// Whether the answer to `reports_held` says what follows from the inventory on that day, as far as both are known.
bool says_what_is_held(const model::Question& question, const model::Answer& answer, const model::Inventory& inventory,
                       base::Date day);

/// How much may be done to judge a deal, and as much again to find what would let it through; a step takes about a
/// microsecond. A deal that takes more is refused, on every machine alike.
inline constexpr std::size_t most_work_of_a_deal = 1'200'000;

/// Judges a deal. Nothing, and the reason in `problems`, where its answers and the profile contradict each other, where
/// they answer `reports_held`, which follows from the inventory, and where it takes too much work.
std::optional<DealVerdict> judge(const model::Deal& deal, const Company& company, const RuleBooks& rules,
                                 base::Date today, base::Diagnostics& problems);

}  // namespace socrates::gate
