// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "render/decision_words.hpp"
#include "render/machine/csv.hpp"
#include "render/readiness_words.hpp"
#include "render/sentence.hpp"
#include "socrates/render/readiness.hpp"

namespace socrates::render {
namespace {

std::string_view id_of_blocks(model::Blocks blocks) {
  return blocks == model::Blocks::nothing ? std::string_view() : model::id_of(blocks);
}

std::string status_id(model::ControlStatus status) {
  return status == model::ControlStatus::unknown ? "" : std::string(model::id_of(status));
}

std::string choices_of(const model::Question& question) {
  switch (question.kind) {
    case model::QuestionKind::yes_no:
      return "true, false";
    case model::QuestionKind::number:
      return std::to_string(question.from) + " to " + std::to_string(question.to);
    case model::QuestionKind::one:
    case model::QuestionKind::several:
      break;
  }
  std::vector<std::string> ids;
  for (const model::Named& option : question.options) ids.push_back(option.id);
  return joined(ids, ", ");
}

/// As loader::load_sheet reads it: `a, b`, `none`, or of what is known in part `a, not:b, ?`.
std::string selection_cell(const model::Question& question, const model::Selection& selection) {
  std::vector<std::string> words;
  const bool is_complete = model::is_complete(selection);
  for (std::size_t i = 0; i < selection.options.size(); ++i) {
    if (selection.options[i] == model::Chosen::yes) words.push_back(question.options[i].id);
    if (selection.options[i] == model::Chosen::no && !is_complete) words.push_back("not:" + question.options[i].id);
  }
  if (!is_complete) words.emplace_back("?");
  return words.empty() ? "none" : joined(words, ", ");
}

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

/// As loader::load_sheet reads it: `2026-03-02, 2026-06-01`, or `none`.
std::string days_cell(const std::optional<std::vector<base::Date>>& days) {
  if (!days) return {};
  std::vector<std::string> texts;
  for (const base::Date day : *days) texts.push_back(base::to_text(day));
  return texts.empty() ? "none" : joined(texts, ", ");
}

std::string question_id(const model::Question& question, const model::Answer& answer) {
  const auto* const number = std::get_if<model::Number>(&answer);
  return number != nullptr && !number->date.empty() && question.date ? question.date->id : question.id;
}

}  // namespace

std::string readiness_csv(const ReadinessReport& report) {
  std::string text = csv_row({"order", "id", "control", "status", "holds_up", "reports", "categories", "criteria",
                              "objectives", "owner", "weeks_least", "weeks_likely", "weeks_most", "after", "why",
                              "evidence", "evidence_over_period", "nothing_in_place_for"});
  std::size_t order = 0;
  for (const readiness::Gap& gap : report.readiness.gaps) {
    const model::Control& control = report.catalogue.controls.controls[gap.index];
    std::vector<std::string> reports;
    for (const model::Examination examination : gap.serves)
      reports.emplace_back(model::name_of(examination, model::Standard::ssae));
    text +=
        csv_row({std::to_string(++order), gap.control, gap.title,
                 gap.status == model::ControlStatus::unknown ? "not_known" : status_id(gap.status),
                 std::string(id_of_blocks(gap.blocks)), joined(reports, ", "), joined(gap.categories, ", "),
                 joined(gap.criteria, ", "), joined(gap.objectives, ", "), gap.owner, std::to_string(gap.weeks.least),
                 std::to_string(gap.weeks.likely), std::to_string(gap.weeks.most), joined(gap.depends_on, ", "),
                 control.why, control.evidence, evidence_over_period(control), joined(gap.first_for, ", ")});
  }
  return text;
}

std::string readiness_sheet(const ReadinessReport& report) {
  std::string text = csv_row({"id", "group", "question", "choices", "answer", "since", "performed", "last", "reason",
                              "evidence", "owner", "holds_up"});
  const Recommendation& recommendation = report.recommendation;
  const std::vector<std::size_t>& open = report.readiness.scope.open_questions;
  for (std::size_t q = 0; q < recommendation.rules.questions.size(); ++q) {
    const model::Question& question = recommendation.rules.questions[q];
    const model::Answer& answer = recommendation.answers[q];
    if (model::is_unknown(answer) && std::find(open.begin(), open.end(), q) == open.end()) continue;
    text += csv_row({question_id(question, answer),
                     question.section ? label_of(recommendation.rules.sections[*question.section]) : "",
                     one_line(question.ask), choices_of(question), answer_cell(question, answer), "", "", "", "", "",
                     "", ""});
  }
  const model::ControlCatalogue& catalogue = report.catalogue.controls;
  std::vector<std::string> statuses;
  for (const model::StatusName& name : model::status_names) statuses.emplace_back(name.id);
  for (std::size_t i = 0; i < catalogue.controls.size(); ++i) {
    if (readiness::certainty_of(report.readiness.scope.controls[i]) == readiness::Certainty::out &&
        report.controls[i] == model::ControlAnswer{})
      continue;
    const model::Control& control = catalogue.controls[i];
    const model::ControlAnswer& answer = report.controls[i];
    text +=
        csv_row({control.id, catalogue.groups[control.group].label, control.ask, joined(statuses, ", "),
                 status_id(answer.status), answer.since ? base::to_text(*answer.since) : "",
                 days_cell(answer.performed), answer.last ? base::to_text(*answer.last) : "", answer.reason,
                 control.evidence, catalogue.owners[control.owner].label, std::string(id_of_blocks(control.blocks))});
  }
  return text;
}

}  // namespace socrates::render
