// SPDX-License-Identifier: Apache-2.0
#include "socrates/interview/length.hpp"

// An interview goes through the questions in their order, and asks those that can still change a decision. An answer
// only closes questions, never opens one, so a question that was passed over stays closed: one pass over the questions
// counts what the real interview asks, at a fraction of its cost. A test compares the two.

#include <algorithm>
#include <functional>
#include <optional>
#include <random>
#include <stdexcept>
#include <utility>

#include "socrates/engine/walk.hpp"

namespace socrates::interview {
namespace {

using engine::Allowed;

/// Leaves to the variables of a question what its answer leaves.
using Answering = std::function<void(std::size_t question, Allowed& allowed)>;

std::size_t length_of(const engine::CompiledRules& compiled, const Answering& answer, engine::Effort& effort) {
  Allowed allowed = engine::allowed_by(compiled.space, {});
  std::size_t asked = 0;
  std::optional<engine::Walk> walk(std::in_place, compiled, allowed, effort);
  for (std::size_t q = 0; q < compiled.rules.questions.size(); ++q) {
    const auto& decisions = compiled.roots.decisions;
    const bool is_open = std::any_of(decisions.begin(), decisions.end(), [&](const engine::DecisionRoots& decision) {
      return std::any_of(decision.values.begin(), decision.values.end(),
                         [&](engine::Function f) { return walk->matters(q, f); });
    });
    if (!is_open) continue;
    ++asked;
    answer(q, allowed);
    walk.emplace(compiled, allowed, effort);
  }
  return asked;
}

/// Draws that are the same on every platform.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}
  std::size_t below(std::size_t count) { return static_cast<std::size_t>(engine_() % count); }

 private:
  std::mt19937_64 engine_;
};

void draw_member(const engine::CompiledRules& compiled, std::size_t variable, Dice& dice, Allowed& allowed,
                 engine::Effort& effort) {
  const std::uint64_t wanted = dice.below(2) == 0 ? engine::not_chosen_bit : engine::chosen_bit;
  allowed[variable] = wanted;
  if (!engine::are_possible(compiled, allowed, effort))
    allowed[variable] = wanted ^ (engine::not_chosen_bit | engine::chosen_bit);
}

/// Of a number every interval is as likely as it is long.
void draw_single(const engine::CompiledRules& compiled, std::size_t question, Dice& dice, Allowed& allowed,
                 engine::Effort& effort) {
  const engine::QuestionVariables& variables = compiled.space.questions[question];
  const model::Question& asked = compiled.rules.questions[question];
  for (;;) {
    const std::size_t value =
        asked.kind == model::QuestionKind::number
            ? engine::interval_of(
                  variables,
                  asked.from + static_cast<int>(dice.below(static_cast<std::size_t>(asked.to - asked.from) + 1)))
            : dice.below(compiled.space.arity[variables.first]);
    allowed[variables.first] = std::uint64_t{1} << value;
    if (engine::are_possible(compiled, allowed, effort)) return;
  }
}

}  // namespace

Lengths drawn_lengths(const engine::CompiledRules& compiled, std::size_t interviews, std::uint64_t seed) {
  Dice dice(seed);
  engine::Effort effort(engine::author_limits);
  const Answering draw = [&](std::size_t q, Allowed& allowed) {
    const engine::QuestionVariables& variables = compiled.space.questions[q];
    if (compiled.rules.questions[q].kind != model::QuestionKind::several)
      return draw_single(compiled, q, dice, allowed, effort);
    for (std::size_t i = 0; i < variables.count; ++i) draw_member(compiled, variables.first + i, dice, allowed, effort);
  };
  Lengths lengths;
  try {
    for (; lengths.interviews < interviews; ++lengths.interviews) {
      const std::size_t length = length_of(compiled, draw, effort);
      lengths.questions += length;
      lengths.most = std::max(lengths.most, length);
    }
  } catch (const engine::TooMuchWork&) {
    lengths.is_cut = true;
  }
  return lengths;
}

std::size_t length_for(const engine::CompiledRules& compiled, const model::Answers& person) {
  const Allowed known = engine::allowed_by(compiled.space, person);
  engine::Effort effort;
  return length_of(
      compiled,
      [&](std::size_t q, Allowed& allowed) {
        if (!model::is_complete(person[q])) throw std::logic_error("an answer that leaves its question open");
        const engine::QuestionVariables& variables = compiled.space.questions[q];
        for (std::size_t v = variables.first; v < variables.first + variables.count; ++v) allowed[v] = known[v];
      },
      effort);
}

}  // namespace socrates::interview
