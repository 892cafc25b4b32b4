// SPDX-License-Identifier: Apache-2.0
#include "socrates/model/rule_set.hpp"

#include "catch.hpp"

using namespace socrates::model;

TEST_CASE("questions, options, decisions and values are found by id, and by nothing else") {
  RuleSet rules;
  rules.questions.resize(2);
  rules.questions[0].id = "offering";
  rules.questions[1].id = "impact";
  rules.questions[1].options = {{"direct", "Yes"}, {"none", "No"}};
  rules.decisions.resize(1);
  rules.decisions[0].id = "soc1";
  rules.decisions[0].values = {{"not_needed", "not needed"}, {"required", "required"}};

  CHECK(find_question(rules, "impact") == 1U);
  CHECK(!find_question(rules, "impac"));
  CHECK(!find_question(rules, "soc1"));
  CHECK(find_decision(rules, "soc1") == 0U);
  CHECK(!find_decision(rules, ""));
  CHECK(find_option(rules.questions[1], "none") == 1U);
  CHECK(!find_option(rules.questions[0], "none"));
  CHECK(find_value(rules.decisions[0], "required") == 1U);
  CHECK(!find_value(rules.decisions[0], "not needed"));
}
