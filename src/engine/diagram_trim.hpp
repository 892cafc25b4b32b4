// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "socrates/engine/compiled_rules.hpp"

namespace socrates::engine {

/// Moves what the roots need of a builder's diagram into `compiled`, numbered anew in the order in which the roots
/// reach it, so that equal rule sets have equal diagrams however they were built. Sets `compiled.diagram`, which needs
/// `compiled.space`.
void trim(const DiagramView& from, CompiledRules& compiled);

}  // namespace socrates::engine
