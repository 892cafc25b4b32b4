// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "gate/facts.hpp"

namespace socrates::gate {

/// The fiscal year that a report has to cover.
struct FiscalYear {
  enum class Kind { not_stated, not_known, past, coming };
  Kind kind = Kind::not_stated;
  model::Period year;
  std::optional<model::Period> other =
      {};  ///< the one that ended last, where the year that is running is taken to be meant
};

/// The one that the deal means, at the day of the decision: the year that ended last, or for a prospect the one in
/// which the contract starts. Close to the end of a year the one that is running is meant, and the one before it is
/// `other`.
FiscalYear fiscal_year_of(const Ask& ask);

/// Says how much of the year a report covers, with the earlier ones that it continues, or for a year to come the best
/// of those that are planned.
void add_fiscal_year(Ask& ask, const Candidate& candidate, const FiscalYear& year, FactSheet& facts);

}  // namespace socrates::gate
