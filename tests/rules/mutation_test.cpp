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
  const std::vector<test::Mutant> mutants = test::mutants_of(rules);
  CHECK(mutants.size() >= 300);
  const std::size_t every = std::min(33'100 / tests::effort(), mutants.size() / 2);
  for (std::size_t i = 0; i < mutants.size(); i += every) {
    INFO(mutants[i].name);
    CHECK(test::judge(test::shipped(), mutants[i].rules, tests).fate != test::Fate::survived);
  }
}
