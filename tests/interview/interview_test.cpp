// SPDX-License-Identifier: Apache-2.0
#include "socrates/interview/interview.hpp"

#include "catch.hpp"
#include "small_rules.hpp"

namespace socrates::interview {
namespace {

using Question = std::optional<std::size_t>;

Interview begun(const engine::CompiledRules& rules, const model::Answers& known) {
  std::optional<Interview> interview = Interview::begin(rules, known);
  REQUIRE(interview);
  return *interview;
}

TEST_CASE("an interview asks what can change a decision, until nothing can") {
  const engine::CompiledRules rules = compiled(small_rules());
  Interview interview = begun(rules, worlds::no_answers(rules.rules));
  CHECK(interview.question() == Question(0));
  CHECK(interview.at_most_more() == 4);
  CHECK(interview.answer(only_first).empty());
  CHECK(interview.question() == Question(1));
  CHECK(interview.answer(only_second).empty());
  CHECK(interview.question() == Question(3));
  CHECK(interview.at_most_more() == 1);
  CHECK(interview.answer(worlds::no).empty());
  CHECK(interview.question() == std::nullopt);
  CHECK(interview.counts() == Counts{3, 0, 0, 0, 1});
}

TEST_CASE("a question with one possible answer left is not asked") {
  const engine::CompiledRules rules = compiled(small_rules());
  Interview interview = begun(rules, worlds::no_answers(rules.rules));
  interview.answer(neither);
  CHECK(interview.question() == Question(2));
  CHECK(interview.at_most_more() == 1);
}

TEST_CASE("an answer that contradicts is not taken, and the clauses that forbid it are named") {
  model::RuleSet rules = small_rules();
  rules.impossible.push_back({worlds::all({worlds::is_yes(3), worlds::has_all(1, {0, 1})}), "loud needs one kind"});
  const engine::CompiledRules made = compiled(std::move(rules));
  model::Answers known = worlds::no_answers(made.rules);
  known[0] = only_first;
  known[3] = worlds::yes;
  Interview interview = begun(made, known);
  REQUIRE(interview.question() == Question(1));
  CHECK(interview.answer(both) == std::vector<std::size_t>{1});
  CHECK(interview.question() == Question(1));
  CHECK(interview.answers() == known);
  CHECK(interview.answer(only_first).empty());
}

TEST_CASE("a skipped question is not put again, and counts as skipped") {
  const engine::CompiledRules rules = compiled(small_rules());
  Interview interview = begun(rules, worlds::no_answers(rules.rules));
  interview.skip();
  CHECK(interview.question() == Question(1));
  CHECK(interview.at_most_more() == 3);
  interview.answer(only_first);
  interview.skip();
  CHECK(interview.question() == std::nullopt);
  CHECK(interview.counts() == Counts{1, 2, 0, 0, 1});
}

TEST_CASE("back revisits answers and skips, and keeping them leads to where it began") {
  const engine::CompiledRules rules = compiled(small_rules());
  Interview interview = begun(rules, worlds::no_answers(rules.rules));
  CHECK_FALSE(interview.back());
  interview.answer(only_first);
  interview.skip();
  CHECK(interview.question() == Question(2));
  CHECK(interview.visited() == std::vector<std::size_t>{0, 1});
  const model::Answers before = interview.answers();
  CHECK(interview.back());
  CHECK(interview.question() == Question(1));
  CHECK(interview.is_revisited());
  CHECK(interview.skipped() == std::vector<bool>{false, true, false, false});
  CHECK(interview.back());
  CHECK(interview.question() == Question(0));
  CHECK_FALSE(interview.back());
  CHECK(interview.answers() == before);
  interview.keep();
  CHECK(interview.question() == Question(1));
  interview.keep();
  CHECK(interview.question() == Question(2));
  CHECK_FALSE(interview.is_revisited());
  CHECK(interview.answers() == before);
}

TEST_CASE("a change sets aside what it contradicts, and a change back brings it back") {
  const engine::CompiledRules rules = compiled(small_rules());
  Interview interview = begun(rules, worlds::no_answers(rules.rules));
  interview.answer(only_first);
  interview.answer(only_second);
  interview.answer(worlds::yes);
  CHECK(interview.question() == std::nullopt);
  const model::Answers before = interview.answers();

  CHECK(interview.edit(0));
  CHECK(interview.offer().may_be_none);
  CHECK(interview.answer(neither).empty());
  CHECK(interview.set_aside() == std::vector<std::size_t>{1, 3});
  CHECK(interview.question() == Question(2));  // it mattered for nothing before
  CHECK_FALSE(interview.is_revisited());
  CHECK(interview.back());
  CHECK(interview.question() == Question(0));
  CHECK(interview.answer(only_first).empty());
  CHECK(interview.set_aside().empty());
  CHECK(interview.answers() == before);
}

TEST_CASE("only what was visited can be edited, and the interview then goes on where it was") {
  const engine::CompiledRules rules = compiled(small_rules());
  Interview interview = begun(rules, worlds::no_answers(rules.rules));
  CHECK_FALSE(interview.edit(0));
  interview.answer(only_first);
  interview.answer(only_second);
  CHECK(interview.question() == Question(3));
  CHECK(interview.edit(0));
  CHECK(interview.question() == Question(0));
  CHECK(interview.answer(both).empty());
  CHECK(interview.question() == Question(3));
  CHECK(interview.edit(1));
  interview.keep();
  CHECK(interview.question() == Question(3));
}

TEST_CASE("what a file says is revisited like an answer, and an answer that is not asked for can be changed") {
  const engine::CompiledRules rules = compiled(small_rules());
  model::Answers known = worlds::no_answers(rules.rules);
  known[0] = only_first;
  known[1] = only_second;
  known[2] = model::Number{7, {}};
  Interview interview = begun(rules, known);
  CHECK(interview.question() == Question(3));
  CHECK(interview.visited() == std::vector<std::size_t>{0, 1, 2});
  CHECK(interview.back());
  CHECK(interview.question() == Question(2));
  CHECK(interview.answer(model::Number{3, {}}).empty());
  CHECK(interview.answers()[2] == model::Answer(model::Number{3, {}}));
  CHECK(interview.question() == Question(3));
  CHECK(interview.edit(0));
  CHECK(interview.answer(neither).empty());
  CHECK(interview.set_aside() == std::vector<std::size_t>{1});
  CHECK(interview.question() == std::nullopt);
}

TEST_CASE("an interview goes on from what is known and asks only what is missing") {
  const engine::CompiledRules rules = compiled(small_rules());
  model::Answers known = worlds::no_answers(rules.rules);
  known[1] = only_second;
  Interview interview = begun(rules, known);
  CHECK(interview.question() == Question(3));
  CHECK(interview.counts() == Counts{0, 0, 1, 1, 2});
  interview.answer(worlds::yes);
  CHECK(interview.counts() == Counts{1, 0, 1, 0, 2});
}

TEST_CASE("a reply is added to what is known of a several-choice") {
  const engine::CompiledRules rules = compiled(small_rules());
  model::Answers known = worlds::no_answers(rules.rules);
  known[0] = only_first;
  known[1] = selection(model::Chosen::unknown, model::Chosen::yes);
  Interview interview = begun(rules, known);
  REQUIRE(interview.question() == Question(1));
  interview.answer(only_first);
  CHECK(interview.answers()[1] == model::Answer(both));
}

TEST_CASE("an answer from elsewhere is known from then on, asks nothing twice, and can be revisited") {
  const engine::CompiledRules rules = compiled(small_rules());
  Interview interview = begun(rules, worlds::no_answers(rules.rules));
  interview.answer(only_first);
  interview.skip();
  CHECK(interview.learn(1, only_first));
  CHECK(interview.skipped() == std::vector<bool>(4, false));
  CHECK(interview.question() == Question(2));
  CHECK(interview.learn(0, both));
  CHECK(interview.question() == std::nullopt);
  CHECK(interview.back());
  interview.keep();
  CHECK(interview.counts() == Counts{0, 0, 2, 0, 2});
  const model::Answers before = interview.answers();
  CHECK_FALSE(interview.learn(0, neither));
  CHECK(interview.answers() == before);
}

TEST_CASE("what only notes hang on is asked where notes are wanted, and after all that decides") {
  model::RuleSet rules = small_rules();
  rules.questions.insert(rules.questions.end(), {worlds::yes_no("curious"), worlds::yes_no("idle")});
  rules.notes.push_back({"note.curious", worlds::all({worlds::is_yes(4), worlds::is(0, {0})}), "Mind the first.", {}});
  const engine::CompiledRules made = compiled(std::move(rules));
  const model::Answers nothing = worlds::no_answers(made.rules);

  Interview brief = begun(made, nothing);
  CHECK(brief.at_most_more() == 4);

  Interview thorough = *Interview::begin(made, nothing, Depth::decisions_and_notes);
  CHECK(thorough.at_most_more() == 5);
  CHECK(thorough.question() == Question(0));
  thorough.answer(only_first);
  thorough.answer(only_second);
  thorough.answer(worlds::no);
  CHECK(thorough.question() == Question(4));
  CHECK(thorough.counts() == Counts{3, 0, 0, 1, 2});
  thorough.answer(worlds::no);
  CHECK(thorough.question() == std::nullopt);

  Interview second = *Interview::begin(made, nothing, Depth::decisions_and_notes);
  second.answer(neither);
  CHECK(second.at_most_more() == 1);
}

TEST_CASE("answers that contradict each other begin no interview") {
  const engine::CompiledRules rules = compiled(small_rules());
  model::Answers known = worlds::no_answers(rules.rules);
  known[0] = neither;
  known[1] = only_first;
  CHECK_FALSE(Interview::begin(rules, known));
}

}  // namespace
}  // namespace socrates::interview
