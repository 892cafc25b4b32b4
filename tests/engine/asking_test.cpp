// SPDX-License-Identifier: Apache-2.0
#include "socrates/engine/asking.hpp"

#include <string>

#include "catch.hpp"
#include "effort.hpp"
#include "socrates/engine/compile.hpp"
#include "socrates/engine/outcome.hpp"
#include "worlds/build.hpp"
#include "worlds/dump.hpp"
#include "worlds/naive.hpp"
#include "worlds/random_answers.hpp"
#include "worlds/random_rules.hpp"

namespace socrates::tests {
namespace {

using namespace worlds;
using model::Chosen;

/// Who asks (several), and what they want, in other words where nobody does or only the last of three does.
model::RuleSet asked_rules() {
  auto rules = rule_set({several("who", {"a", "b", "c"}), number("size", 0, 9), yes_no("want")},
                        {decision("level", model::Combine::strongest, {"low", "high"},
                                  {rule("level.high", all({is(0, {0, 1}), in_range(1, 5, 9), is_yes(2)}), {1}),
                                   otherwise("level.otherwise", 0)})});
  rules.facts = {{"nobody", is_none(0)}};
  rules.questions[2].ask = "Do they want it?";
  rules.questions[2].ask_when = {{holds(0), "Do you want it?"},
                                 {all({is(0, {2}), negation(is(0, {0, 1}))}), "Does C want it?"}};
  return rules;
}

model::Answers asked_by(Chosen a, Chosen b, Chosen c) { return {model::Selection{{a, b, c}}, open, open}; }

bool decides_something(const model::Condition& condition, const model::RuleSet& rules) {
  model::Subjects subjects;
  model::add_subjects(condition, rules, subjects);
  return !subjects.decisions.empty();
}

}  // namespace

TEST_CASE("a question is put in the first words whose condition certainly holds") {
  const model::RuleSet rules = asked_rules();
  struct Case {
    model::Answers answers;
    std::string expected;
  };
  const std::vector<Case> cases{
      {no_answers(rules), "Do they want it?"},
      {asked_by(Chosen::no, Chosen::no, Chosen::no), "Do you want it?"},
      {asked_by(Chosen::no, Chosen::no, Chosen::unknown), "Do they want it?"},
      {asked_by(Chosen::no, Chosen::no, Chosen::yes), "Does C want it?"},
      {asked_by(Chosen::unknown, Chosen::no, Chosen::yes), "Do they want it?"},
      {asked_by(Chosen::yes, Chosen::no, Chosen::yes), "Do they want it?"},
  };
  for (const auto& [answers, expected] : cases) CHECK(engine::words_of(rules, answers, 2) == expected);
  CHECK(engine::words_of(rules, no_answers(rules), 0) == rules.questions[0].ask);
}

TEST_CASE("a fact that is named twice by each of many facts is looked into once") {
  auto rules = asked_rules();
  constexpr std::size_t facts = 200;
  for (std::size_t i = 1; i < facts; ++i) rules.facts.push_back({"f", any({holds(i - 1), holds(i - 1)})});
  rules.questions[2].ask_when.front().when = holds(facts - 1);
  CHECK(engine::words_of(rules, asked_by(Chosen::no, Chosen::no, Chosen::no), 2) == "Do you want it?");
}

TEST_CASE("what is judged certain holds for every completion, and of complete answers all is certain") {
  std::size_t certain = 0;
  for (std::uint64_t seed = 1; seed <= share_of(300); ++seed) {
    Draw draw(seed);
    const World world = world_of(random_rules(draw, Soundness::sound, 300));
    INFO(seed << "\n" << dump(world.rules));
    const model::Answers answers = random_answers(world.rules, draw);
    for (std::size_t n = 0; n < world.rules.notes.size(); ++n) {
      const model::Condition& when = world.rules.notes[n].when;
      const Chosen holds = engine::holds_by(when, world.rules, answers);
      for (const std::size_t c : completions(world, answers)) {
        if (holds != Chosen::unknown) CHECK(world.verdicts[c].notes[n] == (holds == Chosen::yes));
        if (decides_something(when, world.rules)) continue;
        const Chosen in_full = engine::holds_by(when, world.rules, world.answers[c]);
        CHECK(in_full == (world.verdicts[c].notes[n] ? Chosen::yes : Chosen::no));
      }
      if (holds != Chosen::unknown) ++certain;
    }
  }
  CHECK(certain > share_of(50));
}

TEST_CASE("words change no outcome and no question that is open") {
  for (std::uint64_t seed = 1; seed <= share_of(200); ++seed) {
    Draw draw(seed);
    const model::RuleSet rules = random_rules(draw, Soundness::sound, 300);
    model::RuleSet worded = rules;
    for (std::size_t q = 0; q < rules.questions.size(); ++q) {
      for (const model::Fact& fact : rules.facts) worded.questions[q].ask_when.push_back({fact.when, "other words"});
      if (rules.questions[q].kind == model::QuestionKind::number)  // a cut that nothing else makes
        worded.questions.back().ask_when.push_back(
            {in_range(q, rules.questions[q].from, rules.questions[q].from), "x"});
    }
    const auto plain = engine::compile(rules);
    const auto other = engine::compile(worded);
    REQUIRE(plain.compiled);
    REQUIRE(other.compiled);
    for (int tries = 0; tries < 5; ++tries) {
      const model::Answers answers = random_answers(rules, draw);
      CHECK(engine::evaluate(*plain.compiled, answers) == engine::evaluate(*other.compiled, answers));
    }
  }
}

}  // namespace socrates::tests
