// SPDX-License-Identifier: Apache-2.0
//
// Whole interviews on small random worlds, each turn compared with all completions of the answers.
#include <algorithm>
#include <map>
#include <optional>

#include "catch.hpp"
#include "small_rules.hpp"
#include "socrates/interview/interview.hpp"
#include "socrates/interview/stakes.hpp"
#include "worlds/dump.hpp"
#include "worlds/naive.hpp"
#include "worlds/random_answers.hpp"
#include "worlds/random_rules.hpp"

namespace socrates::interview {
namespace {

using worlds::Draw;
using worlds::World;

std::vector<std::size_t> possible_completions(const World& world, const model::Answers& answers) {
  std::vector<std::size_t> possible;
  for (const std::size_t c : worlds::completions(world, answers))
    if (worlds::is_possible(world.verdicts[c])) possible.push_back(c);
  return possible;
}

std::vector<bool> offered_by_completions(const World& world, const model::Answers& answers, std::size_t q) {
  std::vector<bool> offered(world.rules.questions[q].options.size(), false);
  for (const std::size_t c : possible_completions(world, answers)) {
    if (const auto* choice = std::get_if<model::Choice>(&world.answers[c][q])) offered[choice->option] = true;
    if (const auto* several = std::get_if<model::Selection>(&world.answers[c][q]))
      for (std::size_t i = 0; i < offered.size(); ++i)
        if (several->options[i] == model::Chosen::yes) offered[i] = true;
  }
  return offered;
}

void check_offer(const World& world, const Interview& interview) {
  const Offer offer = interview.offer();
  const std::vector<bool> expected = offered_by_completions(world, interview.answers(), offer.question);
  for (std::size_t i = 0; i < offer.options.size(); ++i)
    CHECK((offer.options[i] == OptionState::offered || offer.options[i] == OptionState::chosen) == expected[i]);
}

std::size_t count_of_complete(const World& world, const model::Answers& complete) {
  return worlds::completions(world, complete).at(0);
}

bool differ_only_in(const model::Answers& one, const model::Answers& other, std::size_t question) {
  for (std::size_t q = 0; q < one.size(); ++q)
    if (q != question && !(one[q] == other[q])) return false;
  return !(one[question] == other[question]);
}

/// The values of a level between which some pair of possible completions differs in the question alone; of a set, the
/// elements that are in one and not in the other.
std::vector<std::size_t> values_at_stake(const World& world, const model::Answers& answers, std::size_t question,
                                         std::size_t decision) {
  std::vector<bool> at_stake(world.rules.decisions[decision].values.size(), false);
  const std::vector<std::size_t> possible = possible_completions(world, answers);
  for (const std::size_t a : possible) {
    for (const std::size_t b : possible) {
      if (!differ_only_in(world.answers[a], world.answers[b], question)) continue;
      const auto& in_a = world.verdicts[a].values[decision];
      const auto& in_b = world.verdicts[b].values[decision];
      for (const std::size_t value : in_a)
        if (std::find(in_b.begin(), in_b.end(), value) == in_b.end()) at_stake[value] = true;
    }
  }
  std::vector<std::size_t> values;
  for (std::size_t value = 0; value < at_stake.size(); ++value)
    if (at_stake[value]) values.push_back(value);
  return values;
}

void check_stake(const World& world, const model::Answers& answers, std::size_t question, const Stake& stake) {
  const std::vector<std::size_t> possible = possible_completions(world, answers);
  const std::size_t one = count_of_complete(world, stake.one);
  const std::size_t other = count_of_complete(world, stake.other);
  CHECK(std::find(possible.begin(), possible.end(), one) != possible.end());
  CHECK(std::find(possible.begin(), possible.end(), other) != possible.end());
  CHECK(differ_only_in(stake.one, stake.other, question));
  const auto& one_values = world.verdicts[one].values[stake.decision];
  const auto& other_values = world.verdicts[other].values[stake.decision];
  CHECK(std::find(one_values.begin(), one_values.end(), stake.one_value) != one_values.end());
  const bool is_set = world.rules.decisions[stake.decision].combine == model::Combine::collect;
  const bool other_has = std::find(other_values.begin(), other_values.end(), stake.other_value) != other_values.end();
  CHECK(other_has == !is_set);
  CHECK((is_set || stake.one_value != stake.other_value));
}

void check_stakes(const World& world, const Interview& interview) {
  const std::size_t question = *interview.question();
  const std::vector<Stake> found = stakes(interview.compiled(), interview.answers(), question);
  std::size_t next = 0;
  for (std::size_t d = 0; d < world.rules.decisions.size(); ++d) {
    const std::vector<std::size_t> values = values_at_stake(world, interview.answers(), question, d);
    if (values.empty()) continue;
    REQUIRE(next < found.size());
    CHECK(found[next].decision == d);
    CHECK(found[next].values == values);
    check_stake(world, interview.answers(), question, found[next]);
    ++next;
  }
  CHECK(next == found.size());
  CHECK(next > 0);
}

/// Known answers that do not contradict each other; of each question all, a part or nothing.
model::Answers known_answers(const World& world, Draw& draw) {
  for (int tries = 0; tries < 5 && draw.chance(60); ++tries) {
    model::Answers answers = worlds::random_answers(world.rules, draw);
    if (!possible_completions(world, answers).empty()) return answers;
  }
  return worlds::no_answers(world.rules);
}

struct Snapshot {
  model::Answers answers;
  std::vector<bool> skipped;
  std::optional<std::size_t> question;
  Counts counts;
  bool operator==(const Snapshot&) const = default;
};

Snapshot snapshot_of(const Interview& interview) {
  return {interview.answers(), interview.skipped(), interview.question(), interview.counts()};
}

using Replies = std::map<std::size_t, std::optional<model::Answer>>;  // a skip: none

std::optional<model::Answer> drawn_reply(const model::Answers& person, std::size_t question, Draw& draw) {
  return draw.chance(25) ? std::nullopt : std::optional(person[question]);
}

/// Goes back some questions and keeps every answer: as many keys lead to where it began, and all is as before.
void check_back(const Interview& original, Draw& draw) {
  Interview interview = original;
  const Snapshot before = snapshot_of(interview);
  std::size_t steps = 0;
  for (const std::size_t wanted = 1 + draw.below(4); steps < wanted && interview.back(); ++steps)
    CHECK(interview.is_revisited());
  for (; steps > 0; --steps) {
    CHECK(interview.is_revisited());
    interview.keep();
  }
  CHECK_FALSE(interview.is_revisited());
  CHECK(snapshot_of(interview) == before);
  CHECK(interview.at_most_more() == original.at_most_more());
}

/// An interview that goes straight through with these replies, and skips what has none.
Interview straight(const Interview& as, const Replies& replies, const model::Answers& known) {
  Interview interview = *Interview::begin(as.compiled(), known);
  while (interview.question()) {
    const auto reply = replies.find(*interview.question());
    if (reply == replies.end() || !reply->second || !interview.answer(*reply->second).empty()) interview.skip();
  }
  return interview;
}

/// Goes forward, back and to single answers at random, and changes some of them.
void wander(const World& world, const engine::CompiledRules& rules, Draw& draw) {
  const model::Answers nothing = worlds::no_answers(world.rules);
  const std::vector<std::size_t> people = possible_completions(world, nothing);
  Interview interview = *Interview::begin(rules, nothing);
  Replies replies;
  for (int step = 0; step < 12; ++step) {
    const model::Answers& person = world.answers[draw.one_of(people)];
    if (draw.chance(40) && !interview.visited().empty()) {
      if (draw.chance(50)) {
        interview.back();
      } else {
        CHECK(interview.edit(draw.one_of(interview.visited())));
      }
    }
    if (!interview.question()) continue;
    const std::size_t q = *interview.question();
    if (interview.is_revisited() && draw.chance(30)) {
      interview.keep();
      continue;
    }
    const bool was_asked_before = replies.count(q) > 0;
    const bool was_revisited = interview.is_revisited();
    const Interview before = interview;
    const std::optional<model::Answer> reply = drawn_reply(person, q, draw);
    if (reply) {
      if (!interview.answer(*reply).empty()) continue;  // contradicts an answer before it
    } else {
      interview.skip();
    }
    // Asked twice is only what an answer before it has ruled out.
    if (was_asked_before && !was_revisited && replies[q]) {
      Interview again = before;
      CHECK_FALSE(again.answer(*replies[q]).empty());
    }
    replies[q] = reply;
    const Interview expected = straight(interview, replies, nothing);
    for (std::size_t i = 0; i < nothing.size(); ++i) CHECK(interview.answers()[i] == expected.answers()[i]);
    CHECK(interview.outcome() == expected.outcome());
    for (const std::size_t aside : interview.set_aside()) CHECK(replies.count(aside) == 1);
  }
}

TEST_CASE("after any steps back and any edits, the answers are those of a straight interview with the same replies") {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    Draw draw(seed);
    const World world = worlds::world_of(worlds::random_rules(draw, worlds::Soundness::sound, 128));
    const engine::CompiledRules rules = compiled(world.rules);
    INFO("seed " << seed << '\n' << worlds::dump(world.rules));
    for (int turn = 0; turn < 3; ++turn) wander(world, rules, draw);
  }
}

TEST_CASE("edits of what a file said keep it free of contradictions, and lose nothing that fits") {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    Draw draw(seed);
    const World world = worlds::world_of(worlds::random_rules(draw, worlds::Soundness::sound, 128));
    const engine::CompiledRules rules = compiled(world.rules);
    const model::Answers known = known_answers(world, draw);
    INFO("seed " << seed << '\n' << worlds::dump(world.rules) << worlds::dump(world.rules, known));
    Interview interview = *Interview::begin(rules, known);
    for (int step = 0; step < 8 && !interview.visited().empty(); ++step) {
      const model::Answers before = interview.answers();
      const std::size_t q = draw.one_of(interview.visited());
      const std::vector<std::size_t> people = possible_completions(world, worlds::no_answers(world.rules));
      REQUIRE(interview.edit(q));
      if (!interview.answer(world.answers[draw.one_of(people)][q]).empty()) {
        interview.keep();
        continue;
      }
      CHECK_FALSE(possible_completions(world, interview.answers()).empty());
      for (std::size_t i = 0; i < before.size(); ++i) {
        const bool is_same = interview.answers()[i] == before[i];
        const auto& aside = interview.set_aside();
        const bool is_aside = std::find(aside.begin(), aside.end(), i) != aside.end();
        CHECK((i == q || is_same || is_aside || !model::is_complete(before[i])));
      }
      if (interview.question() && !interview.is_revisited() && draw.chance(50)) interview.skip();
    }
  }
}

/// Every complete answer to the question is taken if it leaves a possible completion, and refused if not.
void check_replies(const World& world, const Interview& interview) {
  const std::size_t q = *interview.question();
  if (!model::is_unknown(interview.answers()[q])) return;
  for (const model::Answer& reply : world.choices[q]) {
    model::Answers answers = interview.answers();
    answers[q] = reply;
    Interview other = interview;
    const std::vector<std::size_t> refused = other.answer(reply);
    CHECK(refused.empty() == !possible_completions(world, answers).empty());
    if (!refused.empty()) CHECK(refused == worlds::contradictions_of(world, answers));
  }
}

void check_end(const World& world, const Interview& interview) {
  const auto naive = worlds::outcome_of(world, interview.answers());
  REQUIRE(naive);
  for (const std::size_t q : naive->open_questions) CHECK(interview.skipped()[q]);
  CHECK(interview.counts().open == 0);
  CHECK(engine::evaluate(interview.compiled(), interview.answers()) == interview.outcome());
}

void run(const World& world, Interview interview, const model::Answers& person, unsigned skip_percent, Draw& draw) {
  std::vector<bool> is_asked(world.rules.questions.size(), false);
  const std::size_t promised = interview.at_most_more();
  std::size_t asked = 0;
  std::size_t last = promised;
  while (interview.question()) {
    const std::size_t q = *interview.question();
    CHECK_FALSE(is_asked[q]);
    is_asked[q] = true;
    const auto naive = worlds::outcome_of(world, interview.answers());
    REQUIRE(naive);
    CHECK(std::find(naive->open_questions.begin(), naive->open_questions.end(), q) != naive->open_questions.end());
    CHECK(interview.at_most_more() <= last);
    last = interview.at_most_more() - 1;
    check_offer(world, interview);
    check_stakes(world, interview);
    check_replies(world, interview);
    check_back(interview, draw);
    if (draw.chance(skip_percent)) {
      interview.skip();
    } else {
      REQUIRE(interview.answer(person[q]).empty());
    }
    ++asked;
    const Counts counts = interview.counts();
    CHECK(counts.asked + counts.skipped == asked);
    CHECK(counts.asked + counts.skipped + counts.known + counts.open + counts.without_effect == is_asked.size());
  }
  CHECK(asked <= promised);
  check_end(world, interview);
  if (skip_percent > 0) return;
  const auto whole = engine::evaluate(interview.compiled(), person);
  REQUIRE(whole);
  for (std::size_t d = 0; d < whole->decisions.size(); ++d) {
    CHECK(interview.outcome().decisions[d].possible == whole->decisions[d].possible);
    CHECK(interview.outcome().decisions[d].surely == whole->decisions[d].surely);
    CHECK(interview.outcome().decisions[d].maybe.empty());
  }
}

TEST_CASE("interviews on random worlds keep every promise") {
  for (std::uint64_t seed = 1; seed <= 250; ++seed) {
    Draw draw(seed);
    const World world = worlds::world_of(worlds::random_rules(draw, worlds::Soundness::sound, 256));
    const engine::CompiledRules rules = compiled(world.rules);
    for (int turn = 0; turn < 3; ++turn) {
      const model::Answers known = known_answers(world, draw);
      const std::vector<std::size_t> people = possible_completions(world, known);
      const model::Answers& person = world.answers[draw.one_of(people)];
      INFO("seed " << seed << " turn " << turn << '\n'
                   << worlds::dump(world.rules) << worlds::dump(world.rules, known));
      std::optional<Interview> interview = Interview::begin(rules, known);
      REQUIRE(interview);
      run(world, *interview, person, turn == 2 ? 30 : 0, draw);
    }
  }
}

}  // namespace
}  // namespace socrates::interview
