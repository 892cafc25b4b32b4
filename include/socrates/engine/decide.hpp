// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "socrates/engine/outcome.hpp"
#include "socrates/engine/reach.hpp"
#include "socrates/engine/walk.hpp"

namespace socrates::engine {

/// One decision of an outcome alone, without `depends_on`. The answers behind it do not contradict each other.
DecisionOutcome decide(const CompiledRules& compiled, Reach& reach, std::size_t decision);

/// The questions that could still change a decision which is not settled, in the order of asking; the walk is under
/// what the answers allow.
std::vector<std::size_t> dependencies(const CompiledRules& compiled, Walk& walk, const model::Answers& answers,
                                      std::size_t decision);

}  // namespace socrates::engine
