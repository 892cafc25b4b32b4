// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "socrates/engine/compiled_rules.hpp"
#include "socrates/model/answers.hpp"

namespace socrates::interview {

/// What the answer to one question can still change in one decision, with a proof: two possible sets of answers, all
/// complete, that differ in this question alone.
struct Stake {
  std::size_t decision = 0;
  std::vector<std::size_t>
      values;                   ///< between which it can make the difference, ascending; of a set: elements in or out
  std::size_t one_value = 0;    ///< under `one`; of a set: `values.front()` is in it
  std::size_t other_value = 0;  ///< under `other`; of a set: the same element, which is not in it
  model::Answers one;
  model::Answers other;
};

/// The decisions that depend on the question, in the order of the rules.
std::vector<Stake> stakes(const engine::CompiledRules& compiled, const model::Answers& answers, std::size_t question);

}  // namespace socrates::interview
