// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "socrates/engine/diagram.hpp"
#include "socrates/engine/effort.hpp"
#include "socrates/engine/space.hpp"
#include "socrates/engine/walk.hpp"

namespace socrates::engine {

/// The fewest of the answers that alone, with everything else unknown, keep `f` at the leaves wanted: fewest
/// questions, of several-choices then fewest options, of equally few the first in the order of asking. What is not
/// needed is free in the result. Nothing where even all that is allowed does not keep it there.
///
/// Finding the fewest can take long in rules that are made for it. Past a stated number of steps the result is a set of
/// answers of which none can be left out, but there may be smaller ones.
std::optional<Allowed> grounds(const DiagramView& diagram, const Space& space, const Allowed& allowed, Function f,
                               Leaves wanted, Effort& effort);

}  // namespace socrates::engine
