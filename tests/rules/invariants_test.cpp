// SPDX-License-Identifier: Apache-2.0
// What must hold for every possible answer, proved on the diagram: not for a sample of answers, but for all.
#include <algorithm>
#include <functional>
#include <set>
#include <utility>

#include "catch.hpp"
#include "shipped.hpp"
#include "socrates/engine/walk.hpp"

using namespace socrates;

namespace {

using engine::Function;
using Pair = std::pair<Function, Function>;

/// Every pair of outcomes that some possible answers give two functions together.
std::set<Pair> outcome_pairs(Function a, Function b, const engine::Allowed& allowed) {
  const engine::DiagramView& diagram = test::shipped().diagram;
  std::set<Pair> seen;
  std::set<Pair> outcomes;
  const std::function<void(Function, Function)> walk = [&](Function f, Function g) {
    if (!seen.insert({f, g}).second) return;
    if (f == engine::impossible_leaf || g == engine::impossible_leaf) return;
    if (f < engine::leaf_limit && g < engine::leaf_limit) {
      outcomes.insert({f, g});
      return;
    }
    const auto variable = std::min(variable_of(diagram, f), variable_of(diagram, g));
    for (std::size_t value = 0; value < diagram.arity[variable]; ++value)
      if (((allowed[variable] >> value) & 1U) != 0)
        walk(variable_of(diagram, f) == variable ? child_of(diagram, f, value) : f,
             variable_of(diagram, g) == variable ? child_of(diagram, g, value) : g);
  };
  walk(a, b);
  return outcomes;
}

engine::Allowed anything() { return engine::allowed_by(test::shipped().space, {}); }

Function value_of(const char* decision) {
  return test::shipped().roots.decisions[model::find_decision(test::shipped().rules, decision).value()].values.front();
}

/// The function that is 1 where the set holds the element.
Function element(const char* decision, const char* value) {
  const std::size_t d = model::find_decision(test::shipped().rules, decision).value();
  return test::shipped()
      .roots.decisions[d]
      .values[model::find_value(test::shipped().rules.decisions[d], value).value()];
}

constexpr Function not_needed = 0;
constexpr Function required = 3;

}  // namespace

TEST_CASE("a SOC 3 is never more than its SOC 2") {
  for (const auto& [soc3, soc2] : outcome_pairs(value_of("soc3"), value_of("soc2"), anything())) CHECK(soc3 <= soc2);
}

TEST_CASE("Security is as strong as the SOC 2 it is part of") {
  for (const auto& [security, soc2] : outcome_pairs(value_of("security"), value_of("soc2"), anything()))
    CHECK(security == soc2);
}

TEST_CASE("no category without a SOC 2") {
  for (const char* category : {"availability", "processing_integrity", "confidentiality", "privacy"})
    for (const auto& [level, soc2] : outcome_pairs(value_of(category), value_of("soc2"), anything()))
      CHECK((soc2 != not_needed || level == not_needed));
}

TEST_CASE("a report has no type exactly where it is not needed") {
  for (const auto& [report, type] : {std::pair{"soc1", "soc1_type"}, std::pair{"soc2", "soc2_type"}})
    for (const auto& [level, kind] : outcome_pairs(value_of(report), value_of(type), anything()))
      CHECK((level == not_needed) == (kind == 0));
}

TEST_CASE("there is something instead exactly where no SOC report is needed") {
  const std::size_t d = model::find_decision(test::shipped().rules, "instead").value();
  for (const model::Named& value : test::shipped().rules.decisions[d].values)
    for (const char* report : {"soc1", "soc2", "soc3"})
      for (const auto& [in_set, level] :
           outcome_pairs(element("instead", value.id.c_str()), value_of(report), anything()))
        CHECK((in_set == 0 || level == not_needed));
}

TEST_CASE("financial auditors asking about a service with a direct effect need a SOC 1 of Type 2 or on the way to it") {
  const model::RuleSet& rules = test::shipped().rules;
  model::Answers answers(rules.questions.size());
  const auto set = [&](const char* question, model::Answer answer) {
    answers[model::find_question(rules, question).value()] = std::move(answer);
  };
  const auto option = [&](const char* question, const char* id) {
    return model::find_option(rules.questions[model::find_question(rules, question).value()], id).value();
  };
  model::Selection askers;
  askers.options.resize(rules.questions[model::find_question(rules, "requested_by").value()].options.size());
  askers.options[option("requested_by", "financial_auditors")] = model::Chosen::yes;
  model::Selection offering;
  offering.options.resize(rules.questions[model::find_question(rules, "offering").value()].options.size());
  offering.options[option("offering", "hosted_software")] = model::Chosen::yes;
  set("offering", offering);
  set("requested_by", askers);
  set("financial_reporting_impact", model::Choice{option("financial_reporting_impact", "direct")});
  const auto pairs =
      outcome_pairs(value_of("soc1"), value_of("soc1_type"), engine::allowed_by(test::shipped().space, answers));
  CHECK_FALSE(pairs.empty());
  for (const auto& [level, type] : pairs) {
    CHECK(level == required);
    CHECK(type >= 2);
  }
}

TEST_CASE("a SOC 3 comes with a SOC 2 that is or becomes a Type 2") {
  for (const auto& [soc3, type] : outcome_pairs(value_of("soc3"), value_of("soc2_type"), anything()))
    CHECK((soc3 < 2 || type >= 2));
}
