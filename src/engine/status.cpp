// SPDX-License-Identifier: Apache-2.0
#include "socrates/engine/status.hpp"

#include <algorithm>
#include <string_view>

#include "socrates/model/contract.hpp"

namespace socrates::engine {
bool is_decided(const model::RuleSet& rules, const Outcome& outcome) {
  bool has_deciding = false;
  for (const std::string_view id : model::deciding_decisions) {
    const auto decision = model::find_decision(rules, id);
    if (!decision) continue;
    has_deciding = true;
    if (!is_settled(outcome.decisions[*decision])) return false;
  }
  return has_deciding || std::all_of(outcome.decisions.begin(), outcome.decisions.end(), is_settled);
}

}  // namespace socrates::engine
