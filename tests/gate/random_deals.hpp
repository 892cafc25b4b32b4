// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <random>

#include "socrates/model/deal.hpp"
#include "socrates/model/inventory.hpp"

namespace socrates::test {

/// Random deals and reports in a small world, so that they often meet: two services, three families, a few dates. With
/// `whole` nothing of a report is left out.
class RandomDeals {
 public:
  explicit RandomDeals(unsigned seed) : engine_(seed) {}

  model::Deal deal();
  model::Requirement requirement();
  model::HeldReport report(const std::string& id);
  model::NextReport next();
  model::Inventory inventory();

  bool one_in(int n) { return below(n) == 0; }
  int below(int n) { return std::uniform_int_distribution<int>(0, n - 1)(engine_); }

  /// One fact less about a report; false where there was nothing to leave out.
  bool leave_out(model::HeldReport& report);

 private:
  template <class Value>
  Value any_of(std::initializer_list<Value> values) {
    return *(values.begin() + below(static_cast<int>(values.size())));
  }
  base::Date date(int from_month, int months);

  std::mt19937 engine_;
};

}  // namespace socrates::test
