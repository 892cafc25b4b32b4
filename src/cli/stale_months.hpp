// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "cli/inputs.hpp"

namespace socrates::cli {

/// A sentence for each number of months until a day that was given more than a month ago, and so has slid: what day it
/// meant then, and how to keep it. Only answers that say when they were given can be told.
std::vector<std::string> remarks_on_stale_months(const model::RuleSet& rules, const model::Answers& answers,
                                                 const model::About& about, base::Date today);
std::vector<std::string> remarks_on_stale_months(const Rules& rules, const Answered& answered, base::Date today);

}  // namespace socrates::cli
