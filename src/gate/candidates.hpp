// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "gate/checks.hpp"

namespace socrates::gate {

/// A candidate with the question that it answers: all services of the deal, or one.
struct Pick {
  Judged judged;
  std::optional<std::size_t> service;
};

/// How a requirement comes out: the best of all candidates, or, where no one covers all services, the best for each.
struct Choice {
  std::vector<Pick> chosen;          ///< one, or one for each service
  std::vector<CheckVerdict> checks;  ///< of several, the gravest of each
  Verdict verdict = Verdict::undecided;
  std::vector<Judged> others;  ///< of each other report held the best that it can do, by id; none in brief
};

Choice best_choice(Ask& ask);

/// The checks of a choice in words, each as the candidate has it that comes out gravest.
std::vector<Check> explained(Ask& ask, const Choice& choice);

/// What may be sent until a report is there.
std::vector<std::string> collected(const Ask& ask, const Choice& choice, std::string_view decision);

/// Whether the best choice is a yes, found out without finding it.
bool can_be_met(Ask& ask);

}  // namespace socrates::gate
