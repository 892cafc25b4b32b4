// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "socrates/engine/compiled_rules.hpp"
#include "socrates/model/answers.hpp"

namespace socrates::interview {

/// The sources of the rules for which the question still makes a difference, as indices into RuleSet::sources: those
/// that most of these rules name come first, then in the order of the rule set.
std::vector<std::size_t> sources_of(const engine::CompiledRules& compiled, const model::Answers& answers,
                                    std::size_t question);

}  // namespace socrates::interview
