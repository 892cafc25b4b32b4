// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "socrates/engine/lanes.hpp"

namespace socrates::render {

/// What a brief result tells of one decision, as bits: by value whether it is possible, whether it is sure, and whether
/// it is sure although no rule for it is; by rule whether it is a reason, and whether it is one of those of which some
/// are. The decision must outlive it.
class ToldBits {
 public:
  explicit ToldBits(const model::Decision& decision);

  /// In 64 bits each.
  [[nodiscard]] std::size_t words() const;

  /// By bit the lanes that have it. Beyond the last bit nothing is written.
  void put(const engine::LaneDecision& lanes, engine::Lanes* bits) const;

  /// `"soc1":{"value":...},` by the bits of one lane.
  [[nodiscard]] std::string text(const engine::Lanes* bits) const;

 private:
  [[nodiscard]] bool is_set() const { return decision_->combine == model::Combine::collect; }
  /// The lanes in which the rule gives one of the values that have them.
  [[nodiscard]] engine::Lanes given_by(std::size_t rule, const engine::Lanes* values) const;
  [[nodiscard]] std::string some_rules(const engine::Lanes* bits) const;

  const model::Decision* decision_;
  std::string start_;                   ///< `"soc1":{"value":`
  std::vector<std::string> value_ids_;  ///< `"required",`
  std::vector<std::string> rule_ids_;   ///< `"soc1.auditors_rely",`
  // Where the bits of each kind begin; those of possible values are the first.
  std::size_t surely_;
  std::size_t unexplained_;
  std::size_t because_;
  std::size_t one_of_;
};

}  // namespace socrates::render
