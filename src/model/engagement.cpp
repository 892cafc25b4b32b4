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

bool take_year_months(const RuleSet& acceptance, Engagement& engagement) {
  const auto good_overlap = find_default(acceptance, "overlap_full_months");
  const auto fair_overlap = find_default(acceptance, "overlap_partial_months");
  const auto most_gap = find_default(acceptance, "fiscal_gap_months");
  if (!good_overlap || !fair_overlap || !most_gap) return false;
  engagement.years.good_overlap = acceptance.defaults[*good_overlap].value;
  engagement.years.fair_overlap = acceptance.defaults[*fair_overlap].value;
  engagement.years.most_gap = acceptance.defaults[*most_gap].value;
  return true;
}

const Cost& cost(const Engagement& engagement, std::string_view id) {
  const auto* const found = std::find(cost_ids.begin(), cost_ids.end(), id);
  return engagement.costs.at(static_cast<std::size_t>(found - cost_ids.begin()));
}

}  // namespace socrates::model
