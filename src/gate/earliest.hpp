// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "gate/shelf.hpp"
#include "gate/view.hpp"
#include "socrates/model/inventory.hpp"

namespace socrates::gate {

/// What could be held on some day: the reports that are held, perhaps with other letters, and more. Of those that are
/// held the words and the sheets stay.
struct Holding {
  Holding(const Ask& ask, model::Inventory held);

  model::Inventory inventory;
  Shelf shelf;
  std::shared_ptr<Sheets> sheets;
};

/// The same deal with a non-disclosure agreement, which can be signed at once; none where there is one, or no need.
std::optional<model::Deal> with_agreement(const model::Deal& deal);
/// The same request in the deal with an agreement, which has to outlive it.
Ask under_agreement(const Ask& ask, const model::Deal& agreed);

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

/// The same where it has to be told from what is certain: named in words, and what its plan could say and does not, or
/// what only a report before it could tell, is not known.
model::HeldReport as_planned(const model::NextReport& next, const model::Inventory& inventory, const model::Deal& deal,
                             const model::Requirement& requirement);

/// The letter that could be signed on that day for a Type 2 whose period is over; none where there can be none.
std::optional<model::BridgeLetter> letter_signed_on(const model::HeldReport& report, base::Date day);

}  // namespace socrates::gate
