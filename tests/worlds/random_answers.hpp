// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "socrates/model/answers.hpp"
#include "socrates/model/rule_set.hpp"
#include "worlds/draw.hpp"

namespace socrates::worlds {

/// Partial answers, contradictory ones among them: some questions known, some not, some several-choices in part.
model::Answers random_answers(const model::RuleSet& rules, Draw& draw);

/// Answers to the first `count` questions, and nothing on those that follow.
model::Answers random_first_answers(const model::RuleSet& rules, std::size_t count, Draw& draw);

/// The answers with one open question, or one open option of it, answered; the same where nothing is open.
model::Answers with_one_more(const model::RuleSet& rules, model::Answers answers, Draw& draw);

}  // namespace socrates::worlds
