// SPDX-License-Identifier: Apache-2.0
#include "socrates/engine/compile.hpp"

#include <string>

#include "catch.hpp"
#include "worlds/build.hpp"

#include "socrates/base/codes.hpp"

namespace socrates::tests {
namespace {

using namespace worlds;
using base::Code;
using model::Combine;

model::RuleSet choosing(std::vector<model::Question> questions, std::vector<model::Rule> rules) {
  return rule_set(std::move(questions), {decision("d", Combine::exactly_one, {"x", "y"}, std::move(rules))});
}

model::RuleSet forbidding(std::vector<model::Question> questions, std::vector<model::Condition> clauses) {
  auto rules = rule_set(std::move(questions), {});
  for (auto& clause : clauses) rules.impossible.push_back({std::move(clause), "because"});
  return rules;
}

model::Answers witness_of(const engine::Compilation& compilation) {
  return compilation.findings.front().witness.value_or(model::Answers{});
}

}  // namespace

TEST_CASE("a gap is found with answers that are as few as are needed") {
  const auto found = engine::compile(choosing({yes_no("a"), yes_no("b"), yes_no("c")},
                                              {rule("r", is_yes(0), {0}), rule("s", all({is_no(0), is_yes(2)}), {1})}));
  REQUIRE(found.findings.size() == 1);
  CHECK_FALSE(found.compiled);
  CHECK(found.findings[0].code == Code::gap);
  CHECK(found.findings[0].subject == "decision d");
  CHECK(witness_of(found) == model::Answers{no, open, no});
}

TEST_CASE("a clash names both rules and shows answers to which both apply") {
  const auto found = engine::compile(
      choosing({yes_no("a"), yes_no("b")}, {rule("r", is_yes(0), {0}), rule("s", is_yes(1), {1}), otherwise("o", 0)}));
  REQUIRE(found.findings.size() == 1);
  CHECK(found.findings[0].code == Code::clash);
  CHECK(found.findings[0].subject == "rule s");
  CHECK(found.findings[0].message == "rules 'r' and 's' can both apply, and give different values");
  CHECK(witness_of(found) == model::Answers{yes, yes});
}

TEST_CASE("several rules for one value are welcome") {
  CHECK(engine::compile(choosing({yes_no("a"), yes_no("b")},
                                 {rule("r", is_yes(0), {0}), rule("s", is_yes(1), {0}), otherwise("o", 1)}))
            .compiled);
}

TEST_CASE("a gap or clash at impossible answers is none") {
  auto rules = choosing({yes_no("a"), yes_no("b")}, {rule("r", is_yes(0), {0}), rule("s", is_no(1), {1})});
  CHECK(engine::compile(rules).findings.size() == 2);
  rules.impossible = {{all({is_no(0), is_yes(1)}), "gap"}};
  CHECK(engine::compile(rules).findings.size() == 1);
  rules.impossible = {{any({all({is_no(0), is_yes(1)}), all({is_yes(0), is_no(1)})}), "both"}};
  CHECK(engine::compile(rules).findings.front().code == Code::impossible_form);
  CHECK(engine::compile(rules).findings.size() == 1);
}

TEST_CASE("a witness of a number is the first of its interval") {
  const auto found = engine::compile(choosing({number("months", 0, 12)}, {rule("r", in_range(0, 0, 5), {0})}));
  REQUIRE(found.findings.size() == 1);
  CHECK(witness_of(found) == model::Answers{model::Number{6, {}}});
}

TEST_CASE("every question must keep an answer that no clause forbids") {
  struct Case {
    const char* name;
    std::vector<model::Condition> clauses;
    bool is_good;
  };
  // 0: yes/no, 1: one of three, 2: several of two, 3: number
  const auto not_both = [](std::size_t q, model::Condition later) { return all({is_yes(q), std::move(later)}); };
  const std::vector<Case> cases{
      {"no clause", {}, true},
      {"one option needs the earlier answer", {not_both(0, is(1, {1}))}, true},
      {"every option needs some earlier answer", {not_both(0, is(1, {0})), not_both(0, is(1, {1, 2}))}, false},
      {"every option needs another earlier answer", {not_both(0, is(1, {0})), all({is_no(0), is(1, {1, 2})})}, false},
      {"a clause about one question alone", {is(1, {2})}, true},
      {"a clause that leaves a question nothing", {is(1, {0, 1, 2})}, false},
      {"a set that may be empty", {not_both(0, is(2, {0, 1}))}, true},
      {"a set that may hold its second option alone", {not_both(0, is(2, {0})), not_both(0, is_none(2))}, true},
      {"a set that may only hold both", {not_both(0, negation(has_all(2, {0, 1})))}, true},
      {"a set that may hold nothing", {not_both(0, is_none(2)), not_both(0, is(2, {0, 1}))}, false},
      {"a number above a threshold needs the earlier answer", {not_both(0, in_range(3, 5, 9))}, true},
      {"all numbers need an earlier answer", {not_both(0, in_range(3, 5, 9)), not_both(0, in_range(3, 0, 4))}, false},
      {"a clause over three questions", {all({is_yes(0), is(1, {0}), in_range(3, 5, 9)})}, true},
      {"clauses on different questions do not add up", {not_both(0, is(1, {0})), not_both(0, in_range(3, 0, 4))}, true},
  };
  for (const auto& [name, clauses, is_good] : cases) {
    const auto rules =
        forbidding({yes_no("a"), one("b", {"x", "y", "z"}), several("c", {"p", "q"}), number("n", 0, 9)}, clauses);
    const auto found = engine::compile(rules);
    INFO(name);
    CHECK(found.findings.empty() == is_good);
    if (!is_good) {
      REQUIRE(found.findings.size() == 1);
      CHECK(found.findings[0].code == Code::impossible_form);
    }
  }
}

TEST_CASE("the last question of a clause is found behind facts and decisions") {
  auto rules =
      forbidding({yes_no("a"), yes_no("b")}, {all({is_yes(0), holds(0)}), all({is_yes(0), negation(holds(0))})});
  rules.facts = {{"fact", is_yes(1)}};
  auto found = engine::compile(rules);
  REQUIRE(found.findings.size() == 1);
  CHECK(found.findings[0].message == "question 'b' has no answer that is always possible");
  rules.impossible = {{all({is_yes(0), decides(0, {1})}), "1"}, {all({is_yes(0), decides(0, {0})}), "2"}};
  rules.decisions = {decision("d", Combine::strongest, {"x", "y"}, {rule("r", holds(0), {1}), otherwise("o", 0)})};
  found = engine::compile(rules);
  REQUIRE(found.findings.size() == 1);
  CHECK(found.findings[0].code == Code::impossible_form);
}

TEST_CASE("facts that double at every step are compiled in no time") {
  auto rules = forbidding({yes_no("a"), yes_no("b")}, {all({is_yes(0), holds(59)})});
  rules.facts.push_back({"f0", is_yes(1)});
  for (std::size_t f = 1; f < 60; ++f)
    rules.facts.push_back({"f" + std::to_string(f), any({holds(f - 1), all({holds(f - 1), is_yes(1)})})});
  CHECK(engine::compile(rules).compiled);
}

TEST_CASE("rules that need more nodes than the limit are too complex") {
  std::vector<model::Question> questions;
  std::vector<model::Condition> pairs;
  for (std::size_t q = 0; q < 24; ++q) questions.push_back(yes_no("q" + std::to_string(q)));
  for (std::size_t q = 0; q < 12; ++q) pairs.push_back(all({is_yes(q), is_yes(q + 12)}));
  const auto rules = choosing(questions, {rule("r", any(pairs), {0}), otherwise("o", 1)});
  const auto refused = engine::compile(rules, {20, engine::usual_limits.steps});
  CHECK_FALSE(refused.compiled);
  REQUIRE(refused.findings.size() == 1);
  CHECK(refused.findings[0].code == Code::too_complex);
  CHECK(refused.findings[0].message == "this needs a decision diagram of more than 20 nodes, so nothing is proved");
  CHECK(engine::compile(rules).compiled);
}

TEST_CASE("rules without questions, or without decisions, compile") {
  CHECK(engine::compile(rule_set({}, {})).compiled);
  CHECK(engine::compile(rule_set({yes_no("a")}, {})).compiled);
  const auto constant =
      engine::compile(rule_set({}, {decision("d", Combine::strongest, {"x", "y"}, {otherwise("o", 0)})}));
  REQUIRE(constant.compiled);
  CHECK(constant.compiled->roots.decisions[0].values == std::vector<engine::Function>{0});
}

TEST_CASE("compiled rules can be moved and their diagram moves with them") {
  auto first = engine::compile(choosing({yes_no("a")}, {rule("r", is_yes(0), {0}), otherwise("o", 1)}));
  engine::CompiledRules moved = std::move(*first.compiled);
  CHECK(moved.diagram.nodes.data() == moved.owned_nodes.data());
  CHECK(moved.diagram.edges.data() == moved.owned_edges.data());
  CHECK(moved.diagram.arity.data() == moved.space.arity.data());
}

}  // namespace socrates::tests
