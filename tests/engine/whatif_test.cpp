// SPDX-License-Identifier: Apache-2.0
#include "socrates/engine/whatif.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <set>

#include "catch.hpp"
#include "compiled.hpp"
#include "effort.hpp"
#include "oracle.hpp"
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
using model::Combine;
using Set = std::vector<std::size_t>;
using QuestionTest = std::function<bool(std::size_t question)>;

bool holds(const Set& values, std::size_t value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

/// Small random rules in which some questions can be acted on, and some answers that are possible.
struct Changed {
  explicit Changed(std::uint64_t seed) : draw(seed) {
    model::RuleSet rules = random_rules(draw, Soundness::sound, seed % 4 == 0 ? 600 : 120);
    for (model::Question& question : rules.questions) question.can_change = draw.chance(50);
    world = world_of(std::move(rules));
    compiled = std::move(*engine::compile(world.rules).compiled);
    answers = seed % 2 == 0 ? random_answers(world.rules, draw)
                            : random_first_answers(world.rules, world.rules.questions.size(), draw);
    if (!engine::evaluate(compiled, answers)) answers = no_answers(world.rules);
    outcome = *engine::evaluate(compiled, answers);
  }

  [[nodiscard]] std::string text() const { return dump(world.rules, answers) + "\n" + dump(world.rules); }
  [[nodiscard]] bool acts(std::size_t q) const { return world.rules.questions[q].can_change; }

  /// The row gives the decision something that the answers as they are do not.
  [[nodiscard]] bool comes_out_otherwise(std::size_t d, std::size_t row) const {
    const engine::DecisionOutcome& now = outcome.decisions[d];
    const Set& values = world.verdicts[row].values[d];
    if (world.rules.decisions[d].combine != Combine::collect) return values != now.possible;
    for (std::size_t value = 0; value < world.rules.decisions[d].values.size(); ++value)
      if (!holds(now.maybe, value) && holds(values, value) != holds(now.surely, value)) return true;
    return false;
  }

  Draw draw;
  World world;
  engine::CompiledRules compiled;
  model::Answers answers;
  engine::Outcome outcome;
};

/// The smallest sets of questions that some possible row changes for which the test passes, all of them.
std::set<Set> smallest_by_trying(const Changed& changed, const QuestionTest& may_change, const RowTest& passes) {
  std::set<Set> sets;
  std::size_t fewest = changed.answers.size() + 1;
  for (std::size_t row = 0; row < changed.world.answers.size(); ++row) {
    if (!worlds::is_possible(changed.world.verdicts[row]) || !passes(row)) continue;
    const Set set = changed_questions(changed.world, changed.answers, row);
    if (set.size() > fewest || !std::all_of(set.begin(), set.end(), may_change)) continue;
    if (set.size() < fewest) sets.clear();
    fewest = set.size();
    sets.insert(set);
  }
  return sets;
}

/// What a set of rows can come to: the value, or of a set all of it.
std::set<Set> values_by_trying(const Changed& changed, const Set& questions, std::size_t d) {
  std::set<Set> values;
  for (std::size_t row = 0; row < changed.world.answers.size(); ++row)
    if (worlds::is_possible(changed.world.verdicts[row]) &&
        changed_questions(changed.world, changed.answers, row) == questions)
      values.insert(changed.world.verdicts[row].values[d]);
  return values;
}

void check_alternative(const Changed& changed, const engine::ChangeSet& set, const engine::Alternative& alternative) {
  for (std::size_t q = 0; q < changed.answers.size(); ++q)
    REQUIRE((alternative.answers[q] == changed.answers[q]) != holds(set.questions, q));
  auto expected = engine::evaluate(changed.compiled, alternative.answers);
  REQUIRE(expected);
  for (engine::DecisionOutcome& decision : expected->decisions) decision.depends_on.clear();
  expected->open_questions.clear();
  REQUIRE(alternative.outcome == *expected);
}

void check_group(const Changed& changed, const std::optional<engine::SmallestChanges>& found,
                 const std::set<Set>& expected) {
  REQUIRE(found.has_value() == !expected.empty());
  if (!found) return;
  std::set<Set> sets;
  for (const engine::ChangeSet& set : found->sets) {
    sets.insert(set.questions);
    REQUIRE(set.questions.size() == found->questions);
    REQUIRE_FALSE(set.alternatives.empty());
    for (const engine::Alternative& alternative : set.alternatives) check_alternative(changed, set, alternative);
  }
  REQUIRE(found->has_more == (expected.size() > engine::most_change_sets));
  REQUIRE(sets.size() == std::min(expected.size(), engine::most_change_sets));
  REQUIRE(std::equal(sets.begin(), sets.end(), expected.begin()));
}

/// Of a level or choice: every other value that a set of changes can bring has an alternative.
void check_values(const Changed& changed, const engine::SmallestChanges& found, std::size_t d) {
  for (const engine::ChangeSet& set : found.sets) {
    std::set<Set> values;
    for (const engine::Alternative& alternative : set.alternatives)
      for (const std::size_t value : alternative.outcome.decisions[d].possible) values.insert({value});
    for (const Set& value : values_by_trying(changed, set.questions, d))
      REQUIRE((values.count(value) == 1 || value == changed.outcome.decisions[d].possible));
  }
}

}  // namespace

TEST_CASE("what would change a decision is the smallest of what trying everything finds, in each group") {
  for (std::uint64_t seed = 1; seed <= share_of(800); ++seed) {
    const Changed changed(seed);
    INFO("seed " << seed << " " << changed.text());
    const auto found = engine::what_changes(changed.compiled, changed.answers, changed.outcome);
    std::size_t next = 0;
    for (std::size_t d = 0; d < changed.outcome.decisions.size(); ++d) {
      const engine::DecisionOutcome& now = changed.outcome.decisions[d];
      const bool is_set = changed.world.rules.decisions[d].combine == Combine::collect;
      const std::size_t elements = changed.world.rules.decisions[d].values.size();
      if (is_set ? now.maybe.size() == elements : now.possible.size() > 1) continue;
      INFO("decision " << d);
      REQUIRE(next < found.size());
      const engine::DecisionChanges& changes = found[next++];
      REQUIRE(changes.decision == d);
      const auto comes_out_otherwise = [&](std::size_t row) { return changed.comes_out_otherwise(d, row); };
      const auto acts = [&](std::size_t q) { return changed.acts(q); };
      const auto is_fact = [&](std::size_t q) { return !changed.acts(q); };
      check_group(changed, changes.can_change, smallest_by_trying(changed, acts, comes_out_otherwise));
      check_group(changed, changes.rests_on, smallest_by_trying(changed, is_fact, comes_out_otherwise));
      if (!is_set && changes.can_change) check_values(changed, *changes.can_change, d);
      if (!is_set && changes.rests_on) check_values(changed, *changes.rests_on, d);
      REQUIRE_FALSE(changes.both);
    }
    REQUIRE(next == found.size());
  }
}

TEST_CASE("what reaches a value is the smallest of what trying everything finds, and nothing is a proof") {
  std::map<engine::WantState, std::size_t> seen;
  std::size_t impossible = 0;
  for (std::uint64_t seed = 1; seed <= share_of(500); ++seed) {
    const Changed changed(seed);
    for (std::size_t d = 0; d < changed.outcome.decisions.size(); ++d)
      for (std::size_t value = 0; value < changed.world.rules.decisions[d].values.size(); ++value) {
        INFO("seed " << seed << " decision " << d << " value " << value << " " << changed.text());
        const auto found = engine::what_reaches(changed.compiled, changed.answers, changed.outcome, {d, value});
        ++seen[found.state];
        const auto gives = [&](std::size_t row) { return holds(changed.world.verdicts[row].values[d], value); };
        const auto acts = [&](std::size_t q) { return changed.acts(q); };
        const auto is_fact = [&](std::size_t q) { return !changed.acts(q); };
        const auto any = [](std::size_t) { return true; };
        const auto by_acts = smallest_by_trying(changed, acts, gives);
        const auto by_facts = smallest_by_trying(changed, is_fact, gives);
        const auto by_both = smallest_by_trying(changed, any, gives);
        REQUIRE(found.is_possible == !by_both.empty());
        if (by_both.empty()) ++impossible;
        REQUIRE((found.state == engine::WantState::has_it) == is_sure(changed.world, changed.answers, gives));
        if (by_both.count({}) == 1) {
          REQUIRE((found.state == engine::WantState::has_it || found.state == engine::WantState::open));
          continue;
        }
        check_group(changed, found.changes.can_change, by_acts);
        check_group(changed, found.changes.rests_on, by_facts);
        REQUIRE((found.state == engine::WantState::no_way) == (by_acts.empty() && by_facts.empty()));
        if (found.state == engine::WantState::no_way) check_group(changed, found.changes.both, by_both);
      }
  }
  REQUIRE(seen.size() == 5);
  REQUIRE(impossible > share_of(20));
}

TEST_CASE("changing a question is one change, however many options change") {
  const auto rules =
      compiled(rule_set({several("data", {"a", "b", "c"}), yes_no("asked")},
                        {decision("level", Combine::strongest, {"low", "high"},
                                  {rule("r", any({has_all(0, {0, 1, 2}), is_yes(1)}), {1}), otherwise("o", 0)})}));
  const model::Selection none{{model::Chosen::no, model::Chosen::no, model::Chosen::no}};
  const model::Answers answers{none, no};
  const auto found = engine::what_changes(rules, answers, *engine::evaluate(rules, answers));
  REQUIRE(found.size() == 1);
  CHECK_FALSE(found[0].can_change);
  REQUIRE(found[0].rests_on->sets.size() == 2);
  CHECK(found[0].rests_on->questions == 1);
  CHECK(found[0].rests_on->sets[0].questions == Set{0});
  CHECK(found[0].rests_on->sets[1].questions == Set{1});
}

TEST_CASE("a number moves to the near end of the interval that makes the difference") {
  auto rules = rule_set({number("months", 0, 12)}, {decision("type", Combine::strongest, {"one", "two"},
                                                             {rule("r", in_range(0, 3, 6), {1}), otherwise("o", 0)})});
  rules.questions[0].can_change = true;
  const auto ready = compiled(rules);
  for (const auto& [from, to] : {std::pair{0, 3}, {10, 6}, {4, 2}, {6, 2}}) {
    const model::Answers answers{model::Number{from, {}}};
    const auto found = engine::what_changes(ready, answers, *engine::evaluate(ready, answers));
    CHECK(found[0].can_change->sets[0].alternatives[0].answers[0] == model::Answer{model::Number{to, {}}});
  }
}

}  // namespace socrates::tests
