// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "socrates/plan/plan.hpp"

namespace socrates::plan {

/// What the reports of the aim may cost with what goes with them, both reports in one engagement.
Costs costs_of(const Aim& aim, const model::Engagement& engagement);

/// The same where each report is an engagement of its own.
Costs costs_apart(const Aim& aim, const model::Engagement& engagement);

}  // namespace socrates::plan
