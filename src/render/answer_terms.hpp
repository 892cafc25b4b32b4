// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "socrates/engine/explanation.hpp"
#include "socrates/model/answers.hpp"
#include "socrates/model/rule_set.hpp"

namespace socrates::render {

// Answers in short, by the ids that the rules and the answers files use.

/// The options that were so answered.
std::vector<std::string> ids_where(const model::Question& question, const model::Selection& selection,
                                   model::Chosen chosen);

/// What is known: `requested_type = type_2, requested_by has financial_auditors`; `any answers` where nothing has to
/// be.
std::string answer_terms(const model::RuleSet& rules, const model::Answers& answers);

/// `requested_type = type_1 instead of type_2`, `requested_by with procurement and without regulator`.
std::string change_term(const model::Question& question, const model::Answer& before, const model::Answer& after);

/// The answers that would do: `requested_type = type_1 or type_2`, `months_until_needed at least 6`, `requested_by with
/// procurement`.
std::string lack_term(const model::RuleSet& rules, const model::Answers& answers, const engine::Lack& lack);

}  // namespace socrates::render
