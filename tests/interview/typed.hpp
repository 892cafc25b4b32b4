// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <variant>

#include "socrates/model/answers.hpp"
#include "socrates/model/question.hpp"

namespace socrates::interview {

/// What a person types to give a complete answer: ids, `0` for none of several.
inline std::string typed(const model::Question& question, const model::Answer& answer) {
  if (const auto* choice = std::get_if<model::Choice>(&answer)) {
    if (question.kind == model::QuestionKind::yes_no) return choice->option == 1 ? "yes" : "no";
    return question.options[choice->option].id;
  }
  if (const auto* number = std::get_if<model::Number>(&answer)) return std::to_string(number->value);
  std::string line;
  const auto& selection = std::get<model::Selection>(answer);
  for (std::size_t i = 0; i < selection.options.size(); ++i)
    if (selection.options[i] == model::Chosen::yes) line += (line.empty() ? "" : ",") + question.options[i].id;
  return line.empty() ? "0" : line;
}

}  // namespace socrates::interview
