// SPDX-License-Identifier: Apache-2.0
#include "socrates/model/answer_words.hpp"

#include "catch.hpp"

using namespace socrates;
using model::Chosen;
using model::Selection;

namespace {

/// Do auditors rely on it? Which data? In how many months?
model::RuleSet small_rules() {
  model::Question auditors;
  auditors.id = "auditors";
  auditors.kind = model::QuestionKind::yes_no;
  model::Question data;
  data.id = "data";
  data.kind = model::QuestionKind::several;
  data.options = {{"health", "health data"}, {"cards", "card data"}};
  model::Question months;
  months.id = "months";
  months.kind = model::QuestionKind::number;
  months.to = 60;
  months.unit = "months";
  months.named = {{60, "no date is set"}};
  model::RuleSet rules;
  rules.questions = {auditors, data, months};
  return rules;
}

}  // namespace

TEST_CASE("an answer reads as its label") {
  const model::RuleSet rules = small_rules();
  CHECK(model::answer_label(rules.questions[0], model::Choice{0}) == "no");
  CHECK(model::answer_label(rules.questions[1], Selection{{Chosen::yes, Chosen::yes}}) == "health data and card data");
  CHECK(model::answer_label(rules.questions[1], Selection{{Chosen::no, Chosen::no}}) == "none");
  CHECK(model::answer_label(rules.questions[1], Selection{{Chosen::unknown, Chosen::no}}) == "not known yet");
  CHECK(model::answer_label(rules.questions[2], model::Number{60, ""}) == "no date is set");
  CHECK(model::answer_label(rules.questions[2], model::Number{3, ""}) == "3 months");
  CHECK(model::answer_label(rules.questions[2], model::Unknown{}) == "not known yet");
}

TEST_CASE("a text names answers by their labels") {
  const model::RuleSet rules = small_rules();
  const model::Answers answers = {model::Choice{1}, model::Unknown{}, model::Number{2, ""}};
  CHECK(model::filled("within {months}, {data}", rules, answers) == "within 2 months, not known yet");
  CHECK(model::filled("no {such} thing {", rules, answers) == "no {such} thing {");
}

TEST_CASE("the date of an answer stands behind its number") {
  CHECK(model::answer_label(small_rules().questions[2], model::Number{4, "2027-03-31"}) == "4 months (2027-03-31)");
}
