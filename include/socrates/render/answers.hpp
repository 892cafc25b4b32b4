// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "socrates/model/about.hpp"
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

/// The same with what the file says of itself before the answers, and those about controls behind those to the
/// questions; controls of which nothing is known are left out.
std::string answers_json(const model::RuleSet& rules, const model::Answers& answers,
                         const model::ControlCatalogue& catalogue, const model::ControlAnswers& controls,
                         const model::About& about, Unknowns unknowns = Unknowns::left_out, Lines lines = Lines::many);

}  // namespace socrates::render
