// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "socrates/gate/judge.hpp"

namespace socrates::gate {

/// The single things each of which, done alone, would let the deal through: a bridge letter, a non-disclosure
/// agreement, a report that is planned, a category or services added, a Type 2, a new period. Empty where it goes
/// through already. What would have to be issued is taken to turn out well. In `problems` where to try them takes more
/// work than the limit; then there are none.
std::vector<Step> unlocking_steps(const model::Deal& deal, const Company& company, const RuleBooks& rules,
                                  base::Date today, const DealVerdict& verdict, base::Diagnostics& problems);

/// The gravest verdict of all deals.
Verdict overall(const std::vector<DealVerdict>& deals);

}  // namespace socrates::gate
