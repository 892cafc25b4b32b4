// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "gate/facts.hpp"
#include "socrates/gate/verdict.hpp"

namespace socrates::gate {

/// A candidate with what each check says of it, waivers applied, in the order of `Bench::checks`.
struct Judged {
  Candidate candidate;
  engine::Allowed facts;  ///< by which it was judged, those of earlier reports aside
  std::vector<CheckVerdict> checks;
  Verdict verdict = Verdict::undecided;
};

/// Judges a candidate by the acceptance rules, waivers applied. What earlier reports say of type, scope, opinion and
/// the like counts as much as what the latest says.
Judged judged(Ask& ask, const Candidate& candidate);

/// The check fails, and no waiver could lift that.
bool is_beyond_waivers(Ask& ask, const Judged& judged, std::size_t check);

/// The report fails for what stays the same on all days, such as its kind or the services that it covers, and nobody
/// has waived anything.
bool is_hopeless(Ask& ask, const model::HeldReport& report);

/// One check of a candidate that was judged, in words; in brief only its verdict and the ids of the rules.
Check explained(Ask& ask, const Judged& judged, std::size_t check);
std::vector<Check> explained(Ask& ask, const Judged& judged);

/// A check of a candidate that was judged with as much of it as tells why: its title, and what the rule says that
/// speaks first, or else what would have to be known.
Check reason_of(Ask& ask, const Judged& judged, std::size_t check);

/// What the rules surely collect for a decision that is no check, in words: what may be sent until a report is there,
/// should this one not do, or what must happen before this one goes out. Nothing where they have no such decision.
std::vector<std::string> collected(const Ask& ask, const Judged& judged, std::string_view decision);

/// The verdict that follows from checks: any that fails fails all, as does a condition where conditions fail, and where
/// nothing is checked nothing can be told.
Verdict verdict_of(const std::vector<CheckVerdict>& checks, Strictness strictness);

}  // namespace socrates::gate
