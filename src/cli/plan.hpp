// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/inputs.hpp"
#include "socrates/model/engagement.hpp"
#include "socrates/plan/plan.hpp"
#include "socrates/render/document.hpp"

namespace socrates::cli {

/// Of plan and of readiness.
inline constexpr Argument window_option{"--window", "MONTHS", "Length of the examination period, in months"};

inline constexpr Argument needed_by_option{"--needed-by", "YYYY-MM-DD", "The day on which a report is needed"};
inline constexpr Argument people_option{"--people", "N", "How many people can work on it at the same time"};
inline constexpr Argument year_end_option{"--fiscal-year-end", "MM-DD",
                                          "The end of your customers' fiscal year; can be repeated", Times::any};

/// What the options say of the plan.
plan::Wishes plan_wishes(const Given& given, base::Diagnostics& problems);

/// What is set on top of the answers; `--needed-by` says the same as `--set needed_by=`.
std::vector<std::string> plan_settings(const Given& given, base::Diagnostics& problems);

/// A problem where the window is shorter than what the readers accept.
bool is_long_enough(const plan::Wishes& wishes, const Rules& rules, const Answered& answered,
                    base::Diagnostics& problems);

/// The plan that the answers lead to; none where no report is called for, or where it is open which.
std::optional<plan::Plan> plan_for(const Rules& rules, const Answered& answered, const model::Engagement& engagement,
                                   const plan::Wishes& wishes, base::Date today);

/// The same as a part of another document, which says so where there is nothing to plan; none after a problem.
std::optional<render::Document> plan_of_recommendation(const Rules& rules, const Answered& answered,
                                                       const Options& options, base::Diagnostics& problems);

}  // namespace socrates::cli
