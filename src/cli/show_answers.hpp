// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "cli/command.hpp"
#include "cli/forms.hpp"
#include "cli/inputs.hpp"
#include "socrates/render/understood_answers.hpp"

namespace socrates::cli {

inline constexpr Argument show_answers_option{"--show-answers", "",
                                              "Show how the answers were read, and from where; judge nothing"};

const Forms<render::UnderstoodAnswers>& forms_of_answers();

/// The answers as they were understood; nothing, after a report, where they could not be read.
std::optional<Result> show_answers(const AnswersInput& input, const Rules& rules, const Options& options,
                                   base::Diagnostics& problems);

}  // namespace socrates::cli
