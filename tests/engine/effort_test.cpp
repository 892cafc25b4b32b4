// SPDX-License-Identifier: Apache-2.0
#include "socrates/engine/effort.hpp"

#include <random>
#include <string>
#include <utility>

#include "catch.hpp"
#include "compiled.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/engine/difference.hpp"
#include "socrates/engine/explanation.hpp"
#include "socrates/engine/outcome.hpp"
#include "socrates/engine/prove.hpp"
#include "socrates/engine/whatif.hpp"
#include "worlds/build.hpp"

namespace socrates::tests {
namespace {

using namespace worlds;
using base::Code;
using model::Condition;

model::RuleSet deciding_by(std::vector<model::Question> questions, std::vector<model::Rule> rules) {
  return rule_set(std::move(questions), {decision("d", model::Combine::exactly_one, {"x", "y"}, std::move(rules))});
}

std::vector<model::Question> questions(std::size_t count) {
  std::vector<model::Question> all;
  for (std::size_t q = 0; q < count; ++q) all.push_back(yes_no("q" + std::to_string(q)));
  return all;
}

/// (q0 and q18) or (q1 and q19) or ...: in the order of asking twice the nodes for each pair.
model::RuleSet far_pairs(std::size_t count) {
  std::vector<Condition> pairs;
  for (std::size_t q = 0; q < count / 2; ++q) pairs.push_back(all({is_yes(q), is_yes(q + count / 2)}));
  return deciding_by(questions(count), {rule("r", any(pairs), {0}), otherwise("o", 1)});
}

/// Three questions at random in each of many parts: no order makes it small.
model::RuleSet tangled(std::size_t count) {
  std::mt19937 draw(1);
  std::vector<Condition> parts;
  for (std::size_t i = 0; i < 2 * count; ++i)
    parts.push_back(all({is_yes(draw() % count), is_no(draw() % count), is_yes(draw() % count)}));
  return deciding_by(questions(count), {rule("r", any(parts), {0}), otherwise("o", 1)});
}

constexpr std::size_t plenty = 1'000'000;

}  // namespace

TEST_CASE("steps past the limit are refused by name, up to it they are taken") {
  engine::Effort effort({1, 10});
  effort.take_steps(10);
  CHECK(effort.taken().steps == 10);
  CHECK_THROWS_WITH(effort.take_steps(1), "more than 10 steps");
  effort.raise({1, 11});
  effort.take_steps(1);
  CHECK_THROWS_WITH(effort.take_steps(1), "more than 11 steps");
}

TEST_CASE("questions that stand far apart and are asked about together take little work") {
  for (const std::size_t count : {24U, 36U, 60U, 200U}) {
    INFO(count << " questions");
    const auto compilation = engine::compile(far_pairs(count), {40 * count, 4'000 * count});
    REQUIRE(compilation.compiled);
    CHECK(compilation.compiled->owned_nodes.size() <= 4 * count);
    engine::Effort effort({10 * count, 2'000 * count});
    CHECK(engine::evaluate(*compilation.compiled, model::Answers(count), effort)->open_questions.size() == count);
  }
}

TEST_CASE("conditions that no order makes small are refused, and the limit is named") {
  const auto nodes = engine::prove(tangled(40), engine::Extent::everything, {1'000, plenty});
  REQUIRE(nodes.findings.size() == 1);
  CHECK(nodes.findings.front().code == Code::too_complex);
  CHECK(nodes.findings.front().message ==
        "this needs a decision diagram of more than 1000 nodes, so nothing is proved");
  const auto steps = engine::prove(tangled(40), engine::Extent::everything, {plenty, 1'000});
  REQUIRE(steps.findings.size() == 1);
  CHECK(steps.findings.front().message == "this needs more than 1000 steps, so nothing is proved");
  CHECK_FALSE(steps.compiled);
}

TEST_CASE("a diagram of too many variables is refused before it is begun") {
  const std::size_t count = engine::most_variables + 1;
  const auto proof = engine::prove(deciding_by(questions(count), {rule("r", is_yes(0), {0}), otherwise("o", 1)}));
  REQUIRE(proof.findings.size() == 1);
  CHECK(proof.findings.front().message ==
        "this needs a decision diagram of more than 5000 variables, so nothing is proved");
}

TEST_CASE("an order of variables changes no result") {
  const model::RuleSet rules = far_pairs(12);
  const auto by_asking = compiled(rules);
  const auto by_use = engine::compile(rules, {300, plenty});
  REQUIRE(by_use.compiled);
  REQUIRE(by_use.compiled->space != by_asking.space);
  std::mt19937 draw(2);
  for (int turn = 0; turn < 200; ++turn) {
    model::Answers answers(12);
    for (model::Answer& answer : answers)
      if (const auto kind = draw() % 3; kind != 0) answer = model::Choice{kind - 1};
    const auto one = engine::evaluate(by_asking, answers);
    const auto other = engine::evaluate(*by_use.compiled, answers);
    REQUIRE(one == other);
    REQUIRE(engine::explain(by_asking, answers, *one) == engine::explain(*by_use.compiled, answers, *other));
    REQUIRE(engine::what_changes(by_asking, answers, *one) == engine::what_changes(*by_use.compiled, answers, *other));
  }
}

TEST_CASE("a walk over answers is refused past its limit, and the limit is named") {
  const auto rules = compiled(far_pairs(20));
  engine::Effort effort({plenty, 500});
  CHECK_THROWS_WITH(engine::evaluate(rules, model::Answers(20), effort), "more than 500 steps");
}

TEST_CASE("a difference is refused past its limit") {
  CHECK_THROWS_AS(engine::difference(tangled(30), far_pairs(30), 4, {500, plenty}), engine::TooMuchWork);
}

}  // namespace socrates::tests
