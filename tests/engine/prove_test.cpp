// SPDX-License-Identifier: Apache-2.0
#include "socrates/engine/prove.hpp"

#include <algorithm>
#include <string>

#include "catch.hpp"
#include "worlds/build.hpp"
#include "worlds/naive.hpp"

#include "socrates/base/codes.hpp"

namespace socrates::tests {
namespace {

using namespace worlds;
using base::Code;
using model::Combine;

/// Sound rules in which everything matters: a yes/no question, a choice, a set and a number.
model::RuleSet good_rules() {
  auto rules = rule_set({yes_no("a"), one("b", {"x", "y", "z"}), several("c", {"p", "q"}), number("n", 0, 9)},
                        {decision("level", Combine::strongest, {"low", "mid", "high"},
                                  {rule("level.high", all({is_yes(0), is(1, {0})}), {2}),
                                   rule("level.mid", is(1, {0, 1}), {1}), otherwise("level.otherwise", 0)}),
                         decision("set", Combine::collect, {"e", "f"},
                                  {rule("set.e", is(2, {0}), {0}), rule("set.f", all({is(2, {1}), holds(0)}), {1})})});
  rules.facts = {{"late", in_range(3, 5, 9)}};
  return rules;
}

std::string findings_of(const model::RuleSet& rules) {
  std::string text;
  for (const auto& finding : engine::prove(rules).findings)
    text += std::string(base::entry(finding.code).id) + " " + finding.subject + "\n";
  return text;
}

}  // namespace

TEST_CASE("sound rules in which everything matters have no finding") {
  const auto proof = engine::prove(good_rules());
  CHECK(proof.findings.empty());
  CHECK(proof.compiled);
  CHECK(to_text(proof.answer_sets) == "240");
}

TEST_CASE("every kind of idle part is found") {
  struct Case {
    const char* name;
    void (*spoil)(model::RuleSet& rules);
    const char* expected;
  };
  const std::vector<Case> cases{
      {"a rule whose condition contradicts itself",
       [](model::RuleSet& r) {
         r.decisions[1].rules.push_back(rule("dead", all({is_yes(0), is_no(0)}), {0}));
       },
       "S305 rule dead\n"},
      {"a rule that asks for impossible answers",
       [](model::RuleSet& r) {
         r.impossible.push_back({all({is_yes(0), is(2, {0})}), "because"});
         r.decisions[1].rules.push_back(rule("dead", all({is_yes(0), is(2, {0})}), {0}));
       },
       "S305 rule dead\n"},
      {"a note that never applies", [](model::RuleSet& r) { r.notes.push_back(note("dead", in_range(3, 20, 30))); },
       "S305 note dead\n"},
      {"an otherwise that never applies",
       [](model::RuleSet& r) {
         r.decisions[0].rules.insert(r.decisions[0].rules.begin(), rule("rest", is(1, {2}), {0}));
       },
       "S305 rule level.otherwise\n"},
      {"a rule that a stronger one always outranks",
       [](model::RuleSet& r) {
         r.decisions[0].rules.insert(r.decisions[0].rules.begin(),
                                     rule("weak", all({is_yes(0), is(1, {0}), is(2, {0})}), {1}));
       },
       "S306 rule weak\n"},
      {"a value that no rule gives",
       [](model::RuleSet& r) {
         r.decisions[1].values.push_back({"g", "g"});
       },
       "S307 value set.g\n"},
      {"a question that nothing asks for", [](model::RuleSet& r) { r.questions.push_back(yes_no("idle")); },
       "S308 question idle\n"},
      {"a question that only contradictions ask for",
       [](model::RuleSet& r) {
         r.questions.push_back(yes_no("idle"));
         r.impossible.push_back({all({is_yes(0), is_yes(4)}), "because"});
       },
       "S308 question idle\n"},
      {"an option of a set that nothing asks for",
       [](model::RuleSet& r) {
         r.questions[2].options.push_back({"r", "r"});
       },
       "S309 option c.r\n"},
      {"two options that nothing names",
       [](model::RuleSet& r) {
         r.questions[1].options.push_back({"w", "w"});
       },
       "S309 option b.w\n"},
      {"an option that can never be chosen",
       [](model::RuleSet& r) {
         r.impossible.push_back({is(1, {1}), "because"});
       },
       "S309 option b.y\n"},
      {"a fact that could as well never hold",
       [](model::RuleSet& r) {
         r.facts.push_back({"idle", all({is_yes(0), is(1, {0})})});
         r.decisions[0].rules[1].when = any({is(1, {0, 1}), holds(1)});
       },
       "S310 fact idle\n"},
      {"a threshold at which nothing changes",
       [](model::RuleSet& r) {
         r.decisions[1].rules[0].when = any({all({is(2, {0}), in_range(3, 0, 2)}), is(2, {0})});
       },
       "S311 threshold n 3\n"},
      {"a clause that contradicts itself",
       [](model::RuleSet& r) {
         r.impossible.push_back({all({is_yes(0), is_no(0)}), "because"});
       },
       "S312 impossible 0\n"},
      {"an invariant that is broken",
       [](model::RuleSet& r) {
         r.invariants.push_back({"i", is_yes(0), decides(0, {2}), "because"});
       },
       "S313 invariant i\n"},
      {"an invariant without a when that is broken",
       [](model::RuleSet& r) {
         r.invariants.push_back({"i", {}, in_range(3, 0, 7), "because"});
       },
       "S313 invariant i\n"},
      {"an invariant about no answers",
       [](model::RuleSet& r) {
         r.invariants.push_back({"i", all({is_yes(0), is_no(0)}), decides(0, {2}), "because"});
       },
       "S314 invariant i\n"},
      {"an invariant that holds, with a threshold and a fact of its own",
       [](model::RuleSet& r) {
         r.facts.push_back({"own", in_range(3, 0, 7)});
         r.invariants.push_back({"i", all({is_yes(0), is(1, {0}), holds(1)}), decides(0, {2}), "because"});
       },
       ""},
      {"words that fit some answers, one before the other",
       [](model::RuleSet& r) {
         r.questions[3].ask_when = {{all({is_yes(0), is(1, {0})}), "?"}, {is_yes(0), "?"}, {in_range(3, 1, 1), "?"}};
       },
       ""},
      {"words for answers that contradict themselves or each other",
       [](model::RuleSet& r) {
         r.impossible.push_back({all({is_yes(0), is(1, {0})}), "because"});
         r.questions[3].ask_when = {{all({is_yes(0), is_no(0)}), "?"}, {all({is_yes(0), is(1, {0})}), "?"}};
       },
       "S305 rule level.high\nS307 value level.high\nS316 wording n 1\nS316 wording n 2\nS308 question a\n"},
      {"words that earlier ones leave no place",
       [](model::RuleSet& r) {
         r.questions[3].ask_when = {{is(1, {0}), "?"}, {is(1, {1, 2}), "?"}, {is_yes(0), "?"}};
       },
       "S316 wording n 3\n"},
      {"a rule that only adds a reason",
       [](model::RuleSet& r) {
         r.decisions[0].rules.insert(r.decisions[0].rules.begin(),
                                     rule("more", all({is_yes(0), is(1, {0}), is(2, {0})}), {2}));
       },
       ""},
  };
  for (const auto& [name, spoil, expected] : cases) {
    INFO(name);
    auto rules = good_rules();
    spoil(rules);
    CHECK(findings_of(rules) == expected);
  }
}

TEST_CASE("a fault does not hide the others") {
  auto rules = good_rules();
  rules.questions.push_back(yes_no("idle"));
  rules.decisions.push_back(decision("one", Combine::exactly_one, {"v", "w"}, {rule("one.v", is_yes(0), {0})}));
  CHECK(findings_of(rules) == "S301 decision one\nS307 value one.w\nS308 question idle\n");
}

TEST_CASE("a witness of an outranked rule, a dead rule and a broken invariant shows it") {
  auto rules = good_rules();
  rules.impossible.push_back({all({is_yes(0), is(2, {0})}), "because"});
  rules.decisions[1].rules.push_back(rule("dead", all({is_yes(0), is(2, {0})}), {0}));
  rules.decisions[0].rules.insert(rules.decisions[0].rules.begin(),
                                  rule("weak", all({is_yes(0), is(1, {0}), is(2, {1})}), {1}));
  rules.invariants.push_back({"i", is_yes(0), decides(0, {2}), "because"});
  const auto proof = engine::prove(rules);
  REQUIRE(proof.findings.size() == 3);
  const World world = world_of(rules);
  for (const auto& finding : proof.findings) {
    INFO(finding.message);
    REQUIRE(finding.witness.has_value());
    for (const std::size_t answers : completions(world, *finding.witness)) {
      const Verdict& verdict = world.verdicts[answers];
      CHECK(is_possible(verdict) == (finding.code != Code::dead_rule));
      if (finding.code == Code::dead_rule) CHECK(verdict.rules[1].back());
      if (finding.code == Code::outranked_rule) CHECK((verdict.rules[0][0] && verdict.values[0] == Indices{2}));
      if (finding.code == Code::broken_invariant) CHECK(verdict.values[0] != Indices{2});
    }
  }
}

TEST_CASE("over the limit of nodes nothing is proved") {
  const auto proof = engine::prove(good_rules(), engine::Extent::everything, {4, engine::usual_limits.steps});
  REQUIRE(proof.findings.size() == 1);
  CHECK(proof.findings[0].code == Code::too_complex);
  CHECK_FALSE(proof.compiled);
}

}  // namespace socrates::tests
