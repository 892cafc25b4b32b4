// SPDX-License-Identifier: Apache-2.0
#include "socrates/model/engagement.hpp"

#include <algorithm>

namespace socrates::model {

const Phase& phase(const Engagement& engagement, PhaseKind kind) {
  return engagement.phases.at(static_cast<std::size_t>(kind));
}

const OptionAdvice& advice(const Engagement& engagement, OptionKind kind) {
  return engagement.options.at(static_cast<std::size_t>(kind));
}

const Cost& cost(const Engagement& engagement, std::string_view id) {
  const auto* const found = std::find(cost_ids.begin(), cost_ids.end(), id);
  return engagement.costs.at(static_cast<std::size_t>(found - cost_ids.begin()));
}

}  // namespace socrates::model
