// SPDX-License-Identifier: Apache-2.0
#include "socrates/engine/walk.hpp"

#include <algorithm>
#include <chrono>
#include <string>

#include "catch.hpp"
#include "compiled.hpp"
#include "effort.hpp"
#include "socrates/engine/compile.hpp"
#include "worlds/build.hpp"
#include "worlds/random_answers.hpp"
#include "worlds/random_rules.hpp"

namespace socrates::tests {
namespace {

using namespace worlds;
using engine::Leaves;
using model::Chosen;
using model::Combine;

/// One yes/no decision that is yes where the condition holds.
model::RuleSet deciding(std::vector<model::Question> questions, model::Condition when) {
  return rule_set(std::move(questions), {decision("both", Combine::strongest, {"no", "yes"},
                                                  {rule("r", std::move(when), {1}), otherwise("o", 0)})});
}

engine::Walk walk_of(const engine::CompiledRules& rules, const model::Answers& answers) {
  return {rules, engine::allowed_by(rules.space, answers)};
}

bool matters(const engine::CompiledRules& rules, const model::Answers& answers, std::size_t question) {
  return walk_of(rules, answers).matters(question, rules.roots.decisions[0].values[0]);
}

}  // namespace

TEST_CASE("of a and b, a matters while b is open, and no longer once b is no") {
  const auto rules = compiled(deciding({yes_no("a"), yes_no("b")}, all({is_yes(0), is_yes(1)})));
  CHECK(matters(rules, {open, open}, 0));
  CHECK(matters(rules, {open, open}, 1));
  CHECK(matters(rules, {open, yes}, 0));
  CHECK_FALSE(matters(rules, {open, no}, 0));
  CHECK_FALSE(matters(rules, {no, open}, 1));
  CHECK(matters(rules, {yes, open}, 1));
}

TEST_CASE("a question already answered does not matter") {
  const auto rules = compiled(deciding({yes_no("a"), yes_no("b")}, all({is_yes(0), is_yes(1)})));
  CHECK_FALSE(matters(rules, {yes, open}, 0));
  CHECK_FALSE(matters(rules, {yes, yes}, 1));
}

TEST_CASE("a question that no rule names does not matter, whether it stands first, between or last") {
  for (const std::size_t spare : {0U, 1U, 2U}) {
    const std::size_t a = spare == 0 ? 1 : 0;
    const std::size_t b = spare == 2 ? 1 : 2;
    const auto rules =
        compiled(deciding({yes_no("p"), yes_no("q"), yes_no("r")}, negation(all({is_yes(a), is_yes(b)}))));
    INFO("spare " << spare);
    CHECK_FALSE(matters(rules, {open, open, open}, spare));
    CHECK(matters(rules, {open, open, open}, a));
    CHECK(matters(rules, {open, open, open}, b));
  }
}

TEST_CASE("either of two equal questions matters for whether they are equal, but with one known only the other") {
  const auto same = any({all({is_yes(0), is_yes(1)}), all({is_no(0), is_no(1)})});
  const auto rules = compiled(deciding({yes_no("a"), yes_no("b")}, same));
  CHECK(matters(rules, {open, open}, 0));
  CHECK(matters(rules, {open, open}, 1));
  CHECK_FALSE(matters(rules, {open, no}, 1));
  CHECK(matters(rules, {open, no}, 0));
}

TEST_CASE("what is impossible can mask a question") {
  // b may be yes only where a is; so where b is yes, a no longer matters to `a`.
  auto rules = deciding({yes_no("a"), yes_no("b")}, is_yes(0));
  rules.impossible = {{all({is_no(0), is_yes(1)}), "b needs a"}};
  const auto masked = compiled(rules);
  CHECK(matters(masked, {open, open}, 0));
  CHECK(matters(masked, {open, no}, 0));
  CHECK_FALSE(matters(masked, {open, yes}, 0));
  CHECK_FALSE(matters(masked, {open, open}, 1));
}

TEST_CASE("what is impossible can make the difference between two answers invisible") {
  // The value hangs on b where a is yes, but there b is always no.
  auto rules = deciding({yes_no("a"), yes_no("b")}, all({is_yes(0), is_yes(1)}));
  rules.impossible = {{all({is_yes(0), is_yes(1)}), "never both"}};
  const auto masked = compiled(rules);
  CHECK_FALSE(matters(masked, {open, open}, 0));
  CHECK_FALSE(matters(masked, {open, open}, 1));
}

TEST_CASE("a several-choice is one question, though each of its options alone makes no difference") {
  // Of x and y either both or neither is possible, for the later question z forbids the rest.
  auto rules = deciding({several("a", {"x", "y"}), yes_no("z")}, has_all(0, {0, 1}));
  rules.impossible = {{all({is_yes(1), is(0, {0}), negation(has_all(0, {0, 1}))}), "x without y"},
                      {all({is_yes(1), is(0, {1}), negation(has_all(0, {0, 1}))}), "y without x"}};
  const auto tied = compiled(rules);
  CHECK(matters(tied, {open, yes}, 0));
  CHECK(matters(tied, {model::Selection{{Chosen::unknown, Chosen::unknown}}, yes}, 0));
  CHECK_FALSE(matters(tied, {model::Selection{{Chosen::unknown, Chosen::yes}}, yes}, 0));
  CHECK(matters(tied, {model::Selection{{Chosen::unknown, Chosen::yes}}, no}, 0));
}

TEST_CASE("reachable leaves are those of the completions, the impossible one among them") {
  auto rules = deciding({yes_no("a"), yes_no("b")}, is_yes(0));
  rules.impossible = {{all({is_no(0), is_yes(1)}), "b needs a"}};
  const auto masked = compiled(rules);
  const auto reachable = [&](const model::Answers& answers) {
    return walk_of(masked, answers).reachable(masked.roots.decisions[0].values[0]);
  };
  CHECK(reachable({open, open}) == (Leaves{3} | engine::impossible_bit));
  CHECK(reachable({open, no}) == Leaves{3});
  CHECK(reachable({open, yes}) == (Leaves{2} | engine::impossible_bit));
  CHECK(reachable({no, yes}) == engine::impossible_bit);
  CHECK(walk_of(masked, {open, open}).reachable(7) == Leaves{1} << 7U);
}

TEST_CASE("one walk answers many questions, in any order, as fresh walks do") {
  const auto when = any({all({is_yes(0), is_yes(1)}), all({is_no(1), is_yes(2)})});
  const auto rules = compiled(deciding({yes_no("a"), yes_no("b"), yes_no("c")}, when));
  const engine::Function f = rules.roots.decisions[0].values[0];
  engine::Walk shared = walk_of(rules, {open, open, open});
  for (const std::size_t question : {2U, 0U, 1U, 1U, 0U, 2U, 2U})
    CHECK(shared.matters(question, f) == matters(rules, {open, open, open}, question));
}

TEST_CASE("one search for all questions and functions finds what a fresh one for each of them finds") {
  for (std::uint64_t seed = 1; seed <= share_of(300); ++seed) {
    worlds::Draw draw(seed);
    const auto compilation = engine::compile(worlds::random_rules(draw, worlds::Soundness::sound, 150));
    REQUIRE(compilation.compiled);
    const engine::CompiledRules& rules = *compilation.compiled;
    const model::Answers answers = worlds::random_answers(rules.rules, draw);
    engine::Walk shared = walk_of(rules, answers);
    for (const engine::DecisionRoots& roots : rules.roots.decisions) {
      const std::vector<bool> mattering = shared.mattering(roots.values);
      INFO("seed " << seed);
      for (std::size_t q = 0; q < rules.rules.questions.size(); ++q) {
        const bool expected = std::any_of(roots.values.begin(), roots.values.end(),
                                          [&](engine::Function f) { return walk_of(rules, answers).matters(q, f); });
        CHECK(mattering.at(q) == expected);
      }
    }
  }
}

TEST_CASE("a several-choice of many options is walked by its nodes and not by its ways") {
  // In pairs: some pair is chosen whole. Each pair doubles the ways through the question; its nodes only add up.
  Ids options;
  std::vector<model::Condition> pairs;
  for (std::size_t i = 0; i < 60; ++i) options.push_back("o" + std::to_string(i));
  for (std::size_t i = 0; i < 60; i += 2) pairs.push_back(has_all(0, {i, i + 1}));
  const auto rules = compiled(deciding({several("many", options), yes_no("b")}, all({any(pairs), is_yes(1)})));
  const auto start = std::chrono::steady_clock::now();
  CHECK(matters(rules, {open, open}, 0));
  CHECK(matters(rules, {open, open}, 1));
  CHECK_FALSE(matters(rules, {open, no}, 0));
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
}

}  // namespace socrates::tests
