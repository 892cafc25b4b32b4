// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "socrates/plan/plan.hpp"

namespace socrates::plan {

/// Whether dates meet the day on which the report is needed.
Fit fit_of(const Dates& in_hand, const std::optional<base::Date>& needed_by);

/// The months of the first period of each report, as long as there is time: what was wished, or else the usual length,
/// and never less than what the readers accept.
std::vector<int> usual_periods(const Aim& aim, const model::Engagement& engagement);

/// The plan with first periods of those lengths, without options.
Plan draw_up(const Aim& aim, const model::Engagement& engagement, const std::vector<int>& months);

/// The plan as it is meant: periods as short as they may be where that helps to meet the day; without options.
struct Intended {
  std::vector<int> months;
  Plan plan;
};
Intended intended_plan(const Aim& aim, const model::Engagement& engagement);

}  // namespace socrates::plan
