// SPDX-License-Identifier: Apache-2.0
#include "socrates/render/answers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "render/answer_terms.hpp"
#include "render/machine/json_form.hpp"
#include "render/sentence.hpp"

namespace socrates::render {
namespace {

Json selection_form(const model::Question& question, const model::Selection& selection) {
  if (model::is_complete(selection)) return ids_where(question, selection, model::Chosen::yes);
  return {{"has", ids_where(question, selection, model::Chosen::yes)},
          {"not", ids_where(question, selection, model::Chosen::no)}};
}

Json choice_form(const model::Question& question, const model::Choice& choice) {
  if (question.kind == model::QuestionKind::yes_no) return choice.option == 1;
  return question.options[choice.option].id;
}

bool is_dated(const model::Question& question, const model::Answer& answer) {
  const auto* const number = std::get_if<model::Number>(&answer);
  return question.date && number != nullptr && !number->date.empty();
}

/// A status alone where nothing else is known.
Json control_form(const model::ControlAnswer& answer) {
  const bool is_known = answer.status != model::ControlStatus::unknown;
  Json status = is_known ? Json(model::id_of(answer.status)) : Json();
  if (!answer.since && !answer.performed && !answer.last && answer.reason.empty() && !answer.proposed) return status;
  Json form = {{"status", std::move(status)}};
  if (answer.since) form["since"] = base::to_text(*answer.since);
  if (answer.performed) {
    form["performed"] = Json::array();
    for (const base::Date day : *answer.performed) form["performed"].push_back(base::to_text(day));
  }
  if (answer.last) form["last"] = base::to_text(*answer.last);
  if (!answer.reason.empty()) form["reason"] = answer.reason;
  if (answer.proposed) form["proposed"] = model::id_of(*answer.proposed);
  return form;
}

}  // namespace

std::string in_lines(const Json& document, Lines lines) {
  if (lines == Lines::one || document.empty()) return written(document, Layout::line);
  std::string text;
  for (const auto& [id, answer] : document.items()) {
    text += text.empty() ? "{\n" : ",\n";
    const std::string value = written(answer, Layout::line);
    text += fmt::format("  \"{}\": {}", id, value.substr(0, value.size() - 1));
  }
  return text += "\n}\n";
}

Json answer_form(const model::Question& question, const model::Answer& answer) {
  if (const auto* const choice = std::get_if<model::Choice>(&answer)) return choice_form(question, *choice);
  if (const auto* const selection = std::get_if<model::Selection>(&answer)) return selection_form(question, *selection);
  if (const auto* const number = std::get_if<model::Number>(&answer))
    return number->date.empty() ? Json(number->value) : Json(number->date);
  return {};
}

Json json_form(const model::RuleSet& rules, const model::Answers& answers, Unknowns unknowns) {
  Json document = Json::object();
  for (std::size_t q = 0; q < answers.size(); ++q) {
    const model::Question& question = rules.questions[q];
    if (model::is_unknown(answers[q]) && unknowns == Unknowns::left_out) continue;
    document[is_dated(question, answers[q]) ? question.date->id : question.id] = answer_form(question, answers[q]);
  }
  return document;
}

std::string answers_json(const model::RuleSet& rules, const model::Answers& answers, Unknowns unknowns, Lines lines) {
  return in_lines(json_form(rules, answers, unknowns), lines);
}

Json json_form(const model::RuleSet& rules, const model::Answers& answers, const model::ControlCatalogue& catalogue,
               const model::ControlAnswers& controls, const model::About& about, Unknowns unknowns) {
  Json document = Json::object();
  add_about(about, document);
  document.update(json_form(rules, answers, unknowns));
  for (std::size_t i = 0; i < controls.size(); ++i)
    if (controls[i] != model::ControlAnswer{}) document[catalogue.controls[i].id] = control_form(controls[i]);
  return document;
}

std::string answers_json(const model::RuleSet& rules, const model::Answers& answers,
                         const model::ControlCatalogue& catalogue, const model::ControlAnswers& controls,
                         const model::About& about, Unknowns unknowns, Lines lines) {
  return in_lines(json_form(rules, answers, catalogue, controls, about, unknowns), lines);
}

}  // namespace socrates::render
