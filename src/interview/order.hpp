// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "socrates/engine/compiled_rules.hpp"
#include "socrates/model/answers.hpp"

namespace socrates::interview {

/// All questions in the order of asking.
std::vector<std::size_t> order_of_asking(const model::RuleSet& rules);

/// The question to ask next, of those that are open and not skipped (`skipped` by question); none when all is asked.
std::optional<std::size_t> next_question(const model::RuleSet& rules, const std::vector<std::size_t>& open_questions,
                                         const std::vector<bool>& skipped);

}  // namespace socrates::interview
