// SPDX-License-Identifier: Apache-2.0
#include "engine/sure_answers.hpp"

#include <unordered_set>
#include <utility>

#include "engine/changed_answers.hpp"
#include "engine/ways.hpp"
#include "socrates/engine/compile.hpp"

namespace socrates::engine {

namespace {

/// What a projection that is kept counts for, beside the steps to it.
constexpr std::size_t steps_of_projection = 8;

}  // namespace

SureAnswers::SureAnswers(const CompiledRules& compiled, const model::Answers& answers, std::size_t question,
                         Effort& effort)
    : compiled_(&compiled),
      answers_(&answers),
      question_(question),
      allowed_(allowed_by(compiled.space, answers)),
      effort_(effort),
      builder_(compiled.space.arity, effort) {}

/// Over the variables of the question alone: 1 or 0 where every possible completion says so, no_value where there is
/// none, clashing_values where they differ.
Function SureAnswers::projected(Function f) {
  if (f < leaf_limit) return f == impossible_leaf ? no_value : f;
  if (const auto known = projections_.find(f); known != projections_.end()) return known->second;
  const DiagramView& diagram = compiled_->diagram;
  const std::uint32_t variable = variable_of(diagram, f);
  const QuestionVariables& own = compiled_->space.questions[question_];
  Function result = no_value;
  effort_.take_steps(steps_of_projection);
  if (variable >= own.first && variable < own.first + own.count) {
    std::vector<Function> children;
    for (std::size_t value = 0; value < diagram.arity[variable]; ++value)
      children.push_back(projected(child_of(diagram, f, value)));
    result = builder_.node(variable, children);
  } else {
    for (std::size_t value = 0; value < diagram.arity[variable]; ++value)
      if (((allowed_[variable] >> value) & 1U) != 0)
        result = builder_.join(Join::agree, result, projected(child_of(diagram, f, value)));
  }
  projections_.emplace(f, result);
  return result;
}

bool SureAnswers::is_sure(Function p, const Allowed& allowed) const {
  const DiagramView diagram = builder_.view();
  std::vector<Function> waiting{p};
  std::unordered_set<Function> seen{p};
  while (!waiting.empty()) {
    const Function next = waiting.back();
    waiting.pop_back();
    if (next < leaf_limit) {
      if (next != 1 && next != no_value) return false;
      continue;
    }
    const std::uint32_t variable = variable_of(diagram, next);
    effort_.take_steps(diagram.arity[variable]);
    for (std::size_t value = 0; value < diagram.arity[variable]; ++value) {
      if (((allowed[variable] >> value) & 1U) == 0) continue;
      if (const Function child = child_of(diagram, next, value); seen.insert(child).second) waiting.push_back(child);
    }
  }
  return true;
}

void SureAnswers::add_choices(Lack& lack, Function p) const {
  const model::Question& question = compiled_->rules.questions[question_];
  const QuestionVariables& own = compiled_->space.questions[question_];
  for (std::size_t value = 0; value < compiled_->space.arity[own.first]; ++value) {
    if ((p < leaf_limit ? p : child_of(builder_.view(), p, value)) != 1) continue;
    if (question.kind != model::QuestionKind::number) {
      lack.options.push_back(value);
      continue;
    }
    const NumberRange range{own.starts[value], last_of_interval(question, own, value)};
    if (!lack.ranges.empty() && lack.ranges.back().to + 1 == range.from)
      lack.ranges.back().to = range.to;
    else
      lack.ranges.push_back(range);
  }
}

std::optional<Lack> SureAnswers::lack_of(Function f) {
  const Function p = projected(f);
  std::vector<bool> may_change(compiled_->rules.questions.size(), false);
  may_change[question_] = true;
  const auto way =
      Ways(builder_.view(), groups_by_question(compiled_->space), allowed_, std::move(may_change), Leaves{2}, effort_)
          .nearest(p);
  if (!way) return std::nullopt;
  Allowed taken = allowed_;
  for (const Turn& turn : *way) taken[turn.variable] = std::uint64_t{1} << turn.value;
  // Options that were not known and need not be stay so.
  for (const Turn& turn : *way) {
    if (turn.is_change) continue;
    const std::uint64_t pinned = std::exchange(taken[turn.variable], allowed_[turn.variable]);
    if (!is_sure(p, taken)) taken[turn.variable] = pinned;
  }
  Lack lack;
  lack.question = question_;
  lack.nearest = changed_answer(*compiled_, *answers_, question_, taken);
  if (compiled_->rules.questions[question_].kind != model::QuestionKind::several) add_choices(lack, p);
  return lack;
}

}  // namespace socrates::engine
