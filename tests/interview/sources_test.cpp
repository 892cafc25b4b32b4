// SPDX-License-Identifier: Apache-2.0
#include "socrates/interview/sources.hpp"

#include "catch.hpp"
#include "small_rules.hpp"

namespace socrates::interview {
namespace {

using Sources = std::vector<std::size_t>;

/// `law` is named by the rule on size, `trade` by that and the one on cards.
model::RuleSet with_sources() {
  model::RuleSet rules = small_rules();
  rules.sources = {{"law", "", ""}, {"trade", "", ""}, {"unused", "", ""}};
  rules.decisions[0].rules[0].sources = {1};
  rules.decisions[0].rules[1].sources = {0, 1};
  return rules;
}

TEST_CASE("the sources of the rules that look at a question are named, those of most rules first") {
  const engine::CompiledRules rules = compiled(with_sources());
  const model::Answers answers = worlds::no_answers(rules.rules);
  CHECK(sources_of(rules, answers, 1) == Sources{1});
  CHECK(sources_of(rules, answers, 2) == Sources{0, 1});
}

TEST_CASE("a rule for which the question makes no difference any more is left out") {
  const engine::CompiledRules rules = compiled(with_sources());
  model::Answers answers = worlds::no_answers(rules.rules);
  answers[0] = only_second;
  CHECK(sources_of(rules, answers, 2).empty());
}

}  // namespace
}  // namespace socrates::interview
