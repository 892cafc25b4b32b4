// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "socrates/model/answers.hpp"
#include "socrates/model/control.hpp"
#include "socrates/model/control_answer.hpp"
#include "socrates/model/rule_set.hpp"

namespace socrates::render {

enum class Unknowns { left_out, as_null };

enum class Lines { one, many };

/// An answers file that says the same as the answers, in the order of the questions. A number that was counted from a
/// date is written as that date; a several-choice of which only a part is known as `{"has": [...], "not": [...]}`.
std::string answers_json(const model::RuleSet& rules, const model::Answers& answers,
                         Unknowns unknowns = Unknowns::left_out, Lines lines = Lines::many);

/// The same with the answers about controls behind those to the questions; controls of which nothing is known are left
/// out.
std::string answers_json(const model::RuleSet& rules, const model::Answers& answers,
                         const model::ControlCatalogue& catalogue, const model::ControlAnswers& controls,
                         Unknowns unknowns = Unknowns::left_out, Lines lines = Lines::many);

/// The answer in the words of its options, `not known yet` where nothing is known, `none` where nothing is chosen.
std::string answer_label(const model::Question& question, const model::Answer& answer);

/// The text of a rule, each `{question}` in it replaced by the label of the answer.
std::string filled(std::string_view text, const model::RuleSet& rules, const model::Answers& answers);

}  // namespace socrates::render
