// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "socrates/engine/compiled_rules.hpp"
#include "socrates/engine/effort.hpp"
#include "socrates/model/rule_test.hpp"

namespace socrates::engine {

/// What comes out other than the test says, a sentence each; nothing where it passes. All tests that are run share one
/// effort.
std::vector<std::string> failures_of(const CompiledRules& compiled, const model::RuleTest& test, Effort& effort);

/// The rules and notes that apply in every possible completion, rules first, in their order.
std::vector<model::RuleReference> fired_by(const CompiledRules& compiled, const model::Answers& answers,
                                           Effort& effort);

/// The id of a rule or a note.
const std::string& id_of(const model::RuleSet& rules, const model::RuleReference& rule);

}  // namespace socrates::engine
