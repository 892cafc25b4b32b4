// SPDX-License-Identifier: Apache-2.0
#include "socrates/engine/outcome.hpp"

#include <algorithm>

#include "socrates/engine/decide.hpp"

namespace socrates::engine {
namespace {

bool is_certain(Reach& reach, Function f) { return (reach.of(f) & ~impossible_bit) == yes_bit; }
bool is_conceivable(Reach& reach, Function f) { return (reach.of(f) & yes_bit) != 0; }

/// The rules that give the value in every possible completion, or else those of which always one does.
void add_reasons(Reach& reach, const model::Decision& decision, const DecisionRoots& roots, std::size_t value,
                 std::vector<Reason>& because) {
  std::vector<Reason> certain;
  std::vector<Reason> conceivable;
  for (std::size_t r = 0; r < decision.rules.size(); ++r) {
    if (!gives(decision.rules[r], value)) continue;
    if (is_certain(reach, roots.rules[r])) certain.push_back({r, value, false});
    if (is_conceivable(reach, roots.rules[r])) conceivable.push_back({r, value, true});
  }
  const std::vector<Reason>& reasons = certain.empty() ? conceivable : certain;
  because.insert(because.end(), reasons.begin(), reasons.end());
}

void add_dependencies(const CompiledRules& compiled, Walk& walk, const model::Answers& answers, Outcome& outcome) {
  std::vector<bool> is_open(answers.size(), false);
  for (std::size_t d = 0; d < outcome.decisions.size(); ++d) {
    DecisionOutcome& decision = outcome.decisions[d];
    if (is_settled(decision)) continue;
    decision.depends_on = dependencies(compiled, walk, answers, d);
    for (const std::size_t q : decision.depends_on) is_open[q] = true;
  }
  for (std::size_t q = 0; q < is_open.size(); ++q)
    if (is_open[q]) outcome.open_questions.push_back(q);
}

enum class Depth { values, whole };

std::optional<Outcome> evaluate(const CompiledRules& compiled, const model::Answers& answers, Depth depth,
                                Effort& effort) {
  const Allowed allowed = allowed_by(compiled.space, answers);
  Reach reach(compiled, allowed, effort);
  if ((reach.of(compiled.roots.possible) & yes_bit) == 0) return std::nullopt;
  Outcome outcome;
  for (std::size_t d = 0; d < compiled.rules.decisions.size(); ++d)
    outcome.decisions.push_back(decide(compiled, reach, d));
  const bool is_open = !std::all_of(outcome.decisions.begin(), outcome.decisions.end(), is_settled);
  if (depth == Depth::whole && is_open) {
    Walk walk(compiled, allowed, effort);
    add_dependencies(compiled, walk, answers, outcome);
  }
  for (std::size_t n = 0; n < compiled.roots.notes.size(); ++n)
    if (is_certain(reach, compiled.roots.notes[n])) outcome.notes.push_back(n);
  return outcome;
}

}  // namespace

DecisionOutcome decide(const CompiledRules& compiled, Reach& reach, std::size_t d) {
  const model::Decision& decision = compiled.rules.decisions[d];
  const DecisionRoots& roots = compiled.roots.decisions[d];
  DecisionOutcome outcome;
  if (decision.combine == model::Combine::collect) {
    for (std::size_t value = 0; value < decision.values.size(); ++value) {
      if (!is_conceivable(reach, roots.values[value])) continue;
      const bool certain = is_certain(reach, roots.values[value]);
      (certain ? outcome.surely : outcome.maybe).push_back(value);
      if (certain) add_reasons(reach, decision, roots, value, outcome.because);
    }
    return outcome;
  }
  const Leaves leaves = reach.of(roots.values.front());
  for (std::size_t value = 0; value < decision.values.size(); ++value)
    if (((leaves >> value) & 1U) != 0) outcome.possible.push_back(value);
  if (outcome.possible.size() == 1) add_reasons(reach, decision, roots, outcome.possible.front(), outcome.because);
  return outcome;
}

std::vector<std::size_t> dependencies(const CompiledRules& compiled, Walk& walk, const model::Answers& answers,
                                      std::size_t decision) {
  const std::vector<bool> mattering = walk.mattering(compiled.roots.decisions[decision].values);
  std::vector<std::size_t> questions;
  for (std::size_t q = 0; q < answers.size(); ++q)
    if (mattering[q] && !model::is_complete(answers[q])) questions.push_back(q);
  return questions;
}

bool is_settled(const DecisionOutcome& outcome) { return outcome.possible.size() <= 1 && outcome.maybe.empty(); }

std::optional<Outcome> evaluate(const CompiledRules& compiled, const model::Answers& answers) {
  Effort effort;
  return evaluate(compiled, answers, effort);
}

std::optional<Outcome> evaluate(const CompiledRules& compiled, const model::Answers& answers, Effort& effort) {
  return evaluate(compiled, answers, Depth::whole, effort);
}

std::optional<Outcome> evaluate_values(const CompiledRules& compiled, const model::Answers& answers) {
  Effort effort;
  return evaluate_values(compiled, answers, effort);
}

std::optional<Outcome> evaluate_values(const CompiledRules& compiled, const model::Answers& answers, Effort& effort) {
  return evaluate(compiled, answers, Depth::values, effort);
}

void KnownDependencies::add(const model::Answers& answers, Outcome& outcome) {
  constexpr std::size_t most_kept = 1'000;  // some kilobytes each
  const Allowed allowed = allowed_by(compiled_.space, answers);
  if (const auto known = found_.find(allowed); known != found_.end()) {
    for (std::size_t d = 0; d < outcome.decisions.size(); ++d)
      outcome.decisions[d].depends_on = known->second.by_decision[d];
    outcome.open_questions = known->second.open_questions;
    return;
  }
  Walk walk(compiled_, allowed);
  add_dependencies(compiled_, walk, answers, outcome);
  Found found{{}, outcome.open_questions};
  for (const DecisionOutcome& decision : outcome.decisions) found.by_decision.push_back(decision.depends_on);
  if (found_.size() == most_kept) found_.clear();
  found_.emplace(allowed, std::move(found));
}

std::vector<std::size_t> contradictions(const CompiledRules& compiled, const model::Answers& answers) {
  const Allowed allowed = allowed_by(compiled.space, answers);
  Effort effort;
  Reach reach(compiled, allowed, effort);
  std::vector<std::size_t> certain;
  std::vector<std::size_t> conceivable;
  for (std::size_t c = 0; c < compiled.roots.contradictions.size(); ++c) {
    const Function clause = compiled.roots.contradictions[c];
    if (is_certain(reach, clause)) certain.push_back(c);
    if (is_conceivable(reach, clause)) conceivable.push_back(c);
  }
  return certain.empty() ? conceivable : certain;
}

}  // namespace socrates::engine
