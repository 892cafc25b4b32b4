// SPDX-License-Identifier: Apache-2.0
#include "socrates/engine/outcome.hpp"

#include "catch.hpp"
#include "compiled.hpp"
#include "worlds/build.hpp"

namespace socrates::tests {
namespace {

using namespace worlds;
using engine::Reason;
using model::Combine;

engine::DecisionOutcome outcome(const engine::CompiledRules& rules, const model::Answers& answers) {
  return engine::evaluate(rules, answers)->decisions.front();
}

model::RuleSet levels(std::vector<model::Question> questions, std::vector<model::Rule> rules) {
  rules.push_back(otherwise("nothing", 0));
  return rule_set(std::move(questions), {decision("level", Combine::strongest, {"low", "middle", "high"}, rules)});
}

}  // namespace

TEST_CASE("the strongest rule that applies gives the level") {
  const auto rules =
      compiled(levels({yes_no("a"), yes_no("b")}, {rule("h", is_yes(1), {2}), rule("m", is_yes(0), {1})}));
  CHECK(outcome(rules, {yes, yes}).possible == Indices{2});
  CHECK(outcome(rules, {yes, no}).possible == Indices{1});
  CHECK(outcome(rules, {no, no}).possible == Indices{0});
  CHECK(outcome(rules, {yes, open}).possible == Indices{1, 2});
  CHECK(outcome(rules, {yes, open}).depends_on == Indices{1});
  CHECK(outcome(rules, {open, yes}).depends_on.empty());
}

TEST_CASE("a settled value is explained by the rules that always apply, and by no weaker one") {
  const auto rules = compiled(levels({yes_no("a"), yes_no("b")}, {rule("m", is_yes(0), {1}), rule("h", is_yes(1), {2}),
                                                                  rule("too", all({is_yes(0), is_yes(1)}), {2})}));
  CHECK(outcome(rules, {yes, yes}).because == std::vector<Reason>{{1, 2, false}, {2, 2, false}});
  CHECK(outcome(rules, {open, yes}).because == std::vector<Reason>{{1, 2, false}});
  CHECK(outcome(rules, {no, no}).because == std::vector<Reason>{{3, 0, false}});
  CHECK(outcome(rules, {yes, open}).because.empty());
}

TEST_CASE("where no single rule is settled, those of which one always applies are the reason") {
  const auto rules =
      compiled(levels({one("kind", {"x", "y", "z"}), yes_no("b")},
                      {rule("x", is(0, {0}), {2}), rule("y or z", is(0, {1, 2}), {2}), rule("b", is_yes(1), {1})}));
  CHECK(outcome(rules, {open, open}).possible == Indices{2});
  CHECK(outcome(rules, {open, open}).because == std::vector<Reason>{{0, 2, true}, {1, 2, true}});
  CHECK(outcome(rules, {open, open}).depends_on.empty());
  CHECK(outcome(rules, {model::Choice{1}, open}).because == std::vector<Reason>{{1, 2, false}});
}

TEST_CASE("a rule for the first level and the otherwise share its explanation") {
  const auto rules = compiled(levels({yes_no("a")}, {rule("said so", is_yes(0), {0})}));
  CHECK(outcome(rules, {yes}).because == std::vector<Reason>{{0, 0, false}});
  CHECK(outcome(rules, {no}).because == std::vector<Reason>{{1, 0, false}});
  CHECK(outcome(rules, {open}).because == std::vector<Reason>{{0, 0, true}, {1, 0, true}});
}

TEST_CASE("a set knows what is surely and what maybe in it, and explains what is sure") {
  const auto rules = compiled(
      rule_set({yes_no("a"), yes_no("b")},
               {decision("set", Combine::collect, {"x", "y", "z"},
                         {rule("a", is_yes(0), {0}), rule("not a", is_no(0), {0}), rule("b", is_yes(1), {1, 2})})}));
  const auto unknown = outcome(rules, {open, open});
  CHECK(unknown.possible.empty());
  CHECK(unknown.surely == Indices{0});
  CHECK(unknown.maybe == Indices{1, 2});
  CHECK(unknown.because == std::vector<Reason>{{0, 0, true}, {1, 0, true}});
  CHECK(unknown.depends_on == Indices{1});
  const auto known = outcome(rules, {yes, yes});
  CHECK(known.surely == Indices{0, 1, 2});
  CHECK(known.because == std::vector<Reason>{{0, 0, false}, {2, 1, false}, {2, 2, false}});
  CHECK(engine::is_settled(known));
  CHECK(outcome(rules, {no, no}).surely == Indices{0});
  CHECK_FALSE(engine::is_settled(unknown));
}

TEST_CASE("an empty set is settled") {
  const auto rules =
      compiled(rule_set({yes_no("a")}, {decision("set", Combine::collect, {"x"}, {rule("a", is_yes(0), {0})})}));
  const auto nothing = outcome(rules, {no});
  CHECK(nothing == engine::DecisionOutcome{});
  CHECK(engine::is_settled(nothing));
}

TEST_CASE("an otherwise stands for the complement of the other rules, wherever it stands") {
  for (const bool is_first : {true, false}) {
    std::vector<model::Rule> rules{rule("a", is_yes(0), {1}), rule("b", all({is_no(0), is_yes(1)}), {2})};
    rules.insert(is_first ? rules.begin() : rules.end(), otherwise("rest", 0));
    const auto choice =
        compiled(rule_set({yes_no("a"), yes_no("b")}, {decision("d", Combine::exactly_one, {"x", "y", "z"}, rules)}));
    CHECK(outcome(choice, {no, no}).possible == Indices{0});
    CHECK(outcome(choice, {no, yes}).possible == Indices{2});
    CHECK(outcome(choice, {yes, open}).possible == Indices{1});
    CHECK(outcome(choice, {open, no}).possible == Indices{0, 1});
  }
}

TEST_CASE("a decision that uses another stands for its function of the answers") {
  auto rules = rule_set(
      {yes_no("a"), yes_no("b")},
      {decision("late", Combine::strongest, {"no", "yes"}, {rule("l", decides(1, {1, 2}), {1}), otherwise("o", 0)}),
       decision("early", Combine::strongest, {"low", "middle", "high"},
                {rule("m", is_yes(0), {1}), rule("h", is_yes(1), {2}), otherwise("e", 0)})});
  const auto both = compiled(rules);
  CHECK(outcome(both, {yes, open}).possible == Indices{1});
  CHECK(outcome(both, {no, open}).possible == Indices{0, 1});
  CHECK(outcome(both, {no, open}).depends_on == Indices{1});
  CHECK(engine::evaluate(both, {yes, open})->decisions[1].possible == Indices{1, 2});
}

TEST_CASE("a set that another decision uses is tested like a several-choice") {
  const auto uses = [](model::Condition when) {
    return rule_set(
        {yes_no("a"), yes_no("b")},
        {decision("d", Combine::strongest, {"no", "yes"}, {rule("r", std::move(when), {1}), otherwise("o", 0)}),
         decision("set", Combine::collect, {"x", "y"}, {rule("a", is_yes(0), {0}), rule("b", is_yes(1), {1})})});
  };
  CHECK(outcome(compiled(uses(decides(1, {0, 1}))), {no, yes}).possible == Indices{1});
  CHECK(outcome(compiled(uses(decides_all(1, {0, 1}))), {no, yes}).possible == Indices{0});
  CHECK(outcome(compiled(uses(decides_all(1, {0, 1}))), {yes, yes}).possible == Indices{1});
  CHECK(outcome(compiled(uses(decides_none(1))), {no, no}).possible == Indices{1});
  CHECK(outcome(compiled(uses(decides_none(1))), {no, yes}).possible == Indices{0});
}

TEST_CASE("a note is given once it is certain, and opens no question") {
  auto rules = levels({yes_no("a"), yes_no("b")}, {rule("h", is_yes(0), {2})});
  rules.notes = {note("always", any({is_yes(1), is_no(1)})), note("b", is_yes(1))};
  const auto noted = compiled(rules);
  CHECK(engine::evaluate(noted, {open, open})->notes == Indices{0});
  CHECK(engine::evaluate(noted, {open, yes})->notes == Indices{0, 1});
  CHECK(engine::evaluate(noted, {no, open})->open_questions.empty());
}

TEST_CASE("open questions are those of all decisions, each once, in the order of asking") {
  auto rules = levels({yes_no("a"), yes_no("b"), yes_no("c")}, {rule("c", is_yes(2), {2})});
  rules.decisions.push_back(decision("second", Combine::strongest, {"no", "yes"},
                                     {rule("r", all({is_yes(0), is_yes(2)}), {1}), otherwise("s", 0)}));
  const auto two = compiled(rules);
  CHECK(engine::evaluate(two, {open, open, open})->open_questions == Indices{0, 2});
  CHECK(engine::evaluate(two, {open, open, yes})->open_questions == Indices{0});
}

TEST_CASE("contradictory answers have no outcome but the clauses that they break") {
  auto rules = levels({yes_no("a"), one("kind", {"x", "y", "z"}), yes_no("b")}, {rule("h", is_yes(0), {2})});
  rules.impossible = {{all({is_no(0), is(1, {1})}), "y needs a"},
                      {all({is(1, {0}), is_yes(2)}), "b needs another kind"},
                      {all({is(1, {1, 2}), is_yes(2), is_no(0)}), "b needs a or x"}};
  const auto strict = compiled(rules);
  CHECK_FALSE(engine::evaluate(strict, {no, model::Choice{1}, open}));
  CHECK(engine::contradictions(strict, {no, model::Choice{1}, open}) == Indices{0});
  CHECK(engine::contradictions(strict, {no, model::Choice{1}, yes}) == Indices{0, 2});
  SECTION("where no single clause is broken, all that can be") {
    CHECK_FALSE(engine::evaluate(strict, {no, open, yes}));
    CHECK(engine::contradictions(strict, {no, open, yes}) == Indices{0, 1, 2});
  }
  CHECK(engine::evaluate(strict, {yes, model::Choice{1}, yes}));
}

// The form of `impossible` clauses promises a question for every open decision only when questions are answered in the
// order of asking. Here z says that a and b are tied, so that neither can change alone, and c is open with them.
TEST_CASE("a later answer can tie two earlier questions, and then nothing is left to depend on") {
  auto rules =
      rule_set({yes_no("a"), one("b", {"free", "x", "y"}), yes_no("z")},
               {decision("c", Combine::strongest, {"no", "yes"}, {rule("r", is_yes(0), {1}), otherwise("o", 0)})});
  rules.impossible = {{all({is(1, {1}), is_no(0)}), "x needs a"},
                      {all({is(1, {2}), is_yes(0)}), "y needs a to be no"},
                      {all({is_yes(2), is(1, {0})}), "z needs x or y"}};
  const auto tied = compiled(rules);
  CHECK(outcome(tied, {open, open, yes}).possible == Indices{0, 1});
  CHECK(outcome(tied, {open, open, yes}).depends_on.empty());
  CHECK(outcome(tied, {open, open, open}).depends_on == Indices{0});
  CHECK(outcome(tied, {open, model::Choice{1}, yes}).possible == Indices{1});
}

}  // namespace socrates::tests
