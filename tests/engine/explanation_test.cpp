// SPDX-License-Identifier: Apache-2.0
#include "socrates/engine/explanation.hpp"

#include <algorithm>
#include <cstdint>

#include "catch.hpp"
#include "compiled.hpp"
#include "effort.hpp"
#include "oracle.hpp"
#include "socrates/engine/compile.hpp"
#include "worlds/build.hpp"
#include "worlds/dump.hpp"
#include "worlds/naive.hpp"
#include "worlds/random_answers.hpp"
#include "worlds/random_rules.hpp"

namespace socrates::tests {
namespace {

using namespace worlds;
using model::Combine;
using Values = std::vector<std::size_t>;

/// Small random rules, compiled, and some answers to them that are possible.
struct Explained {
  explicit Explained(std::uint64_t seed) : draw(seed), world(world_of(random_rules(draw, Soundness::sound, 100))) {
    compiled = std::move(*engine::compile(world.rules).compiled);
    answers = seed % 3 == 0 ? no_answers(world.rules) : random_answers(world.rules, draw);
    if (!engine::evaluate(compiled, answers)) answers = no_answers(world.rules);
    explanations = engine::explain(compiled, answers, *engine::evaluate(compiled, answers));
  }

  [[nodiscard]] RowTest rule_applies(std::size_t d, std::size_t r) const {
    return [this, d, r](std::size_t row) { return world.verdicts[row].rules[d][r]; };
  }

  [[nodiscard]] RowTest has_value(std::size_t d, std::size_t value, bool wanted) const {
    return [this, d, value, wanted](std::size_t row) {
      const Values& values = world.verdicts[row].values[d];
      return (std::find(values.begin(), values.end(), value) != values.end()) == wanted;
    };
  }

  [[nodiscard]] std::string text() const { return dump(world.rules, answers) + "\n" + dump(world.rules); }

  Draw draw;
  World world;
  engine::CompiledRules compiled;
  model::Answers answers;
  std::vector<engine::DecisionExplanation> explanations;
};

bool is_among(const engine::Lack& lack, const model::Answer& answer) {
  if (const auto* const choice = std::get_if<model::Choice>(&answer))
    return std::find(lack.options.begin(), lack.options.end(), choice->option) != lack.options.end();
  const int number = std::get<model::Number>(answer).value;
  return std::any_of(lack.ranges.begin(), lack.ranges.end(),
                     [&](const engine::NumberRange& range) { return range.from <= number && number <= range.to; });
}

/// The lacks of one question of a rule are those that trying every answer to it finds.
void check_lack(const Explained& explained, const engine::NearRule* near, std::size_t d, std::size_t r, std::size_t q) {
  const engine::Lack* lack = nullptr;
  for (const engine::Lack& candidate : near == nullptr ? std::vector<engine::Lack>{} : near->lacks)
    if (candidate.question == q) lack = &*std::find(near->lacks.begin(), near->lacks.end(), candidate);
  bool found = false;
  for (const model::Answer& answer : explained.world.choices[q]) {
    model::Answers changed = explained.answers;
    changed[q] = answer;
    const bool makes_sure = is_sure(explained.world, changed, explained.rule_applies(d, r));
    found = found || makes_sure;
    if (lack != nullptr && !std::holds_alternative<model::Selection>(answer))
      REQUIRE(is_among(*lack, answer) == makes_sure);
  }
  REQUIRE((lack != nullptr) == found);
  if (lack == nullptr) return;
  model::Answers changed = explained.answers;
  changed[q] = lack->nearest;
  REQUIRE(is_sure(explained.world, changed, explained.rule_applies(d, r)));
}

}  // namespace

TEST_CASE("the answers named for a rule make it apply with all others unknown, and no fewer do") {
  for (std::uint64_t seed = 1; seed <= share_of(300); ++seed) {
    const Explained explained(seed);
    INFO("seed " << seed << " " << explained.text());
    for (std::size_t d = 0; d < explained.explanations.size(); ++d) {
      Values fired;
      for (const engine::FiredRule& rule : explained.explanations[d].fired) {
        fired.push_back(rule.rule);
        REQUIRE(ground_defect(explained.world, explained.answers, rule.answers, explained.rule_applies(d, rule.rule))
                    .empty());
      }
      for (std::size_t r = 0; r < explained.world.rules.decisions[d].rules.size(); ++r)
        REQUIRE((std::find(fired.begin(), fired.end(), r) != fired.end()) ==
                is_sure(explained.world, explained.answers, explained.rule_applies(d, r)));
    }
  }
}

TEST_CASE("each part of a condition holds by the fewest of the rule's answers") {
  for (std::uint64_t seed = 1; seed <= share_of(150); ++seed) {
    const Explained explained(seed);
    INFO("seed " << seed << " " << explained.text());
    for (std::size_t d = 0; d < explained.explanations.size(); ++d)
      for (const engine::FiredRule& fired : explained.explanations[d].fired) {
        const auto parts = engine::parts_of(explained.world.rules.decisions[d].rules[fired.rule]);
        REQUIRE(parts.size() == fired.conditions.size());
        for (std::size_t p = 0; p < parts.size(); ++p) {
          model::RuleSet probe = explained.world.rules;
          probe.notes = {note("probe", *parts[p])};
          const auto holds = [&](std::size_t row) -> bool {
            return judge(probe, explained.world.answers[row]).notes.front();
          };
          REQUIRE(ground_defect(explained.world, fired.answers, fired.conditions[p], holds).empty());
        }
      }
  }
}

TEST_CASE("a rule nearly applies exactly where one other answer makes it apply, and all such answers are named") {
  for (std::uint64_t seed = 1; seed <= share_of(400); ++seed) {
    const Explained explained(seed);
    INFO("seed " << seed << " " << explained.text());
    for (std::size_t d = 0; d < explained.explanations.size(); ++d)
      for (std::size_t r = 0; r < explained.world.rules.decisions[d].rules.size(); ++r) {
        if (is_sure(explained.world, explained.answers, explained.rule_applies(d, r))) continue;
        const auto& nearly = explained.explanations[d].nearly;
        const auto near =
            std::find_if(nearly.begin(), nearly.end(), [&](const engine::NearRule& each) { return each.rule == r; });
        for (std::size_t q = 0; q < explained.answers.size(); ++q)
          check_lack(explained, near == nearly.end() ? nullptr : &*near, d, r, q);
      }
  }
}

TEST_CASE("every value that is not possible is ruled out, and a settled one settled, by the fewest answers") {
  for (std::uint64_t seed = 1; seed <= share_of(300); ++seed) {
    const Explained explained(seed);
    INFO("seed " << seed << " " << explained.text());
    const auto outcome = *engine::evaluate(explained.compiled, explained.answers);
    for (std::size_t d = 0; d < explained.explanations.size(); ++d) {
      const engine::DecisionExplanation& explanation = explained.explanations[d];
      for (const engine::ExcludedValue& excluded : explanation.excluded)
        REQUIRE(ground_defect(explained.world, explained.answers, excluded.answers,
                              explained.has_value(d, excluded.value, false))
                    .empty());
      const engine::DecisionOutcome& decided = outcome.decisions[d];
      REQUIRE(explanation.excluded.size() + decided.possible.size() + decided.surely.size() + decided.maybe.size() ==
              explained.world.rules.decisions[d].values.size());
      const bool is_settled = decided.possible.size() == 1;
      REQUIRE(explanation.settled_by.has_value() == is_settled);
      if (is_settled)
        REQUIRE(ground_defect(explained.world, explained.answers, *explanation.settled_by,
                              explained.has_value(d, decided.possible.front(), true))
                    .empty());
    }
  }
}

TEST_CASE("of a several-choice only the options that count are named") {
  const auto rules = compiled(rule_set({several("who", {"auditors", "buyers", "others"}), yes_no("data")},
                                       {decision("soc1", Combine::strongest, {"no", "yes"},
                                                 {rule("r", all({is(0, {0}), is_yes(1)}), {1}), otherwise("o", 0)})}));
  const model::Selection auditors_and_others{{model::Chosen::yes, model::Chosen::no, model::Chosen::yes}};
  const model::Answers answers{auditors_and_others, yes};
  const auto found = engine::explain(rules, answers, *engine::evaluate(rules, answers));
  REQUIRE(found[0].fired.size() == 1);
  const model::Selection auditors{{model::Chosen::yes, model::Chosen::unknown, model::Chosen::unknown}};
  CHECK(found[0].fired[0].answers == model::Answers{auditors, yes});
  CHECK(found[0].fired[0].conditions ==
        std::vector<model::Answers>{{auditors, model::Unknown{}}, {model::Unknown{}, yes}});
  REQUIRE(found[0].nearly.size() == 1);
  CHECK(found[0].nearly[0].rule == 1);
  REQUIRE(found[0].nearly[0].lacks.size() == 2);
  CHECK(found[0].nearly[0].lacks[1].options == Values{0});
}

TEST_CASE("numbers that would do are named as ranges, the nearest as an answer") {
  const auto rules = compiled(
      rule_set({number("months", 0, 12)},
               {decision("type", Combine::strongest, {"one", "two"},
                         {rule("r", in_range(0, 3, 4), {1}), rule("s", in_range(0, 5, 6), {0}), otherwise("o", 0)})}));
  const model::Answers answers{model::Number{8, "2027-01-01"}};
  const auto found = engine::explain(rules, answers, *engine::evaluate(rules, answers));
  REQUIRE(found[0].nearly.size() == 2);
  CHECK(found[0].nearly[0].lacks[0].ranges == std::vector<engine::NumberRange>{{3, 4}});
  CHECK(found[0].nearly[0].lacks[0].nearest == model::Answer{model::Number{4, {}}});
  CHECK(found[0].fired[0].answers == answers);
}

TEST_CASE("options that are not known and need not be are no part of what a rule lacks") {
  const auto rules = compiled(rule_set(
      {several("data", {"a", "b", "c"})},
      {decision("d", Combine::strongest, {"no", "yes"}, {rule("r", is(0, {0, 1, 2}), {1}), otherwise("o", 0)})}));
  const auto answers = no_answers(rules.rules);
  const auto found = engine::explain(rules, answers, *engine::evaluate(rules, answers));
  REQUIRE(found[0].nearly.size() == 2);
  using model::Chosen;
  CHECK(found[0].nearly[0].lacks[0].nearest ==
        model::Answer{model::Selection{{Chosen::unknown, Chosen::unknown, Chosen::yes}}});
  CHECK(found[0].nearly[1].lacks[0].nearest == model::Answer{model::Selection{{Chosen::no, Chosen::no, Chosen::no}}});
}

}  // namespace socrates::tests
