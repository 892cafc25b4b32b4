// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "socrates/model/answers.hpp"
#include "socrates/model/rule_set.hpp"

namespace socrates::model {

/// One answer without memory of its own, for work on very many: options are bits, of which a question has at most 64.
/// Nothing set is not known.
struct PackedAnswer {
  std::uint64_t chosen = 0;   ///< of a choice exactly one bit; of a number 1 where it is known
  std::uint64_t refused = 0;  ///< of a several-choice only
  int number = 0;
  std::string_view date;  ///< the date a number was counted from, as written; empty where the number was given
  bool operator==(const PackedAnswer&) const = default;
};

/// One for each question of a rule set, in its order.
using PackedAnswers = std::vector<PackedAnswer>;

/// All options of a question, as bits.
std::uint64_t option_bits(const Question& question);

/// The dates point into the answers, which must outlive the result.
PackedAnswers packed(const RuleSet& rules, const Answers& answers);

Answers unpacked(const RuleSet& rules, const PackedAnswers& answers);

}  // namespace socrates::model
