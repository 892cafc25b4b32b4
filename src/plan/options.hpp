// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "plan/draw_up.hpp"

namespace socrates::plan {

/// The ways out of a plan that does not fit, each with the dates and the costs of the plan that it leads to.
std::vector<Option> options_for(const Aim& aim, const model::Engagement& engagement, const Intended& intended);

}  // namespace socrates::plan
