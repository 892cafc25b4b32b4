// SPDX-License-Identifier: Apache-2.0
#include "engine/changed_answers.hpp"

namespace socrates::engine {
namespace {

bool is_same(const QuestionVariables& variables, const Allowed& a, const Allowed& b) {
  for (std::size_t v = variables.first; v < variables.first + variables.count; ++v)
    if (a[v] != b[v]) return false;
  return true;
}

}  // namespace

int last_of_interval(const model::Question& question, const QuestionVariables& variables, std::size_t interval) {
  return interval + 1 < variables.starts.size() ? variables.starts[interval + 1] - 1 : question.to;
}

model::Answer changed_answer(const CompiledRules& compiled, const model::Answers& before, std::size_t question,
                             const Allowed& after) {
  const QuestionVariables& variables = compiled.space.questions[question];
  if (is_same(variables, allowed_by(compiled.space, before), after)) return before[question];
  model::Answer answer = answers_from(compiled.space, compiled.rules, after)[question];
  auto* const number = std::get_if<model::Number>(&answer);
  const auto* const old = std::get_if<model::Number>(&before[question]);
  if (number != nullptr && old != nullptr && number->value < old->value)
    number->value =
        last_of_interval(compiled.rules.questions[question], variables, interval_of(variables, number->value));
  return answer;
}

model::Answers kept_answers(const CompiledRules& compiled, const model::Answers& answers, const Allowed& kept) {
  const Allowed everything = allowed_by(compiled.space, {});
  model::Answers result = answers_from(compiled.space, compiled.rules, kept);
  for (std::size_t q = 0; q < result.size(); ++q) {
    // A number of one interval is never open, so that everything looks like an answer to it.
    if (is_same(compiled.space.questions[q], everything, kept)) result[q] = model::Unknown{};
    if (std::holds_alternative<model::Number>(result[q])) result[q] = answers[q];
  }
  return result;
}

}  // namespace socrates::engine
