// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "socrates/gate/verdict.hpp"

namespace socrates::gate {

/// Money by currency, in hundredths; under the empty text what names no currency.
using Money = std::map<std::string, std::int64_t>;

/// What a step would do for all deals together.
struct Unlocked {
  Step step;
  std::vector<std::string> deals;  ///< ids, in the order of the deals
  Money money;
  bool operator==(const Unlocked&) const = default;
};

/// A check and how many deals it holds up, be it by a no or by a don't-know.
struct Missing {
  std::string check;
  std::string title;
  std::size_t failed = 0;
  std::size_t undecided = 0;
  bool operator==(const Missing&) const = default;
};

/// A check and how many deals wait for what it asks, and for nothing graver.
struct Condition {
  std::string check;
  std::string title;
  std::size_t deals = 0;
  Money money;
  bool operator==(const Condition&) const = default;
};

struct Tally {
  std::size_t deals = 0;
  Money money;
  bool operator==(const Tally&) const = default;
};

struct Summary {
  std::map<Verdict, Tally> by_verdict;
  std::vector<Missing> missing;       ///< the one that holds up most deals first
  std::vector<Condition> conditions;  ///< the one that most deals wait for first
  std::vector<Unlocked> unlocked;     ///< the one that lets most deals through first

  bool operator==(const Summary&) const = default;

  [[nodiscard]] std::size_t deals() const;
  /// The gravest of all deals; a yes where there is none.
  [[nodiscard]] Verdict verdict() const;
};

/// Adds deals up, one after the other, and keeps of them no more than their ids.
class Summing {
 public:
  void add(const DealVerdict& deal, const std::vector<Step>& steps);
  /// Deals that come after those that were added.
  void add(const Summing& later);
  [[nodiscard]] Summary summary() const;

 private:
  std::map<Verdict, Tally> by_verdict_;
  std::map<std::string, Missing> missing_;       ///< by check
  std::map<std::string, Condition> conditions_;  ///< by check
  std::map<std::string, Unlocked> unlocked_;     ///< by step
};

}  // namespace socrates::gate
