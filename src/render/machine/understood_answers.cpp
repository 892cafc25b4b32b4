// SPDX-License-Identifier: Apache-2.0
#include "socrates/render/understood_answers.hpp"
#include "render/machine/answer_cells.hpp"
#include "render/machine/csv.hpp"
#include "render/machine/json_form.hpp"
#include "socrates/engine/asking.hpp"
#include "socrates/render/answers.hpp"

namespace socrates::render {
namespace {

void add_origins(const std::string& id, const AnswerOrigins& origins, Json& all) {
  if (origins.all.empty()) return;
  Json list = Json::array();
  for (const AnswerOrigin& origin : origins.all)
    list.push_back({{"file", origin.file}, {"line", origin.line}, {"name", origin.name}, {"says", origin.says}});
  all[id] = std::move(list);
}

/// Where the answer that counts was read, and what earlier files say in its place.
void add_cells(const AnswerOrigins& origins, std::vector<std::string>& cells) {
  if (origins.all.empty()) {
    cells.resize(cells.size() + 4);
    return;
  }
  const AnswerOrigin& last = origins.all.back();
  cells.insert(cells.end(), {last.file, std::to_string(last.line), last.says});
  std::string before;
  if (origins.differ)
    for (std::size_t i = 0; i + 1 < origins.all.size(); ++i)
      before += (before.empty() ? "" : "; ") + origins.all[i].says;
  cells.push_back(std::move(before));
}

}  // namespace

std::string understood_answers_json(const UnderstoodAnswers& understood) {
  Json origins = Json::object();
  for (std::size_t q = 0; q < understood.of_questions.size(); ++q)
    if (!model::is_unknown(understood.answers[q]))
      add_origins(question_id(understood.rules.questions[q], understood.answers[q]), understood.of_questions[q],
                  origins);
  for (std::size_t i = 0; i < understood.of_controls.size(); ++i)
    if (understood.controls[i] != model::ControlAnswer{})
      add_origins(understood.catalogue.controls[i].id, understood.of_controls[i], origins);
  Json document = json_form(understood.rules, understood.answers, understood.catalogue, understood.controls,
                            understood.about, Unknowns::left_out);
  document["$origins"] = std::move(origins);
  return in_lines(document, Lines::many);
}

std::string understood_answers_csv(const UnderstoodAnswers& understood) {
  std::string text = csv_row({"id", "answer", "since", "performed", "last", "reason", "proposed", "question", "file",
                              "row", "says", "before"});
  for (std::size_t q = 0; q < understood.of_questions.size(); ++q) {
    const model::Answer& answer = understood.answers[q];
    if (model::is_unknown(answer)) continue;
    const model::Question& question = understood.rules.questions[q];
    std::vector<std::string> cells{question_id(question, answer),
                                   answer_cell(question, answer),
                                   "",
                                   "",
                                   "",
                                   "",
                                   "",
                                   engine::words_of(understood.rules, understood.answers, q)};
    add_cells(understood.of_questions[q], cells);
    text += csv_row(cells);
  }
  for (std::size_t i = 0; i < understood.of_controls.size(); ++i) {
    const model::ControlAnswer& answer = understood.controls[i];
    if (answer == model::ControlAnswer{}) continue;
    const model::Control& control = understood.catalogue.controls[i];
    std::vector<std::string> cells{control.id,
                                   status_id(answer.status),
                                   answer.since ? base::to_text(*answer.since) : "",
                                   days_cell(answer.performed),
                                   answer.last ? base::to_text(*answer.last) : "",
                                   answer.reason,
                                   answer.proposed ? status_id(*answer.proposed) : "",
                                   control.title};
    add_cells(understood.of_controls[i], cells);
    text += csv_row(cells);
  }
  return text;
}

}  // namespace socrates::render
