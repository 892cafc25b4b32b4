// SPDX-License-Identifier: Apache-2.0
#include "gate/common.hpp"

#include <algorithm>
#include <utility>

namespace socrates::gate {

Common::Common(const Company& of, const RuleBooks& by, base::Date on)
    : company(of),
      rules(by),
      today(on),
      bench(by, of.policy, on),
      shelf(of.inventory, bench),
      names(known_names(of.inventory)) {}

const model::Inventory& Common::inventory_on(base::Date day) {
  const std::vector<model::NextReport>& next = company.inventory.next;
  const auto has_passed = [&](const model::NextReport& one) { return is_overdue(one, day); };
  if (std::none_of(next.begin(), next.end(), has_passed)) return company.inventory;
  std::vector<bool> overdue;
  for (const model::NextReport& one : next) overdue.push_back(has_passed(one));
  const auto known = later_.find(overdue);
  if (known != later_.end()) return known->second;
  return later_.emplace(std::move(overdue), without_overdue(company.inventory, day)).first->second;
}

bool is_overdue(const model::NextReport& next, base::Date day) { return next.expected && *next.expected < day; }

model::Inventory without_overdue(model::Inventory inventory, base::Date day) {
  for (model::NextReport& next : inventory.next)
    if (is_overdue(next, day)) {
      next.expected = std::nullopt;
      next.certain = false;
    }
  return inventory;
}

}  // namespace socrates::gate
