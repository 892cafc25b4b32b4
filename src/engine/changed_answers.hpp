// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "socrates/engine/compiled_rules.hpp"
#include "socrates/engine/space.hpp"
#include "socrates/model/answers.hpp"

namespace socrates::engine {

/// The last number of an interval.
int last_of_interval(const model::Question& question, const QuestionVariables& variables, std::size_t interval);

/// The answer to a question as `after` allows it. It stays as it was where that is still allowed; a number that has to
/// move goes to the near end of its new interval.
model::Answer changed_answer(const CompiledRules& compiled, const model::Answers& before, std::size_t question,
                             const Allowed& after);

/// The answers as far as they are still restricted in `kept`, in their own words: a number stays itself.
model::Answers kept_answers(const CompiledRules& compiled, const model::Answers& answers, const Allowed& kept);

}  // namespace socrates::engine
