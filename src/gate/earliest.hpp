// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "gate/view.hpp"
#include "socrates/model/inventory.hpp"

namespace socrates::gate {

/// The first day on which a requirement can be met, and what has to come for it.
struct Earliest {
  std::optional<base::Date> day;
  std::string by;
};

/// Looks at each day on which something comes: a bridge letter, which can be signed at once; a report that is issued
/// after the decision; a report to come, taken to turn out well. Where none of them does, at the report that a plan
/// could bring.
Earliest earliest_day(const Ask& ask);

/// A report to come as it would be held if all turns out well: as planned and clean, its scope that of the report
/// before it, and where there is none, that of the deal.
model::HeldReport as_held(const model::NextReport& next, const model::Inventory& inventory, const model::Deal& deal,
                          const model::Requirement& requirement);

/// The letter that could be signed on that day for a Type 2 whose period is over; none where there can be none.
std::optional<model::BridgeLetter> letter_signed_on(const model::HeldReport& report, base::Date day);

}  // namespace socrates::gate
