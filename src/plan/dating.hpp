// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "plan/network.hpp"
#include "plan/schedule.hpp"

namespace socrates::plan {

/// What became of the network at the likely pace, with everything that decided when a task starts.
struct Dated {
  std::vector<std::vector<std::size_t>> depends_on;  ///< by step, who works on it included
  Schedule slots;                                    ///< by step; a period where it can be at the earliest
  std::vector<Period> likely_periods;                ///< by report; only of those with a Type 2
};

/// Sets the first and last day of each step at each pace.
Dated set_dates(Network& network, const Aim& aim, const model::Engagement& engagement);

}  // namespace socrates::plan
