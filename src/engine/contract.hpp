// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "socrates/engine/compile.hpp"
#include "socrates/engine/compiled_rules.hpp"

namespace socrates::engine {

/// The decisions of the contract that depend on a question outside it: with all questions of the contract answered they
/// could still be open. One finding for each such decision and question.
std::vector<Finding> contract_findings(const CompiledRules& compiled, Effort& effort);

}  // namespace socrates::engine
