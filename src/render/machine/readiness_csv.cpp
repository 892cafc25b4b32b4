// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "render/decision_words.hpp"
#include "render/machine/answer_cells.hpp"
#include "render/machine/csv.hpp"
#include "render/readiness_words.hpp"
#include "render/sentence.hpp"
#include "socrates/engine/asking.hpp"
#include "socrates/render/readiness.hpp"

namespace socrates::render {
namespace {

std::string_view id_of_blocks(model::Blocks blocks) {
  return blocks == model::Blocks::nothing ? std::string_view() : model::id_of(blocks);
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
  std::vector<std::string> columns{"id",        "group", "question", "choices",  "answer", "since",
                                   "performed", "last",  "reason",   "evidence", "owner",  "holds_up"};
  const bool is_proposed = std::any_of(report.controls.begin(), report.controls.end(),
                                       [](const model::ControlAnswer& answer) { return answer.proposed.has_value(); });
  if (is_proposed) columns.emplace_back("proposed");
  const auto row = [&](std::vector<std::string> cells) {
    cells.resize(columns.size());
    return csv_row(cells);
  };
  std::string text = csv_row(columns);
  const Recommendation& recommendation = report.recommendation;
  const std::vector<std::size_t>& open = report.readiness.scope.open_questions;
  for (std::size_t q = 0; q < recommendation.rules.questions.size(); ++q) {
    const model::Question& question = recommendation.rules.questions[q];
    const model::Answer& answer = recommendation.answers[q];
    if (model::is_unknown(answer) && std::find(open.begin(), open.end(), q) == open.end()) continue;
    text += row({question_id(question, answer),
                 question.section ? label_of(recommendation.rules.sections[*question.section]) : "",
                 one_line(engine::words_of(recommendation.rules, recommendation.answers, q)), choices_of(question),
                 answer_cell(question, answer)});
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
    text += row({control.id, catalogue.groups[control.group].label, control.ask, joined(statuses, ", "),
                 status_id(answer.status), answer.since ? base::to_text(*answer.since) : "",
                 days_cell(answer.performed), answer.last ? base::to_text(*answer.last) : "", answer.reason,
                 control.evidence, catalogue.owners[control.owner].label, std::string(id_of_blocks(control.blocks)),
                 answer.proposed ? status_id(*answer.proposed) : ""});
  }
  return text;
}

}  // namespace socrates::render
