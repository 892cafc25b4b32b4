// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "gate/candidates.hpp"

namespace socrates::gate {

/// What becomes of a requirement that is due later and that nothing held meets today.
struct DueOutcome {
  Verdict verdict = Verdict::undecided;
  std::vector<Check> checks;          ///< all that counts then, in the order of their ids
  Check due;                          ///< the one of them that says whether anything sufficient comes in time
  bool is_of_report_to_come = false;  ///< they speak of the report that comes, and not of what is held today
};

/// `today` is how the requirement comes out today, which is no yes.
DueOutcome due_outcome(Ask& ask, const Choice& today);

}  // namespace socrates::gate
