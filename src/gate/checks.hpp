// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "facts.hpp"
#include "socrates/gate/verdict.hpp"

namespace socrates::gate {

/// A candidate with all its checks.
struct Judged {
  Candidate candidate;
  std::vector<Check> checks;
  Verdict verdict = Verdict::undecided;
  std::vector<std::string> interim;  ///< what may be sent until a report is there, should this one not do
};

/// Reasons cost many times what verdicts do, and of most candidates only the verdict is needed.
enum class Detail { verdicts, reasons };

/// Judges a candidate by the acceptance rules, waivers applied. What earlier reports say of type, scope, opinion and
/// the like counts as much as what the latest says.
Judged judged(const Ask& ask, const Candidate& candidate, Detail detail);

/// The verdict that follows from checks: any that fails fails all, as does a condition where conditions fail, and where
/// nothing is checked nothing can be told.
Verdict verdict_of(const std::vector<Check>& checks, Strictness strictness);

}  // namespace socrates::gate
