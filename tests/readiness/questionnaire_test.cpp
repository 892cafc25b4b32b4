// SPDX-License-Identifier: Apache-2.0
#include "socrates/readiness/questionnaire.hpp"

#include <set>

#include "catch.hpp"
#include "shipped.hpp"

using namespace socrates;
using model::ControlStatus;
using readiness::Questionnaire;
using tests::shipped;

namespace {

Questionnaire fresh() {
  const loader::LoadedAnswers saas = tests::example("saas.json");
  return {shipped().controls, tests::scope_of(saas.answers), saas.controls};
}

}  // namespace

TEST_CASE("each control in scope is asked once, group by group, and no other") {
  Questionnaire questionnaire = fresh();
  std::set<std::size_t> asked;
  std::size_t group = 0;
  while (const auto control = questionnaire.control()) {
    CHECK(asked.insert(*control).second);
    CHECK(shipped().controls.controls[*control].group >= group);
    group = shipped().controls.controls[*control].group;
    if (asked.size() % 3 == 0)
      questionnaire.skip();
    else
      questionnaire.answer({ControlStatus::missing, {}, {}});
  }
  const readiness::Scope scope = tests::scope_of(tests::example("saas.json").answers);
  for (std::size_t i = 0; i < scope.controls.size(); ++i)
    CHECK((readiness::certainty_of(scope.controls[i]) != readiness::Certainty::out) == (asked.count(i) == 1));
  CHECK(questionnaire.progress().answered + questionnaire.progress().skipped == asked.size());
  CHECK(questionnaire.progress().open == 0);
}

TEST_CASE("what is known is not asked again") {
  const loader::LoadedAnswers start = tests::example("readiness-start.json");
  Questionnaire questionnaire(shipped().controls, tests::scope_of(start.answers), start.controls);
  CHECK(questionnaire.progress().open == 5);
  CHECK(questionnaire.progress().known > 40);
}

TEST_CASE("an answer from elsewhere is known from then on, and no step back takes it away") {
  Questionnaire questionnaire = fresh();
  const std::size_t first = *questionnaire.control();
  questionnaire.learn(first, {ControlStatus::missing, {}, {}});
  const std::size_t second = *questionnaire.control();
  CHECK(second != first);
  questionnaire.answer({ControlStatus::in_place, {}, {}});
  questionnaire.learn(second, {ControlStatus::designed, {}, {}});
  CHECK_FALSE(questionnaire.back());
  CHECK(questionnaire.answers()[first].status == ControlStatus::missing);
  CHECK(questionnaire.answers()[second].status == ControlStatus::designed);
  CHECK(questionnaire.progress().known == 2);
}

TEST_CASE("one answer serves the rest of a group, and one step back takes all of it back") {
  Questionnaire questionnaire = fresh();
  questionnaire.answer({ControlStatus::in_place, {}, {}});
  const std::vector<std::size_t> rest = questionnaire.rest_of_group();
  REQUIRE(rest.size() > 3);
  const model::ControlAnswers before = questionnaire.answers();
  questionnaire.answer_group({ControlStatus::partial, {}, {}});
  for (const std::size_t control : rest) CHECK(questionnaire.answers()[control].status == ControlStatus::partial);
  REQUIRE(questionnaire.control());
  CHECK(shipped().controls.controls[*questionnaire.control()].group != shipped().controls.controls[rest.front()].group);
  CHECK(questionnaire.back());
  CHECK(questionnaire.answers() == before);
  CHECK(questionnaire.control() == rest.front());
  CHECK(questionnaire.back());
  CHECK_FALSE(questionnaire.back());
}
