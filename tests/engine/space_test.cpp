// SPDX-License-Identifier: Apache-2.0
#include "socrates/engine/space.hpp"

#include <limits>
#include <stdexcept>

#include "catch.hpp"
#include "worlds/build.hpp"

namespace socrates::tests {
namespace {

using namespace worlds;
using model::Chosen;

/// A rule set whose only use of the number question is this condition.
model::RuleSet with_number(int from, int to, model::Condition when) {
  auto rules = rule_set({number("months", from, to)}, {});
  rules.notes = {note("n", std::move(when))};
  return rules;
}

std::vector<int> starts(const model::RuleSet& rules) { return engine::space_of(rules).questions[0].starts; }

}  // namespace

TEST_CASE("a number is cut where a condition begins and where it ceases to hold") {
  struct Case {
    const char* name;
    model::Condition when;
    std::vector<int> expected;
  };
  const int highest = std::numeric_limits<int>::max();
  const int lowest = std::numeric_limits<int>::min();
  const std::vector<Case> cases{
      {"a single number", in_range(0, 6, 6), {0, 6, 7}},
      {"at least", in_range(0, 6, 12), {0, 6}},
      {"at most", in_range(0, 0, 6), {0, 7}},
      {"the whole range", in_range(0, 0, 12), {0}},
      {"the first number", in_range(0, 0, 0), {0, 1}},
      {"the last number", in_range(0, 12, 12), {0, 12}},
      {"beyond both ends", in_range(0, -5, 40), {0}},
      {"as far as numbers go", in_range(0, lowest, highest), {0}},
      {"from a threshold as far as numbers go", in_range(0, 3, highest), {0, 3}},
      {"outside the range", in_range(0, 20, 30), {0}},
      {"several thresholds", any({in_range(0, 3, 12), in_range(0, 0, 8)}), {0, 3, 9}},
      {"the same threshold twice", all({in_range(0, 3, 12), negation(in_range(0, 3, 12))}), {0, 3}},
  };
  for (const auto& [name, when, expected] : cases) {
    INFO(name);
    CHECK(starts(with_number(0, 12, when)) == expected);
  }
}

TEST_CASE("every place where a condition stands cuts numbers") {
  auto rules = rule_set(
      {number("months", 0, 50)},
      {decision("d", model::Combine::strongest, {"x", "y"}, {rule("r", in_range(0, 10, 50), {1}), otherwise("o", 0)})});
  rules.facts = {{"f", in_range(0, 20, 50)}};
  rules.impossible = {{in_range(0, 30, 50), "too long"}};
  rules.notes = {note("n", in_range(0, 40, 50))};
  CHECK(starts(rules) == std::vector<int>{0, 10, 20, 30, 40});
}

TEST_CASE("a range may begin below zero") {
  const auto rules = with_number(-3, 3, in_range(0, -1, 3));
  const engine::Space space = engine::space_of(rules);
  CHECK(space.questions[0].starts == std::vector<int>{-3, -1});
  CHECK(engine::interval_of(space.questions[0], -3) == 0);
  CHECK(engine::interval_of(space.questions[0], -2) == 0);
  CHECK(engine::interval_of(space.questions[0], -1) == 1);
  CHECK(engine::interval_of(space.questions[0], 3) == 1);
}

TEST_CASE("a number below its range is a defect of the caller") {
  const auto space = engine::space_of(with_number(2, 5, in_range(0, 3, 5)));
  CHECK_THROWS_AS(engine::interval_of(space.questions[0], 1), std::logic_error);
}

TEST_CASE("the variables of a question are adjacent and stand in the order of the questions") {
  auto rules =
      rule_set({yes_no("a"), several("b", {"x", "y", "z"}), one("c", {"p", "q", "r", "s"}), number("d", 0, 9)}, {});
  rules.notes = {note("n", in_range(3, 5, 9))};
  const engine::Space space = engine::space_of(rules);
  CHECK(space.arity == std::vector<std::uint8_t>{2, 2, 2, 2, 4, 2});
  CHECK(space.questions == std::vector<engine::QuestionVariables>{{0, 1, {}}, {1, 3, {}}, {4, 1, {}}, {5, 1, {0, 5}}});
}

TEST_CASE("a question may have 64 options and no more") {
  const worlds::Ids most(64, "option");
  const worlds::Ids too_many(65, "option");
  const auto rules = rule_set({one("a", most)}, {});
  const engine::Space space = engine::space_of(rules);
  CHECK(space.arity.front() == 64);
  CHECK(engine::allowed_by(space, no_answers(rules)).front() == std::numeric_limits<std::uint64_t>::max());
  CHECK(engine::allowed_by(space, {model::Choice{63}}).front() == std::uint64_t{1} << 63U);
  CHECK_THROWS_AS(engine::space_of(rule_set({one("a", too_many)}, {})), std::logic_error);
}

TEST_CASE("answers leave possible what they do not rule out") {
  auto rules = rule_set({yes_no("a"), several("b", {"x", "y", "z"}), number("c", 0, 9), one("d", {"p", "q", "r"})}, {});
  rules.notes = {note("n", in_range(2, 5, 7))};
  const engine::Space space = engine::space_of(rules);
  CHECK(engine::allowed_by(space, no_answers(rules)) == engine::Allowed{3, 3, 3, 3, 7, 7});
  CHECK(engine::allowed_by(space, {}) == engine::Allowed{3, 3, 3, 3, 7, 7});
  const model::Answers some{no, model::Selection{{Chosen::yes, Chosen::unknown, Chosen::no}}, model::Number{7, {}},
                            model::Choice{2}};
  CHECK(engine::allowed_by(space, some) == engine::Allowed{1, 2, 3, 1, 2, 4});
}

TEST_CASE("answers are told from what is allowed") {
  auto rules = rule_set({yes_no("a"), several("b", {"x", "y", "z"}), number("c", 0, 9), one("d", {"p", "q", "r"})}, {});
  rules.notes = {note("n", in_range(2, 5, 7))};
  const engine::Space space = engine::space_of(rules);
  CHECK(engine::answers_from(space, rules, {3, 3, 3, 3, 7, 7}) == no_answers(rules));
  const model::Answers expected{yes, model::Selection{{Chosen::unknown, Chosen::no, Chosen::yes}}, model::Number{8, {}},
                                model::Choice{1}};
  CHECK(engine::answers_from(space, rules, {2, 3, 1, 2, 4, 2}) == expected);
  SECTION("what is narrowed but still open is not known") {
    CHECK(engine::answers_from(space, rules, {3, 3, 3, 3, 6, 5}) == no_answers(rules));
  }
}

}  // namespace socrates::tests
