// SPDX-License-Identifier: Apache-2.0
#include "socrates/interview/stakes.hpp"

#include "catch.hpp"
#include "small_rules.hpp"
#include "socrates/engine/outcome.hpp"

namespace socrates::interview {
namespace {

using Values = std::vector<std::size_t>;

TEST_CASE("stakes name the decisions and the values between which the answer decides") {
  const engine::CompiledRules rules = compiled(small_rules());
  const std::vector<Stake> found = stakes(rules, worlds::no_answers(rules.rules), 1);
  REQUIRE(found.size() == 2);
  CHECK(found[0].decision == 0);
  CHECK(found[0].values == Values{0, 1, 2});
  CHECK(found[1].decision == 1);
  CHECK(found[1].values == Values{0, 1});
}

TEST_CASE("values that another question decides between are not named") {
  const engine::CompiledRules rules = compiled(small_rules());
  const std::vector<Stake> found = stakes(rules, worlds::no_answers(rules.rules), 2);
  REQUIRE(found.size() == 1);
  CHECK(found[0].values == Values{0, 1});
}

TEST_CASE("the proof is two complete answers that differ in the question alone") {
  const engine::CompiledRules rules = compiled(small_rules());
  model::Answers answers = worlds::no_answers(rules.rules);
  answers[1] = only_second;
  answers[2] = model::Number{7, {}};
  const std::vector<Stake> found = stakes(rules, answers, 3);
  REQUIRE(found.size() == 1);
  CHECK(found[0].one[3] == model::Answer(worlds::yes));
  CHECK(found[0].other[3] == model::Answer(worlds::no));
  CHECK(found[0].one[2] == answers[2]);
  CHECK(found[0].values == Values{1});
  CHECK(engine::evaluate(rules, found[0].one)->decisions[1].surely == Values{1});
  CHECK(engine::evaluate(rules, found[0].other)->decisions[1].surely.empty());
}

TEST_CASE("a question that can change nothing has no stakes") {
  const engine::CompiledRules rules = compiled(small_rules());
  model::Answers answers = worlds::no_answers(rules.rules);
  answers[1] = neither;
  CHECK(stakes(rules, answers, 3).empty());
  answers[1] = both;
  CHECK(stakes(rules, answers, 0).empty());
}

}  // namespace
}  // namespace socrates::interview
