// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "socrates/model/answers.hpp"
#include "socrates/model/rule_set.hpp"

namespace socrates::model {

/// The answer in the words of its options, `not known yet` where nothing is known, `none` where nothing is chosen.
std::string answer_label(const Question& question, const Answer& answer);

/// The text of a rule, each `{question}` in it replaced by the label of the answer.
std::string filled(std::string_view text, const RuleSet& rules, const Answers& answers);

}  // namespace socrates::model
