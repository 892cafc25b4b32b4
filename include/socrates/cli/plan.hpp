// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "socrates/cli/command.hpp"
#include "socrates/cli/inputs.hpp"
#include "socrates/model/engagement.hpp"
#include "socrates/plan/plan.hpp"

namespace socrates::cli {

/// `socrates plan ANSWERS|- [--needed-by DATE] [--people N] [--fiscal-year-end MM-DD]... [--window MONTHS]`
Command plan_command();

/// The catalogue without a look at the folder's acceptance rules: the months of fiscal years are those built in.
std::optional<model::Engagement> read_engagement_file(const std::string& folder, base::Diagnostics& problems);

/// The catalogue of an engagement of a folder of rules: its `engagement.yaml`, else the one built in. The months
/// of fiscal years are those of the folder's acceptance rules, else of those built in.
std::optional<model::Engagement> read_engagement(const std::string& folder, base::Diagnostics& problems);

/// The plan that the answers lead to; none where no report is called for, or where it is open which.
std::optional<plan::Plan> plan_for(const Rules& rules, const Answered& answered, const model::Engagement& engagement,
                                   const plan::Wishes& wishes, base::Date today);

}  // namespace socrates::cli
