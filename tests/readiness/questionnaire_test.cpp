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

TEST_CASE("one answer serves the rest of a group, and one step back asks all of it once more") {
  Questionnaire questionnaire = fresh();
  questionnaire.answer({ControlStatus::in_place, {}, {}});
  const std::vector<std::size_t> rest = questionnaire.rest_of_group();
  REQUIRE(rest.size() > 3);
  questionnaire.answer_group({ControlStatus::partial, {}, {}});
  for (const std::size_t control : rest) CHECK(questionnaire.answers()[control].status == ControlStatus::partial);
  REQUIRE(questionnaire.control());
  CHECK(shipped().controls.controls[*questionnaire.control()].group != shipped().controls.controls[rest.front()].group);
  const model::ControlAnswers after = questionnaire.answers();
  const readiness::Progress progress = questionnaire.progress();
  CHECK(questionnaire.revisited().empty());
  CHECK(questionnaire.back());
  CHECK(questionnaire.answers() == after);
  CHECK(questionnaire.control() == rest.front());
  CHECK(questionnaire.revisited() == rest);
  CHECK(questionnaire.back());
  CHECK_FALSE(questionnaire.back());
  CHECK(questionnaire.answers() == after);
  CHECK(questionnaire.revisited().size() == 1);
  questionnaire.keep();
  CHECK(questionnaire.control() == rest.front());
  questionnaire.keep();
  CHECK(questionnaire.answers() == after);
  CHECK(questionnaire.progress() == progress);
  CHECK(questionnaire.revisited().empty());
}

TEST_CASE("a part of a group can be answered anew, and the rest of it kept") {
  Questionnaire questionnaire = fresh();
  const std::vector<std::size_t> group = questionnaire.rest_of_group();
  questionnaire.answer_group({ControlStatus::partial, {}, {}});
  const readiness::Progress progress = questionnaire.progress();
  REQUIRE(questionnaire.back());
  questionnaire.answer({ControlStatus::missing, {}, {}});
  CHECK(questionnaire.revisited().size() == group.size() - 1);
  questionnaire.skip();  // an answer that is taken back
  questionnaire.keep();
  CHECK(questionnaire.answers()[group[0]].status == ControlStatus::missing);
  CHECK(questionnaire.answers()[group[1]].status == ControlStatus::unknown);
  for (std::size_t i = 2; i < group.size(); ++i)
    CHECK(questionnaire.answers()[group[i]].status == ControlStatus::partial);
  CHECK(questionnaire.progress().answered == progress.answered - 1);
  CHECK(questionnaire.progress().skipped == 1);
  CHECK(questionnaire.progress().open == progress.open);
  REQUIRE(questionnaire.back());
  REQUIRE(questionnaire.back());
  CHECK(questionnaire.control() == group[1]);
  questionnaire.keep();  // left unknown
  CHECK(questionnaire.answers()[group[1]].status == ControlStatus::unknown);
  questionnaire.keep();
  CHECK(questionnaire.progress().skipped == 1);
  CHECK(questionnaire.progress().open == progress.open);
}
