// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "socrates/engine/compile.hpp"
#include "socrates/engine/compiled_rules.hpp"

namespace socrates::engine {

/// The questions, options and thresholds that never matter: without them every decision, reason and note would be what
/// it is; an option or threshold that only makes answers contradict each other does matter. Of options that nothing
/// names and nothing tells apart, all but the first.
std::vector<Finding> relevance_findings(const CompiledRules& compiled, Effort& effort);

}  // namespace socrates::engine
