// SPDX-License-Identifier: Apache-2.0
#include "socrates/interview/stakes.hpp"

#include <utility>

#include "socrates/engine/parting.hpp"

namespace socrates::interview {

namespace {

using engine::Allowed;
using engine::Function;
using engine::Leaves;

/// Complete answers; a known number is itself, and not the first of its interval.
model::Answers complete_answers(const engine::CompiledRules& compiled, const model::Answers& known,
                                const Allowed& all) {
  model::Answers answers = engine::answers_from(compiled.space, compiled.rules, all);
  for (std::size_t q = 0; q < answers.size(); ++q)
    if (model::is_complete(known[q])) answers[q] = known[q];
  return answers;
}

void set_pair(Stake& stake, const engine::CompiledRules& compiled, const model::Answers& known,
              engine::Parting& parting) {
  auto [one, other, one_leaf, other_leaf] = parting.pair();
  const bool is_set = compiled.rules.decisions[stake.decision].combine == model::Combine::collect;
  if (is_set ? one_leaf < other_leaf : one_leaf > other_leaf) {
    std::swap(one, other);
    std::swap(one_leaf, other_leaf);
  }
  stake.one = complete_answers(compiled, known, one);
  stake.other = complete_answers(compiled, known, other);
  stake.one_value = is_set ? stake.values.front() : one_leaf;
  stake.other_value = is_set ? stake.values.front() : other_leaf;
}

}  // namespace

std::vector<Stake> stakes(const engine::CompiledRules& compiled, const model::Answers& answers, std::size_t question) {
  engine::Parting parting(compiled, engine::allowed_by(compiled.space, answers), question);
  std::vector<Stake> found;
  for (std::size_t d = 0; d < compiled.rules.decisions.size(); ++d) {
    Stake stake;
    stake.decision = d;
    const bool is_set = compiled.rules.decisions[d].combine == model::Combine::collect;
    const std::vector<Function>& roots = compiled.roots.decisions[d].values;
    for (std::size_t root = 0; root < roots.size(); ++root) {
      const Leaves leaves = parting.of(roots[root]);
      if (leaves == 0) continue;
      if (is_set) stake.values.push_back(root);
      for (std::size_t value = 0; !is_set && value < engine::leaf_limit; ++value)
        if (((leaves >> value) & 1U) != 0) stake.values.push_back(value);
      if (stake.one.empty()) set_pair(stake, compiled, answers, parting);
    }
    if (!stake.values.empty()) found.push_back(std::move(stake));
  }
  return found;
}

}  // namespace socrates::interview
