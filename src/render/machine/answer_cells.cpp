// SPDX-License-Identifier: Apache-2.0
#include "render/machine/answer_cells.hpp"

#include "socrates/base/words.hpp"

namespace socrates::render {
namespace {

std::string selection_cell(const model::Question& question, const model::Selection& selection) {
  std::vector<std::string> words;
  const bool is_complete = model::is_complete(selection);
  for (std::size_t i = 0; i < selection.options.size(); ++i) {
    if (selection.options[i] == model::Chosen::yes) words.push_back(question.options[i].id);
    if (selection.options[i] == model::Chosen::no && !is_complete) words.push_back("not:" + question.options[i].id);
  }
  if (!is_complete) words.emplace_back("?");
  return words.empty() ? "none" : base::joined(words, ", ");
}

}  // namespace

std::string answer_cell(const model::Question& question, const model::Answer& answer) {
  if (const auto* const choice = std::get_if<model::Choice>(&answer)) {
    if (question.kind == model::QuestionKind::yes_no) return choice->option == 1 ? "true" : "false";
    return question.options[choice->option].id;
  }
  if (const auto* const selection = std::get_if<model::Selection>(&answer)) return selection_cell(question, *selection);
  if (const auto* const number = std::get_if<model::Number>(&answer))
    return number->date.empty() ? std::to_string(number->value) : number->date;
  return {};
}

std::string days_cell(const std::optional<std::vector<base::Date>>& days) {
  if (!days) return {};
  std::vector<std::string> texts;
  for (const base::Date day : *days) texts.push_back(base::to_text(day));
  return texts.empty() ? "none" : base::joined(texts, ", ");
}

std::string question_id(const model::Question& question, const model::Answer& answer) {
  const auto* const number = std::get_if<model::Number>(&answer);
  return number != nullptr && !number->date.empty() && question.date ? question.date->id : question.id;
}

std::string status_id(model::ControlStatus status) {
  return status == model::ControlStatus::unknown ? "" : std::string(model::id_of(status));
}

}  // namespace socrates::render
