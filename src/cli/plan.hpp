// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "cli/command.hpp"
#include "cli/inputs.hpp"
#include "socrates/model/engagement.hpp"
#include "socrates/plan/plan.hpp"

namespace socrates::cli {

/// The plan that the answers lead to; none where no report is called for, or where it is open which.
std::optional<plan::Plan> plan_for(const Rules& rules, const Answered& answered, const model::Engagement& engagement,
                                   const plan::Wishes& wishes, base::Date today);

}  // namespace socrates::cli
