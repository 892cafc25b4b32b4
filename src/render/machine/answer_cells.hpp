// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "socrates/base/date.hpp"
#include "socrates/model/answers.hpp"
#include "socrates/model/control_answer.hpp"
#include "socrates/model/question.hpp"

namespace socrates::render {

// Answers as loader::load_sheet reads them from the cells of a sheet; empty: not known.

/// The id of the question, or that of the date which its number was counted from.
std::string question_id(const model::Question& question, const model::Answer& answer);

/// `a, b`, `none`, or of what is known in part `a, not:b, ?`.
std::string answer_cell(const model::Question& question, const model::Answer& answer);

std::string status_id(model::ControlStatus status);

/// `2026-03-02, 2026-06-01`, or `none`.
std::string days_cell(const std::optional<std::vector<base::Date>>& days);

}  // namespace socrates::render
