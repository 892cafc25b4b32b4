// SPDX-License-Identifier: Apache-2.0
#include "mutation.hpp"

#include <algorithm>

#include "catch.hpp"
#include "effort.hpp"
#include "mutation_check.hpp"
#include "shipped.hpp"
#include "socrates/engine/coverage.hpp"
#include "socrates/engine/rule_tests.hpp"

using namespace socrates;

TEST_CASE("the shipped rules pass their tests, and the tests show everything of them") {
  const engine::CompiledRules& rules = test::shipped();
  engine::Coverage coverage(rules);
  for (const model::RuleTest& one : test::shipped_tests()) {
    INFO(one.name);
    engine::Effort effort;
    CHECK(engine::failures_of(rules, one, effort).empty());
    coverage.add(one.answers);
  }
  CHECK(coverage.covered() == coverage.items().size());
}

// All of them are tried by `scripts/deep mutations`.
TEST_CASE("a sample of changes to the shipped rules is caught") {
  const model::RuleSet& rules = test::shipped().rules;
  const std::vector<model::RuleTest> tests = test::shipped_tests();
  std::size_t count = 0;
  test::for_each_mutant(rules, [&](const test::Mutant&) { ++count; });
  CHECK(count >= 300);
  const std::size_t every = std::min(33'100 / tests::effort(), count / 2);
  std::size_t at = 0;
  test::for_each_mutant(rules, [&](const test::Mutant& mutant) {
    if (at++ % every != 0) return;
    INFO(mutant.name);
    CHECK(test::judge(test::shipped(), mutant.rules, tests).fate != test::Fate::survived);
  });
}
