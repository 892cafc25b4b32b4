// SPDX-License-Identifier: Apache-2.0
#include "socrates/engine/coverage.hpp"

#include <algorithm>
#include <stdexcept>
#include <unordered_map>
#include <utility>

#include "engine/rule_functions.hpp"
#include "engine/soundness.hpp"
#include "socrates/engine/walk.hpp"

namespace socrates::engine {
namespace {

/// Whether all leaves that possible completions reach from `f` are 1.
class Certainty {
 public:
  Certainty(const DiagramView& diagram, Allowed allowed, Effort& effort)
      : diagram_(diagram), allowed_(std::move(allowed)), effort_(effort) {}

  Leaves leaves(Function f) {
    effort_.take_steps(1);
    if (f < leaf_limit) return Leaves{1} << f;
    if (const auto known = leaves_.find(f); known != leaves_.end()) return known->second;
    const std::uint32_t variable = variable_of(diagram_, f);
    Leaves result = 0;
    for (std::size_t value = 0; value < diagram_.arity[variable]; ++value)
      if (((allowed_[variable] >> value) & 1U) != 0) result |= leaves(child_of(diagram_, f, value));
    leaves_.emplace(f, result);
    return result;
  }

 private:
  DiagramView diagram_;
  Allowed allowed_;
  Effort& effort_;
  std::unordered_map<Function, Leaves> leaves_;
};

}  // namespace

Coverage::Coverage(const CompiledRules& compiled)
    : compiled_(&compiled), effort_(author_limits), builder_(compiled.space.arity, effort_) {
  const model::RuleSet& rules = compiled.rules;
  RuleFunctions functions(rules, compiled.space, builder_);
  for (std::size_t d = 0; d < rules.decisions.size(); ++d) offer_decision(d, functions);
  for (std::size_t n = 0; n < rules.notes.size(); ++n) {
    const Function applies = functions.condition(rules.notes[n].when);
    offer(Aspect::applies, {std::nullopt, n}, applies);
    offer(Aspect::does_not, {std::nullopt, n}, builder_.negation(applies));
  }
  for (Function& shown : shown_) shown = builder_.join(Join::where, functions.possible(), shown);
  for (std::size_t i = items_.size(); i-- > 0;) {
    if (answers_leading_to(shown_[i], 1, rules, compiled.space, builder_)) continue;
    items_.erase(items_.begin() + static_cast<std::ptrdiff_t>(i));
    shown_.erase(shown_.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

void Coverage::offer_decision(std::size_t d, RuleFunctions& functions) {
  const model::Decision& decision = compiled_->rules.decisions[d];
  const auto has_value = [&](std::size_t value) {
    if (decision.combine == model::Combine::collect) return functions.decision(d)[value];
    std::vector<Function> leaves(leaf_limit, 0);
    leaves[value] = 1;
    return builder_.relabel(functions.decision(d).front(), leaves);
  };
  for (std::size_t r = 0; r < decision.rules.size(); ++r) {
    const Function applies = functions.rule(d, r);
    offer(Aspect::applies, {d, r}, applies);
    offer(Aspect::does_not, {d, r}, builder_.negation(applies));
    Function alone = 0;
    for (const std::size_t value : decision.rules[r].then) {
      Function by_this = builder_.join(Join::conjunction, applies, has_value(value));
      for (std::size_t other = 0; other < decision.rules.size(); ++other)
        if (other != r && gives(decision.rules[other], value))
          by_this = builder_.join(Join::conjunction, by_this, builder_.negation(functions.rule(d, other)));
      alone = builder_.join(Join::disjunction, alone, by_this);
    }
    offer(Aspect::decides_alone, {d, r}, alone);
  }
  for (std::size_t value = 0; value < decision.values.size(); ++value)
    offer(Aspect::is_outcome, {d, value}, has_value(value));
}

void Coverage::offer(Aspect aspect, model::RuleReference rule, Function shown) {
  items_.push_back({aspect, rule, false});
  shown_.push_back(shown);
}

void Coverage::add(const model::Answers& answers) {
  Certainty certainty(builder_.view(), allowed_by(compiled_->space, answers), effort_);
  for (std::size_t i = 0; i < items_.size(); ++i)
    if (!items_[i].is_covered) items_[i].is_covered = (certainty.leaves(shown_[i]) & ~impossible_bit) == Leaves{2};
}

std::size_t Coverage::covered() const {
  return static_cast<std::size_t>(
      std::count_if(items_.begin(), items_.end(), [](const CoverageItem& item) { return item.is_covered; }));
}

model::Answers Coverage::answers_for(std::size_t item) {
  auto answers = answers_leading_to(shown_[item], 1, compiled_->rules, compiled_->space, builder_);
  if (!answers) throw std::logic_error("no answers show what was asked for");
  return *std::move(answers);
}

}  // namespace socrates::engine
