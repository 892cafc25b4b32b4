// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "socrates/base/natural.hpp"
#include "socrates/engine/diagram.hpp"
#include "socrates/engine/effort.hpp"
#include "socrates/engine/space.hpp"
#include "socrates/engine/walk.hpp"

namespace socrates::engine {

/// By variable, by value: for how many answers it stands, which is the length of an interval of a number, and else 1.
using Weights = std::vector<std::vector<std::uint32_t>>;

Weights weights_of(const Space& space, const model::RuleSet& rules);

/// How many complete answers lead `f` to one of the leaves, every number counted for itself.
base::Natural count_answers(const DiagramView& diagram, const Weights& weights, Function f, Leaves leaves,
                            Effort& effort);

/// The same as a share of all complete answers, contradictory ones included.
double share_of_answers(const DiagramView& diagram, const Weights& weights, Function f, Leaves leaves, Effort& effort);

}  // namespace socrates::engine
