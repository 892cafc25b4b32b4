// SPDX-License-Identifier: Apache-2.0
#include "socrates/model/packed_answers.hpp"

#include "catch.hpp"

using namespace socrates;
using model::Chosen;

TEST_CASE("answers are the same after packing and unpacking") {
  model::RuleSet rules;
  model::Question several;
  several.kind = model::QuestionKind::several;
  several.options.resize(3);
  model::Question number;
  number.kind = model::QuestionKind::number;
  model::Question choice;
  choice.kind = model::QuestionKind::one;
  choice.options.resize(64);
  rules.questions = {several, several, several, number, number, number, choice, choice};
  const model::Answers answers = {
      model::Selection{{Chosen::no, Chosen::no, Chosen::no}},
      model::Selection{{Chosen::yes, Chosen::unknown, Chosen::no}},
      model::Unknown{},
      model::Number{0, {}},
      model::Number{7, "2027-06-30"},
      model::Unknown{},
      model::Choice{63},
      model::Unknown{},
  };
  CHECK(model::unpacked(rules, model::packed(rules, answers)) == answers);
  CHECK(model::option_bits(several) == 7);
  CHECK(model::option_bits(choice) == ~std::uint64_t{0});
}
