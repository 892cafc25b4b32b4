// SPDX-License-Identifier: Apache-2.0
#include "interview/order.hpp"

#include "catch.hpp"
#include "worlds/build.hpp"

namespace socrates::interview {
namespace {

/// a and c stand in the second section, b in the first, d in none.
model::RuleSet four_questions() {
  model::RuleSet rules =
      worlds::rule_set({worlds::yes_no("a"), worlds::yes_no("b"), worlds::yes_no("c"), worlds::yes_no("d")}, {});
  rules.sections = {{"first", "First"}, {"second", "Second"}};
  rules.questions[0].section = 1;
  rules.questions[1].section = 0;
  rules.questions[2].section = 1;
  return rules;
}

TEST_CASE("sections come in their order, questions within them in that of the file") {
  const model::RuleSet rules = four_questions();
  const std::vector<bool> none(4, false);
  CHECK(next_question(rules, {0, 1, 2, 3}, none) == std::optional<std::size_t>(1));
  CHECK(next_question(rules, {0, 2, 3}, none) == std::optional<std::size_t>(0));
  CHECK(next_question(rules, {2, 3}, none) == std::optional<std::size_t>(2));
  CHECK(next_question(rules, {3}, none) == std::optional<std::size_t>(3));
}

TEST_CASE("a skipped question is passed over") {
  const model::RuleSet rules = four_questions();
  CHECK(next_question(rules, {0, 1, 2}, {false, true, false, false}) == std::optional<std::size_t>(0));
  CHECK(next_question(rules, {0, 1}, {true, true, false, false}) == std::nullopt);
}

TEST_CASE("nothing is asked when nothing is open") {
  CHECK(next_question(four_questions(), {}, {false, false, false, false}) == std::nullopt);
}

}  // namespace
}  // namespace socrates::interview
