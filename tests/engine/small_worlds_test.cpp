// SPDX-License-Identifier: Apache-2.0
// All rule sets of a tiny family: two yes/no questions, every condition of them that is one or two levels deep, one
// decision of each kind over two of them, and every single `impossible` clause of the right form.
#include <vector>

#include "catch.hpp"
#include "comparison.hpp"
#include "worlds/build.hpp"

namespace socrates::tests {
namespace {

using namespace worlds;
using model::Combine;
using model::Condition;

std::vector<Condition> all_conditions() {
  const std::vector<Condition> tests{is_yes(0), is_no(0), is_yes(1), is_no(1)};
  std::vector<Condition> conditions = tests;
  for (const auto& test : tests) conditions.push_back(negation(test));
  for (std::size_t i = 0; i < tests.size(); ++i)
    for (std::size_t j = i + 1; j < tests.size(); ++j) {
      conditions.push_back(all({tests[i], tests[j]}));
      conditions.push_back(any({tests[i], tests[j]}));
    }
  return conditions;
}

std::vector<std::vector<model::Impossible>> all_clauses() {
  std::vector<std::vector<model::Impossible>> clauses{{}};
  for (const auto& earlier : {is_yes(0), is_no(0)})
    for (const auto& later : {is_yes(1), is_no(1)}) clauses.push_back({{all({earlier, later}), "never both"}});
  return clauses;
}

std::vector<model::Answers> all_partial_answers() {
  std::vector<model::Answers> answers;
  const std::vector<model::Answer> each{model::Unknown{}, no, yes};
  for (const auto& a : each)
    for (const auto& b : each) answers.push_back({a, b});
  return answers;
}

/// The second decision stands before those that it uses.
model::RuleSet tiny(const Condition& first, const Condition& second, const std::vector<model::Impossible>& clauses) {
  auto rules = rule_set(
      {yes_no("a"), yes_no("b")},
      {decision("level", Combine::strongest, {"low", "middle", "high"},
                {rule("l.r", first, {1}), rule("l.s", second, {2}), otherwise("l.o", 0)}),
       decision("user", Combine::strongest, {"no", "yes"},
                {rule("u.r", all({decides(0, {0, 2}), negation(decides_none(3))}), {1}), otherwise("u.o", 0)}),
       decision("choice", Combine::exactly_one, {"x", "y", "z"},
                {rule("c.r", first, {1}), rule("c.s", all({second, negation(holds(0))}), {2}), otherwise("c.o", 0)}),
       decision("set", Combine::collect, {"p", "q"}, {rule("s.r", first, {0}), rule("s.s", second, {0, 1})})});
  rules.facts = {{"first", first}};
  rules.impossible = clauses;
  rules.notes = {note("both", all({first, second}))};
  return rules;
}

}  // namespace

TEST_CASE("all tiny rule sets are evaluated as the oracle evaluates them, under all partial answers") {
  for (const auto& clauses : all_clauses())
    for (const auto& first : all_conditions())
      for (const auto& second : all_conditions()) {
        const World world = world_of(tiny(first, second, clauses));
        const auto compilation = engine::compile(world.rules);
        REQUIRE(compilation.compiled);
        for (const auto& answers : all_partial_answers()) {
          const std::string failure = difference(world, *compilation.compiled, answers);
          if (!failure.empty()) FAIL(failure);
        }
      }
}

TEST_CASE("all tiny choices without an otherwise have the gaps and clashes that the oracle sees") {
  for (const auto& clauses : all_clauses())
    for (const auto& first : all_conditions())
      for (const auto& second : all_conditions()) {
        auto rules = rule_set({yes_no("a"), yes_no("b")}, {decision("choice", Combine::exactly_one, {"x", "y"},
                                                                    {rule("r", first, {0}), rule("s", second, {1})})});
        rules.impossible = clauses;
        const std::string failure = difference(world_of(rules), engine::compile(rules).findings);
        if (!failure.empty()) FAIL(failure);
      }
}

TEST_CASE("all tiny pairs of clauses have the form that the oracle sees") {
  for (const auto& first : all_conditions())
    for (const auto& second : all_conditions()) {
      auto rules = rule_set({yes_no("a"), yes_no("b")}, {});
      rules.impossible = {{first, "first"}, {second, "second"}};
      const std::string failure = difference(world_of(rules), engine::compile(rules).findings);
      if (!failure.empty()) FAIL(failure);
    }
}

}  // namespace socrates::tests
