// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "cli/command.hpp"
#include "cli/inputs.hpp"
#include "socrates/model/engagement.hpp"
#include "socrates/plan/plan.hpp"
#include "socrates/render/document.hpp"

namespace socrates::cli {

/// Of plan and of readiness.
inline constexpr Argument window_option{"--window", "MONTHS", "Length of the examination period, in months"};

/// The plan that the answers lead to; none where no report is called for, or where it is open which.
std::optional<plan::Plan> plan_for(const Rules& rules, const Answered& answered, const model::Engagement& engagement,
                                   const plan::Wishes& wishes, base::Date today);

/// The same as a part of another document, which says so where there is nothing to plan; none after a problem.
std::optional<render::Document> plan_of_recommendation(const Rules& rules, const Answered& answered,
                                                       const Options& options, base::Diagnostics& problems);

}  // namespace socrates::cli
