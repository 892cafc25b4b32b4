// SPDX-License-Identifier: Apache-2.0
#include "socrates/render/answers.hpp"

#include "catch.hpp"
#include "small_rules.hpp"

using namespace socrates;
using model::Chosen;
using model::Selection;
using render::answers_json;
using render::Lines;
using render::Unknowns;

namespace {

model::RuleSet rules_with_number() {
  model::RuleSet rules = render::small_rules();
  rules.questions.push_back({"months",
                             {},
                             "How many?",
                             "",
                             model::QuestionKind::number,
                             {},
                             0,
                             60,
                             "months",
                             {{60, "no date is set"}},
                             model::DateForm{"by", model::MonthsCount::until},
                             false});
  return rules;
}

}  // namespace

TEST_CASE("answers are written in the order of the questions, one a line") {
  const model::Answers answers = {model::Choice{1}, Selection{{Chosen::yes, Chosen::no}}, model::Number{12, ""}};
  CHECK(answers_json(rules_with_number(), answers) ==
        "{\n  \"auditors\": true,\n  \"data\": [\"health\"],\n  \"months\": 12\n}\n");
  CHECK(answers_json(rules_with_number(), answers, Unknowns::left_out, Lines::one) ==
        "{\"auditors\":true,\"data\":[\"health\"],\"months\":12}\n");
}

TEST_CASE("what is not known is left out or null") {
  const model::Answers answers = {model::Unknown{}, model::Unknown{}, model::Unknown{}};
  CHECK(answers_json(rules_with_number(), answers) == "{}\n");
  CHECK(answers_json(rules_with_number(), answers, Unknowns::as_null, Lines::one) ==
        "{\"auditors\":null,\"data\":null,\"months\":null}\n");
}

TEST_CASE("an empty selection is the answer none, a partly known one says what is known") {
  const auto written = [](Selection selection) {
    return answers_json(rules_with_number(), {model::Unknown{}, std::move(selection), model::Unknown{}},
                        Unknowns::left_out, Lines::one);
  };
  CHECK(written({{Chosen::no, Chosen::no}}) == "{\"data\":[]}\n");
  CHECK(written({{Chosen::unknown, Chosen::no}}) == "{\"data\":{\"has\":[],\"not\":[\"cards\"]}}\n");
}

TEST_CASE("a number counted from a date is written as the date") {
  const model::Answers answers = {model::Unknown{}, model::Unknown{}, model::Number{4, "2027-03-31"}};
  CHECK(answers_json(rules_with_number(), answers, Unknowns::left_out, Lines::one) == "{\"by\":\"2027-03-31\"}\n");
}
