// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "socrates/model/rule_set.hpp"
#include "worlds/draw.hpp"

namespace socrates::worlds {

enum class Soundness {
  sound,          ///< nothing is left to prove: no gap, no clash, every question keeps a free answer
  may_be_faulty,  ///< it may have gaps, clashes, and clauses of a bad form
};

/// A small rule set with everything that the grammar has, in an order in which uses may stand before what they use.
/// `most_answers` bounds its complete answers.
model::RuleSet random_rules(Draw& draw, Soundness soundness, std::size_t most_answers);

/// The same about these questions.
model::RuleSet random_rules_about(std::vector<model::Question> questions, Draw& draw, Soundness soundness);

}  // namespace socrates::worlds
