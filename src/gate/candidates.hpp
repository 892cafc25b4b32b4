// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "checks.hpp"

namespace socrates::gate {

/// How a requirement comes out: the best of all candidates, or, where no one covers all services, the best for each.
struct Choice {
  std::vector<Judged> chosen;  ///< one, or one for each service
  std::vector<Check> checks;   ///< of several, the gravest of each
  Verdict verdict = Verdict::undecided;
  std::vector<Judged> others;  ///< of each other report held the best that it can do, in the order of their ids
};

/// With `Detail::verdicts` the checks are bare, and there are no others.
Choice best_choice(const Ask& ask, Detail detail);

}  // namespace socrates::gate
