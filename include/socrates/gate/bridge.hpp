// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "socrates/base/date.hpp"
#include "socrates/model/answers.hpp"
#include "socrates/model/inventory.hpp"
#include "socrates/model/question.hpp"

namespace socrates::gate {

/// The reports that are issued by that day and that no later one on the same examination has replaced, in the order of
/// the inventory, which must outlive them. A report of which the day of issue is not known is not among them.
std::vector<const model::HeldReport*> newest_reports(const model::Inventory& inventory, base::Date day);

/// The answer to `reports_held` that follows from the inventory on that day.
model::Answer held_answer(const model::Question& question, const model::Inventory& inventory,
                          std::optional<base::Date> day);

/// What a bridge letter can be about; the inventory must outlive it.
struct Bridge {
  const model::HeldReport* report = nullptr;
  model::Period days;                       ///< from the day after the end of the report's period to the day of signing
  int months = 0;                           ///< how many of them that are, begun ones included
  const model::NextReport* next = nullptr;  ///< that surely follows on; null where none does
};

/// Why there can be none: a message and what to do.
struct NoBridge {
  std::string why;
  std::string hint;
};

/// On the report of that id or, where it is empty, on the only one that will do. Management signs, so a letter covers
/// no day after the one of signing, and no day of signing is still to come.
std::variant<Bridge, NoBridge> bridge_on(const model::Inventory& inventory, std::string_view id, base::Date signed_on,
                                         base::Date today);

}  // namespace socrates::gate
