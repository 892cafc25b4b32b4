// SPDX-License-Identifier: Apache-2.0
#include "socrates/render/rules_difference.hpp"

#include <utility>

#include "render/boxes.hpp"
#include "render/machine/json_form.hpp"
#include "socrates/render/answers.hpp"

namespace socrates::render {
namespace {

using engine::Allowed;
using engine::Change;
using model::Question;
using model::QuestionKind;

/// What a box says of one question.
Json box_form(const Question& question, const engine::QuestionVariables& variables, const Allowed& box) {
  Json in = Json::array();
  Json out = Json::array();
  switch (question.kind) {
    case QuestionKind::yes_no:
      return has(box[variables.first], 1);
    case QuestionKind::one:
      for (std::size_t i = 0; i < question.options.size(); ++i)
        if (has(box[variables.first], i)) in.push_back(question.options[i].id);
      return in;
    case QuestionKind::several:
      for (std::size_t i = 0; i < question.options.size(); ++i) {
        if (box[variables.first + i] == 2) in.push_back(question.options[i].id);
        if (box[variables.first + i] == 1) out.push_back(question.options[i].id);
      }
      return {{"has", std::move(in)}, {"not", std::move(out)}};
    case QuestionKind::number:
      for (const Range& range : ranges_of(question, variables.starts, box[variables.first]))
        in.push_back({{"from", range.from}, {"to", range.to}});
      return in;
  }
  return {};
}

Json box_form(const engine::Difference& difference, const Allowed& box) {
  Json form = Json::object();
  for (std::size_t q = 0; q < difference.common.questions.size(); ++q)
    if (const Question& question = difference.common.questions[q]; !is_free(difference, box, q))
      form[question.id] = box_form(question, difference.space.questions[q], box);
  return form;
}

std::vector<std::string> reasons_of(const engine::Difference& difference) {
  std::vector<std::string> texts;
  for (const engine::ReasonChange& reason : difference.reasons) texts.push_back(reason.text);
  return texts;
}

Json set_form(const RulesDifference& d) {
  Json changes = Json::array();
  for (const Change& change : d.difference.changes) {
    Json boxes = Json::array();
    for (const Allowed& box : change.boxes) boxes.push_back(box_form(d.difference, box));
    const auto id_or_null = [](const std::string& id) { return id.empty() ? Json() : Json(id); };
    changes.push_back({{"decision", id_or_null(change.decision)},
                       {"before", id_or_null(change.before)},
                       {"after", id_or_null(change.after)},
                       {"share", change.share},
                       {"answers", to_text(change.answers)},
                       {"boxes", std::move(boxes)},
                       {"whole", change.is_whole},
                       {"follows_from", change.follows_from},
                       {"example", json_form(d.difference.common, change.example, Unknowns::left_out)}});
  }
  const bool is_same = engine::is_same_meaning(d.difference);
  return {{"verdict", is_same ? "same" : "differs"}, {"same_version", d.before.version == d.after.version},
          {"structure", d.difference.structure},     {"changes", std::move(changes)},
          {"reasons", reasons_of(d.difference)},     {"wording", d.difference.wording},
          {"before", origin_form(d.before)},         {"after", origin_form(d.after)}};
}

}  // namespace

std::string difference_json(const std::vector<RulesDifference>& differences, bool is_same) {
  Json sets = Json::array();
  for (const RulesDifference& d : differences) sets.push_back(set_form(d));
  return written(
      {{"schema", "socrates.rules_diff/1"}, {"verdict", is_same ? "same" : "differs"}, {"sets", std::move(sets)}},
      Layout::indented);
}

}  // namespace socrates::render
