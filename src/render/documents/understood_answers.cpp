// SPDX-License-Identifier: Apache-2.0
#include "socrates/render/understood_answers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "render/machine/answer_cells.hpp"
#include "socrates/base/words.hpp"

namespace socrates::render {
namespace {

/// `controls.csv:5 says Implemented`, with the name where it is another.
std::string read_at(const AnswerOrigin& origin, const std::string& id) {
  const std::string place = origin.line == 0 ? origin.file : fmt::format("{}:{}", origin.file, origin.line);
  const std::string of = origin.name == id || origin.name.empty() ? "" : fmt::format(" of {}", origin.name);
  return fmt::format("{} says{}: {}", place, of, origin.says.empty() ? "nothing" : origin.says);
}

Entry entry_of(const std::string& id, std::string title, std::string value, const AnswerOrigins& origins) {
  Entry entry;
  entry.title = std::move(title);
  entry.value = code(std::move(value));
  if (origins.all.empty()) return entry;
  entry.remarks.push_back({read_at(origins.all.back(), id)});
  for (std::size_t i = origins.all.size() - 1; origins.differ && i-- > 0;)
    entry.remarks.push_back({"laid over what " + read_at(origins.all[i], id)});
  return entry;
}

std::string control_value(const model::ControlAnswer& answer) {
  std::string text = status_id(answer.status);
  if (answer.since) text += ", since " + base::to_text(*answer.since);
  if (answer.performed) text += ", performed " + days_cell(answer.performed);
  if (answer.last) text += ", last " + base::to_text(*answer.last);
  if (answer.proposed) text += (text.empty() ? "proposed " : ", proposed ") + status_id(*answer.proposed);
  return text;
}

bool is_only_proposed(const model::ControlAnswer& answer) {
  return answer.status == model::ControlStatus::unknown && answer.proposed;
}

std::size_t count_differing(const UnderstoodAnswers& understood) {
  const auto differs = [](const AnswerOrigins& origins) { return origins.differ; };
  return static_cast<std::size_t>(
      std::count_if(understood.of_questions.begin(), understood.of_questions.end(), differs) +
      std::count_if(understood.of_controls.begin(), understood.of_controls.end(), differs));
}

}  // namespace

Document understood_answers_document(const UnderstoodAnswers& understood) {
  Entries questions;
  for (std::size_t q = 0; q < understood.of_questions.size(); ++q) {
    const model::Answer& answer = understood.answers[q];
    if (model::is_unknown(answer)) continue;
    const std::string id = question_id(understood.rules.questions[q], answer);
    questions.entries.push_back(
        entry_of(id, id, answer_cell(understood.rules.questions[q], answer), understood.of_questions[q]));
  }
  Entries controls;
  Entries proposed;
  for (std::size_t i = 0; i < understood.of_controls.size(); ++i) {
    const model::ControlAnswer& answer = understood.controls[i];
    if (answer == model::ControlAnswer{}) continue;
    const model::Control& control = understood.catalogue.controls[i];
    Entry entry =
        entry_of(control.id, control.id + " " + control.title, control_value(answer), understood.of_controls[i]);
    if (!answer.reason.empty()) entry.remarks.push_back({"reason: " + answer.reason});
    (is_only_proposed(answer) ? proposed : controls).entries.push_back(std::move(entry));
  }
  Document document;
  document.title = "Answers as they were understood";
  std::string lead = fmt::format("{} and {} answered, {} proposed, from {}. Nothing is judged yet.",
                                 base::counted(questions.entries.size(), "question"),
                                 base::counted(controls.entries.size(), "control"), proposed.entries.size(),
                                 base::counted(understood.files, "file"));
  if (const std::size_t differing = count_differing(understood); differing != 0)
    lead +=
        fmt::format(" Of {} an earlier file says something else: the last counts.", base::counted(differing, "answer"));
  document.lead = {{{std::move(lead)}}};
  document.sections.push_back({"Questions", {std::move(questions)}});
  document.sections.push_back({"Controls", {std::move(controls)}});
  if (!proposed.entries.empty())
    document.sections.push_back(
        {"Proposed, and not counted until somebody confirms",
         {Paragraph{{"A row about a criterion speaks of all controls that serve it. Confirm them one by one, with ask "
                     "--readiness, or in the sheet that readiness --template csv writes."}},
          std::move(proposed)}});
  return document;
}

}  // namespace socrates::render
