// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "socrates/engine/compile.hpp"
#include "socrates/engine/compiled_rules.hpp"

namespace socrates::engine {

/// Of rules with a contract of their own: each question outside the contract that decides decisions of it, one finding
/// a question, a warning.
std::vector<Finding> contract_departures(const CompiledRules& compiled, Effort& effort);

/// The decisions of the contract that depend on a question outside it: with all questions of the contract answered they
/// could still be open. One finding for each such decision and question.
std::vector<Finding> contract_findings(const CompiledRules& compiled, Effort& effort);

}  // namespace socrates::engine
