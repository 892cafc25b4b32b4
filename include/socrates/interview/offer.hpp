// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "socrates/engine/compiled_rules.hpp"
#include "socrates/model/answers.hpp"

namespace socrates::interview {

enum class OptionState {
  offered,
  chosen,       ///< of a several-choice: known to be chosen before the question is put
  refused,      ///< of a several-choice: known not to be chosen
  contradicts,  ///< what is known rules it out
};

/// What may be answered to a question, given what is known.
struct Offer {
  std::size_t question = 0;
  std::vector<OptionState> options;   ///< by option of the question; empty for a number
  std::vector<std::size_t> numbered;  ///< the offered options as a person sees them, numbered from 1: yes before no
  bool may_be_none = false;           ///< of a several-choice: none of the offered options may be the answer
  bool operator==(const Offer&) const = default;
};

/// The offer for a question of answers that do not contradict each other.
Offer offer_for(const engine::CompiledRules& compiled, const model::Answers& answers, std::size_t question);

}  // namespace socrates::interview
