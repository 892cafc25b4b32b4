// SPDX-License-Identifier: Apache-2.0
#include "cli/show_answers.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "cli/rule_candidates.hpp"
#include "socrates/base/words.hpp"

namespace socrates::cli {
namespace {

constexpr Form<render::UnderstoodAnswers> other_forms_of_answers[] = {{"csv", render::understood_answers_csv}};
constexpr Forms<render::UnderstoodAnswers> answers_forms{render::understood_answers_document,
                                                         render::understood_answers_json, other_forms_of_answers};

/// What stands there, without quotes around it, and cut where it is long.
std::string written_at(const base::Span& span) {
  constexpr std::size_t most = 80;
  std::string text = span.source->text.substr(span.offset, span.length);
  if (text.size() >= 2 && text.front() == '"' && text.back() == '"') text = text.substr(1, text.size() - 2);
  if (text.size() <= most) return text;
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "...";
}

render::AnswerOrigin origin_of(const base::Span& name, const base::Span& value) {
  const bool is_set = value.source->name == setting_option.name;
  return {value.source->name, is_set ? 0 : base::position_at(*value.source, value.offset).line,
          name.source == nullptr ? std::string() : written_at(name), written_at(value)};
}

/// What only proposes takes the place of no answer, and so stands before it.
bool counts(const model::ControlAnswer& layer, const model::ControlAnswer& final) {
  return layer.status != model::ControlStatus::unknown || !layer.proposed ||
         final.status == model::ControlStatus::unknown;
}

bool says_the_same(const model::ControlAnswer& layer, const model::ControlAnswer& final) {
  return counts(layer, final) ? layer == final : *layer.proposed == final.status;
}

void add_questions(const loader::LoadedAnswers& layer, const loader::LoadedAnswers& all,
                   std::vector<render::AnswerOrigins>& origins) {
  for (std::size_t q = 0; q < layer.answers.size(); ++q) {
    if (layer.places[q].source == nullptr) continue;
    origins[q].all.push_back(origin_of({}, layer.places[q]));
    origins[q].differ = origins[q].differ || layer.answers[q] != all.answers[q];
  }
}

void add_controls(const loader::LoadedAnswers& layer, const loader::LoadedAnswers& all,
                  std::vector<render::AnswerOrigins>& origins) {
  for (std::size_t i = 0; i < layer.controls.size(); ++i) {
    const loader::StatedAt& at = layer.control_places[i];
    if (at.value.source == nullptr) continue;
    std::vector<render::AnswerOrigin>& list = origins[i].all;
    list.insert(counts(layer.controls[i], all.controls[i]) ? list.end() : list.begin(), origin_of(at.name, at.value));
    origins[i].differ = origins[i].differ || !says_the_same(layer.controls[i], all.controls[i]);
  }
}

}  // namespace

const Forms<render::UnderstoodAnswers>& forms_of_answers() { return answers_forms; }

std::optional<Result> show_answers(const AnswersInput& input, const Rules& rules, const Options& options,
                                   base::Diagnostics& problems) {
  std::optional<LayeredAnswers> read = read_layers(input, rules, options.today, problems);
  if (!read) return std::nullopt;
  loader::LoadedAnswers& all = read->all;
  all.controls.resize(rules.controls().controls.size());
  render::UnderstoodAnswers understood{
      rules.compiled().rules, all.answers, rules.controls(), all.controls, all.about, {}, {}, input.files.size()};
  understood.of_questions.resize(all.answers.size());
  understood.of_controls.resize(all.controls.size());
  for (const loader::LoadedAnswers& layer : read->layers) {
    add_questions(layer, all, understood.of_questions);
    add_controls(layer, all, understood.of_controls);
  }
  return Result{ExitStatus::done, written(answers_forms, understood, options), {}};
}

}  // namespace socrates::cli
