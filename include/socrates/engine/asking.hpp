// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

#include "socrates/model/answers.hpp"
#include "socrates/model/rule_set.hpp"

namespace socrates::engine {

/// Whether the condition holds by what is known: yes or no only where no further answer can change it. It judges part
/// by part, and looks neither at `impossible` clauses nor at decisions, so that it may not know what a proof would
/// know; of complete answers, and a condition that names no decision, it always knows.
model::Chosen holds_by(const model::Condition& condition, const model::RuleSet& rules, const model::Answers& answers);

/// The words in which the question is put to somebody who has given these answers: those of the first of `ask_when`
/// that holds by them, else the usual ones, which always fit.
const base::SharedText& words_of(const model::RuleSet& rules, const model::Answers& answers, std::size_t question);

}  // namespace socrates::engine
