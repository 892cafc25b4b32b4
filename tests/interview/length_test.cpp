// SPDX-License-Identifier: Apache-2.0
#include "socrates/interview/length.hpp"

#include "catch.hpp"
#include "socrates/engine/compile.hpp"
#include "socrates/interview/interview.hpp"
#include "worlds/dump.hpp"
#include "worlds/naive.hpp"
#include "worlds/random_rules.hpp"

namespace socrates::tests {
namespace {

using namespace worlds;

std::size_t asked_of(const engine::CompiledRules& compiled, const model::Answers& person) {
  auto interview = interview::Interview::begin(compiled, model::Answers(person.size()));
  std::size_t asked = 0;
  for (; interview->question(); ++asked) REQUIRE(interview->answer(person[*interview->question()]).empty());
  return asked;
}

}  // namespace

TEST_CASE("counting the questions of an interview is asking them") {
  std::size_t people = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    Draw draw(seed);
    const model::RuleSet rules = random_rules(draw, Soundness::sound, 200);
    const auto compilation = engine::compile(rules);
    REQUIRE(compilation.compiled.has_value());
    const World world = world_of(rules);
    std::size_t most = 0;
    for (std::size_t i = 0; i < world.answers.size(); i += 3) {
      if (!is_possible(world.verdicts[i])) continue;
      INFO("seed " << seed << "\n" << dump(rules) << dump(rules, world.answers[i]));
      const std::size_t asked = asked_of(*compilation.compiled, world.answers[i]);
      CHECK(interview::length_for(*compilation.compiled, world.answers[i]) == asked);
      most = std::max(most, asked);
      ++people;
    }
    const interview::Lengths drawn = interview::drawn_lengths(*compilation.compiled, 5, seed);
    CHECK(drawn.interviews == 5);
    CHECK(drawn.most <= rules.questions.size());
    CHECK(drawn.questions <= 5 * drawn.most);
    CHECK(drawn == interview::drawn_lengths(*compilation.compiled, 5, seed));
  }
  CHECK(people > 500);
}

}  // namespace socrates::tests
