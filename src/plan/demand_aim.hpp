// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "socrates/plan/earliest.hpp"

namespace socrates::plan {

/// The aim that is the report alone; the readiness of the situation was measured for it.
Aim aim_of_demand(const Demand& demand, const Situation& situation, base::Date today);

}  // namespace socrates::plan
