// SPDX-License-Identifier: Apache-2.0
#include "socrates/engine/sift.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "catch.hpp"
#include "effort.hpp"
#include "socrates/engine/compile.hpp"
#include "socrates/engine/outcome.hpp"
#include "worlds/build.hpp"
#include "worlds/random_answers.hpp"
#include "worlds/random_rules.hpp"

namespace socrates::tests {
namespace {

using namespace worlds;

engine::CompiledRules compiled_of(const model::RuleSet& rules) {
  auto compilation = engine::compile(rules);
  REQUIRE(compilation.compiled);
  return *std::move(compilation.compiled);
}

/// The variables of the questions lie side by side, and are all there.
void check_space(const engine::Space& space) {
  std::vector<std::pair<std::size_t, std::size_t>> parts;
  for (const engine::QuestionVariables& variables : space.questions)
    parts.emplace_back(variables.first, variables.count);
  std::sort(parts.begin(), parts.end());
  std::size_t next = 0;
  for (const auto& [first, count] : parts) {
    CHECK(first == next);
    next = first + count;
  }
  CHECK(next == space.arity.size());
}

}  // namespace

TEST_CASE("sifted rules say of any answers what they said before, with a diagram that is no larger") {
  for (std::uint64_t seed = 1; seed <= share_of(400); ++seed) {
    INFO("seed " << seed);
    Draw draw(seed);
    const model::RuleSet rules = random_rules(draw, Soundness::sound, 400);
    const engine::CompiledRules plain = compiled_of(rules);
    engine::CompiledRules sifted = compiled_of(rules);
    engine::sift(sifted);
    check_space(sifted.space);
    CHECK(2 * sifted.diagram.nodes.size() + sifted.diagram.edges.size() <=
          2 * plain.diagram.nodes.size() + plain.diagram.edges.size());
    for (int turn = 0; turn < 6; ++turn) {
      const model::Answers answers = random_answers(rules, draw);
      CHECK(engine::evaluate(sifted, answers) == engine::evaluate(plain, answers));
    }
    const engine::Compilation again = engine::compile_in_order(rules, engine::order_of(sifted.space));
    REQUIRE(again.compiled);
    CHECK(again.compiled->space == sifted.space);
    CHECK(again.compiled->roots == sifted.roots);
    CHECK(std::equal(sifted.diagram.nodes.begin(), sifted.diagram.nodes.end(), again.compiled->diagram.nodes.begin(),
                     again.compiled->diagram.nodes.end()));
    CHECK(std::equal(sifted.diagram.edges.begin(), sifted.diagram.edges.end(), again.compiled->diagram.edges.begin(),
                     again.compiled->diagram.edges.end()));
  }
}

TEST_CASE("pairs whose halves were asked far apart come together") {
  constexpr std::size_t pairs = 7;
  std::vector<model::Question> questions;
  std::vector<model::Condition> both;
  for (std::size_t i = 0; i < 2 * pairs; ++i) questions.push_back(yes_no("q" + std::to_string(i)));
  for (std::size_t i = 0; i < pairs; ++i) both.push_back(all({is_yes(i), is_yes(i + pairs)}));
  engine::CompiledRules compiled = compiled_of(rule_set(
      questions,
      {decision("d", model::Combine::strongest, {"no", "yes"}, {rule("r", any(both), {1}), otherwise("o", 0)})}));
  CHECK(compiled.diagram.nodes.size() > 100);
  engine::sift(compiled);
  CHECK(compiled.diagram.nodes.size() < 3 * 2 * pairs);
}

}  // namespace socrates::tests
