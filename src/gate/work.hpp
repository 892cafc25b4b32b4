// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

namespace socrates::gate {

/// How much has been done to judge a deal, counted in steps that each take about a microsecond. It depends on nothing
/// but the deal and what it is judged by, so that a deal is refused on every machine or on none.
class Work {
 public:
  explicit Work(std::size_t most) : most_(most) {}
  void add(std::size_t steps) { done_ += steps; }
  [[nodiscard]] std::size_t done() const { return done_; }
  /// There is no more to be done: what is judged from now on is not to be used.
  [[nodiscard]] bool is_spent() const { return done_ > most_; }

 private:
  std::size_t most_;
  std::size_t done_ = 0;
};

}  // namespace socrates::gate
