// SPDX-License-Identifier: Apache-2.0
#include "socrates/engine/lanes.hpp"

#include <cstdint>

#include "catch.hpp"
#include "compiled.hpp"
#include "effort.hpp"
#include "socrates/engine/status.hpp"
#include "worlds/random_answers.hpp"
#include "worlds/random_rules.hpp"

namespace socrates::tests {
namespace {

/// Compares every lane with `evaluate`, whose outcome must be the same in every field.
void check_lanes(const engine::LaneRules& rules, engine::LaneEvaluation& evaluation,
                 engine::KnownDependencies& dependencies, const std::vector<model::Answers>& answers) {
  const engine::CompiledRules& compiled = rules.compiled();
  evaluation.clear();
  for (std::size_t lane = 0; lane < answers.size(); ++lane)
    evaluation.put(lane, model::packed(compiled.rules, answers[lane]));
  const engine::LaneOutcome& lanes = evaluation.evaluate();
  for (std::size_t lane = 0; lane < answers.size(); ++lane) {
    const auto expected = engine::evaluate(compiled, answers[lane]);
    REQUIRE(((lanes.consistent >> lane) & 1U) == (expected ? 1U : 0U));
    if (!expected) continue;
    engine::Outcome outcome = engine::outcome_in(rules, lanes, lane);
    dependencies.add(answers[lane], outcome);
    REQUIRE(outcome == *expected);
    REQUIRE(((lanes.decided >> lane) & 1U) == (engine::is_decided(compiled.rules, *expected) ? 1U : 0U));
  }
}

std::vector<model::Answers> random_lanes(const model::RuleSet& rules, std::size_t percent_complete,
                                         worlds::Draw& draw) {
  std::vector<model::Answers> answers;
  const std::size_t count = 1 + draw.below(engine::lane_count);
  for (std::size_t lane = 0; lane < count; ++lane)
    answers.push_back(draw.chance(static_cast<unsigned>(percent_complete))
                          ? worlds::random_first_answers(rules, rules.questions.size(), draw)
                          : worlds::random_answers(rules, draw));
  return answers;
}

}  // namespace

TEST_CASE("words that are transposed have each bit where row and column have changed places") {
  worlds::Draw draw(20261130);
  std::vector<engine::Lanes> words(engine::lane_count);
  for (engine::Lanes& word : words)
    for (std::size_t bit = 0; bit < engine::lane_count; ++bit) word |= engine::Lanes{draw.below(2)} << bit;
  std::vector<engine::Lanes> transposed = words;
  engine::transpose(transposed.data());
  for (std::size_t row = 0; row < engine::lane_count; ++row)
    for (std::size_t bit = 0; bit < engine::lane_count; ++bit)
      REQUIRE(((transposed[bit] >> row) & 1U) == ((words[row] >> bit) & 1U));
}

TEST_CASE("each of 64 lanes says what the evaluation of its answers alone says") {
  for (std::uint64_t seed = 1; seed <= share_of(300); ++seed) {
    CAPTURE(seed);
    worlds::Draw draw(seed);
    const engine::CompiledRules rules = compiled(worlds::random_rules(draw, worlds::Soundness::sound, 150));
    const engine::LaneRules lanes(rules);
    engine::LaneEvaluation evaluation(lanes);
    engine::KnownDependencies dependencies(rules);
    for (const std::size_t percent_complete : {0U, 50U, 100U, 100U})
      check_lanes(lanes, evaluation, dependencies, random_lanes(rules.rules, percent_complete, draw));
  }
}

TEST_CASE("lanes without answers are in no word of the outcome that counts") {
  worlds::Draw draw(1);
  const engine::CompiledRules rules = compiled(worlds::random_rules(draw, worlds::Soundness::sound, 150));
  const engine::LaneRules lanes(rules);
  engine::LaneEvaluation evaluation(lanes);
  CHECK(evaluation.evaluate().consistent == 0);
  CHECK(evaluation.evaluate().decided == 0);
  evaluation.put(63, model::PackedAnswers(rules.rules.questions.size()));
  CHECK((evaluation.evaluate().consistent & ~(engine::Lanes{1} << 63U)) == 0);
}

}  // namespace socrates::tests
