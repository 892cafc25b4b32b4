// SPDX-License-Identifier: Apache-2.0
#include "socrates/engine/reach.hpp"

#include "catch.hpp"
#include "effort.hpp"
#include "socrates/engine/compile.hpp"
#include "socrates/engine/number_table.hpp"
#include "socrates/engine/walk.hpp"
#include "worlds/random_answers.hpp"
#include "worlds/random_rules.hpp"

namespace socrates::tests {

TEST_CASE("what a function reaches is what a walk reaches that builds it anew") {
  for (std::uint64_t seed = 1; seed <= share_of(600); ++seed) {
    worlds::Draw draw(seed);
    auto compilation = engine::compile(worlds::random_rules(draw, worlds::Soundness::sound, 150));
    REQUIRE(compilation.compiled);
    const engine::CompiledRules& rules = *compilation.compiled;
    for (int turn = 0; turn < 5; ++turn) {
      const engine::Allowed allowed = engine::allowed_by(rules.space, worlds::random_answers(rules.rules, draw));
      engine::Effort effort;
      engine::Reach reach(rules, allowed, effort);
      engine::Walk walk(rules, allowed);
      INFO("seed " << seed);
      CHECK(reach.of(rules.roots.possible) == walk.reachable(rules.roots.possible));
      for (const engine::DecisionRoots& roots : rules.roots.decisions) {
        for (const engine::Function f : roots.values) CHECK(reach.of(f) == walk.reachable(f));
        for (const engine::Function f : roots.rules) CHECK(reach.of(f) == walk.reachable(f));
      }
    }
  }
}

TEST_CASE("a table of numbers finds what was put into it, and nothing else, however it grows") {
  engine::NumberTable<std::uint64_t, std::size_t> table;
  CHECK(table.find(1) == nullptr);
  const auto key = [](std::size_t i) { return (std::uint64_t{i} << (i % 40)) + 1; };
  for (std::size_t i = 1; i < 3000; ++i) {
    if (table.find(key(i)) != nullptr) continue;
    table.add(key(i), key(i) / 2);
  }
  for (std::size_t i = 1; i < 3000; ++i) {
    REQUIRE(table.find(key(i)) != nullptr);
    CHECK(*table.find(key(i)) == key(i) / 2);
  }
  CHECK(table.find(~std::uint64_t{0}) == nullptr);
}

}  // namespace socrates::tests
