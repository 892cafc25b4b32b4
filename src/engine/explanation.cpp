// SPDX-License-Identifier: Apache-2.0
#include "socrates/engine/explanation.hpp"

#include <algorithm>
#include <memory>

#include "engine/changed_answers.hpp"
#include "engine/grounds.hpp"
#include "engine/rule_functions.hpp"
#include "engine/sure_answers.hpp"
#include "socrates/engine/reach.hpp"

namespace socrates::engine {
namespace {

/// The functions of parts of conditions, which compiled rules do not keep, made when they are asked for.
class PartFunctions {
 public:
  PartFunctions(const CompiledRules& compiled, Effort& effort)
      : builder_(compiled.space.arity, effort), functions_(compiled.rules, compiled.space, builder_) {}

  Function of(const model::Condition& part) {
    return builder_.join(Join::where, functions_.possible(), functions_.condition(part));
  }
  [[nodiscard]] DiagramView view() const { return builder_.view(); }

 private:
  DiagramBuilder builder_;
  RuleFunctions functions_;
};

class Explainer {
 public:
  Explainer(const CompiledRules& compiled, const model::Answers& answers)
      : compiled_(compiled),
        answers_(answers),
        allowed_(allowed_by(compiled.space, answers)),
        reach_(compiled, allowed_, effort_),
        parts_(compiled, effort_) {
    for (std::size_t q = 0; q < answers.size(); ++q)
      sure_.push_back(std::make_unique<SureAnswers>(compiled, answers, q, effort_));
  }

  DecisionExplanation explain(std::size_t d, const DecisionOutcome& outcome) {
    const model::Decision& decision = compiled_.rules.decisions[d];
    const DecisionRoots& roots = compiled_.roots.decisions[d];
    DecisionExplanation result;
    for (std::size_t r = 0; r < decision.rules.size(); ++r) {
      if (is_certain(roots.rules[r]))
        result.fired.push_back(fired(decision.rules[r], r, roots.rules[r]));
      else if (NearRule near = nearly(r, roots.rules[r]); !near.lacks.empty())
        result.nearly.push_back(std::move(near));
    }
    const bool is_set = decision.combine == model::Combine::collect;
    if (!is_set && is_settled(outcome))
      result.settled_by = answers_for(roots.values.front(), Leaves{1} << outcome.possible.front());
    for (std::size_t value = 0; value < decision.values.size(); ++value) {
      if (is_conceivable(outcome, value)) continue;
      const Function f = is_set ? roots.values[value] : roots.values.front();
      result.excluded.push_back({value, answers_for(f, is_set ? no_bit : ~(Leaves{1} << value))});
    }
    return result;
  }

 private:
  bool is_certain(Function f) { return (reach_.of(f) & ~impossible_bit) == yes_bit; }

  static bool is_conceivable(const DecisionOutcome& outcome, std::size_t value) {
    const auto has = [&](const std::vector<std::size_t>& list) {
      return std::find(list.begin(), list.end(), value) != list.end();
    };
    return has(outcome.possible) || has(outcome.surely) || has(outcome.maybe);
  }

  model::Answers answers_for(Function f, Leaves wanted) {
    return kept_answers(compiled_, answers_,
                        grounds(compiled_.diagram, compiled_.space, allowed_, f, wanted, effort_).value_or(allowed_));
  }

  FiredRule fired(const model::Rule& rule, std::size_t r, Function f) {
    const Allowed enough =
        grounds(compiled_.diagram, compiled_.space, allowed_, f, yes_bit, effort_).value_or(allowed_);
    FiredRule result{r, kept_answers(compiled_, answers_, enough), {}};
    for (const model::Condition* const part : parts_of(rule)) {
      const Function function = parts_.of(*part);
      const Allowed own = grounds(parts_.view(), compiled_.space, enough, function, yes_bit, effort_).value_or(enough);
      result.conditions.push_back(kept_answers(compiled_, answers_, own));
    }
    return result;
  }

  NearRule nearly(std::size_t r, Function f) {
    NearRule near{r, {}};
    for (const std::unique_ptr<SureAnswers>& sure : sure_)
      if (std::optional<Lack> lack = sure->lack_of(f)) near.lacks.push_back(std::move(*lack));
    return near;
  }

  const CompiledRules& compiled_;
  const model::Answers& answers_;
  Allowed allowed_;
  Effort effort_;
  Reach reach_;
  PartFunctions parts_;
  std::vector<std::unique_ptr<SureAnswers>> sure_;
};

}  // namespace

std::vector<const model::Condition*> parts_of(const model::Rule& rule) {
  std::vector<const model::Condition*> parts;
  if (!rule.when) return parts;
  if (rule.when->kind != model::ConditionKind::all) return {&*rule.when};
  for (const model::Condition& part : rule.when->parts) parts.push_back(&part);
  return parts;
}

std::vector<DecisionExplanation> explain(const CompiledRules& compiled, const model::Answers& answers,
                                         const Outcome& outcome) {
  Explainer explainer(compiled, answers);
  std::vector<DecisionExplanation> result;
  for (std::size_t d = 0; d < outcome.decisions.size(); ++d)
    result.push_back(explainer.explain(d, outcome.decisions[d]));
  return result;
}

}  // namespace socrates::engine
