// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "socrates/plan/plan.hpp"

namespace socrates::plan {

/// What is still to be performed, looked at, drawn and handed over for the Type 2 reports of the plan, over their
/// periods at the likely pace: of each control one entry a window in which it was not performed yet. What is over is
/// not in it.
std::vector<EvidenceEntry> evidence_of(const Plan& plan, const Situation& situation);

}  // namespace socrates::plan
