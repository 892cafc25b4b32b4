// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "gate/bench.hpp"
#include "gate/shelf.hpp"
#include "gate/view.hpp"
#include "socrates/gate/gatekeeper.hpp"

namespace socrates::gate {

/// What is the same for all deals of a company.
struct Common {
  Common(const Company& of, const RuleBooks& by, base::Date on);

  /// As it stands on that day: a report to come whose day has passed without it has no day, as nobody can say when it
  /// is there.
  const model::Inventory& inventory_on(base::Date day);

  Company company;
  RuleBooks rules;
  base::Date today;
  Bench bench;  ///< it knows the names in the inventory
  Shelf shelf;  ///< of the inventory as it is
  KnownNames names;

 private:
  std::map<std::vector<bool>, model::Inventory> later_;  ///< by which of the reports to come are overdue
};

/// A report to come whose day has passed.
bool is_overdue(const model::NextReport& next, base::Date day);
/// The inventory with those as they stand on that day.
model::Inventory without_overdue(model::Inventory inventory, base::Date day);

}  // namespace socrates::gate
