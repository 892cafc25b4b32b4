// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "socrates/engine/lanes.hpp"

namespace socrates::render {

/// What a brief result tells of one decision, as bits: by value whether it is possible, and whether it is sure; by rule
/// whether it is a reason, and whether it is one of those of which some are. The decision must outlive it.
class ToldBits {
 public:
  /// They lie behind so many others.
  ToldBits(const model::Decision& decision, std::size_t first_bit);

  static std::size_t count(const model::Decision& decision);
  /// In how many ways they can come of complete answers at most, as far as the rules show.
  static double ways(const model::Decision& decision);

  /// By bit the lanes that have it.
  void put(const engine::LaneDecision& lanes, engine::Lanes* bits);

  /// `"soc1":{"value":...},` by the bits of one lane.
  [[nodiscard]] std::string text(const engine::Lanes* bits) const;

 private:
  [[nodiscard]] bool is_set() const { return decision_->combine == model::Combine::collect; }
  /// The lanes in which the rule gives one of the values that have them.
  [[nodiscard]] engine::Lanes given_by(std::size_t rule, const engine::Lanes* values) const;
  [[nodiscard]] std::string some_rules(const engine::Lanes* bits) const;
  /// Of the rules whose bits, from this one, are set, those that give the value.
  [[nodiscard]] std::string giving(std::size_t value, const engine::Lanes* bits, std::size_t first_bit) const;

  const model::Decision* decision_;
  std::string start_;                       ///< `"soc1":{"value":`
  std::vector<std::string> value_ids_;      ///< `"required",`
  std::vector<std::string> rule_ids_;       ///< `"soc1.auditors_rely",`
  std::vector<engine::Lanes> unexplained_;  ///< by value: where it is sure although no rule for it is
  // Where the bits of each kind begin.
  std::size_t possible_;
  std::size_t surely_;
  std::size_t because_;
  std::size_t one_of_;
};

}  // namespace socrates::render
