// SPDX-License-Identifier: Apache-2.0
#include "socrates/readiness/scope.hpp"

#include <string>

#include "catch.hpp"
#include "shipped.hpp"

using namespace socrates;
using readiness::Certainty;
using tests::shipped;

namespace {

Certainty category(const readiness::Scope& scope, const std::string& id) {
  for (std::size_t i = 0; i < shipped().criteria.size(); ++i)
    if (shipped().criteria[i].id == id) return scope.categories[i];
  throw std::out_of_range(id);
}

Certainty objective(const readiness::Scope& scope, const std::string& id) {
  for (std::size_t i = 0; i < shipped().objectives.size(); ++i)
    if (shipped().objectives[i].id == id) return scope.objectives[i];
  throw std::out_of_range(id);
}

readiness::ByExamination control(const readiness::Scope& scope, const std::string& id) {
  return scope.controls[shipped().control(id)];
}

model::Answers with(model::Answers answers, const std::string& id, const std::string& value) {
  loader::LoadedAnswers loaded = loader::no_answers(shipped().selection.rules);
  loaded.answers = std::move(answers);
  base::Diagnostics problems;
  const std::string text = id + "=" + value;
  const base::Source assignment{"--set", text};
  loader::set_answer(assignment, shipped().selection.rules, tests::today, loaded, problems);
  REQUIRE(problems.empty());
  return loaded.answers;
}

}  // namespace

TEST_CASE("a scope follows the recommendation: reports, categories, and no others") {
  const readiness::Scope scope = tests::scope_of(tests::example("saas.json").answers);
  CHECK(scope.examinations == readiness::ByExamination{Certainty::out, Certainty::sure});
  CHECK(category(scope, "security") == Certainty::sure);
  CHECK(category(scope, "availability") == Certainty::sure);
  CHECK(category(scope, "privacy") == Certainty::out);
  CHECK(control(scope, "AC-02") == readiness::ByExamination{Certainty::out, Certainty::sure});
  CHECK(control(scope, "S1-05") == readiness::ByExamination{Certainty::out, Certainty::out});
  CHECK(control(scope, "PR-01") == readiness::ByExamination{Certainty::out, Certainty::out});
  CHECK(control(scope, "SD-01") == readiness::ByExamination{Certainty::out, Certainty::sure});
  CHECK(is_settled(scope));
  CHECK(scope.open_questions.empty());
}

TEST_CASE("objectives of a SOC 1 follow the services") {
  const model::Answers payroll = tests::example("payroll-processor.json").answers;
  const readiness::Scope scope = tests::scope_of(payroll);
  CHECK(scope.examinations[0] == Certainty::sure);
  CHECK(objective(scope, "BP-13") == Certainty::sure);
  CHECK(objective(scope, "BP-15") == Certainty::out);
  CHECK(objective(scope, "IT-05") == Certainty::out);
  CHECK(objective(scope, "IT-01") == Certainty::sure);
  CHECK(control(scope, "S1-17") == readiness::ByExamination{Certainty::sure, Certainty::out});
  CHECK(control(scope, "AC-04")[0] == Certainty::sure);

  const readiness::Scope hosting = tests::scope_of(tests::example("data-centre-financial.json").answers);
  CHECK(objective(hosting, "BP-05") == Certainty::out);
  CHECK(objective(hosting, "IT-05") == Certainty::sure);
  CHECK(objective(hosting, "IT-14") == Certainty::sure);
}

TEST_CASE("what is not known leaves the scope open, and says on which questions it hangs") {
  const model::Answers payroll = tests::example("payroll-processor.json").answers;
  const readiness::Scope activities = tests::scope_of(with(payroll, "financial_activities", "null"));
  CHECK(objective(activities, "BP-13") == Certainty::open);
  CHECK(objective(activities, "IT-01") == Certainty::sure);
  CHECK_FALSE(is_settled(activities));
  const std::size_t question = *model::find_question(shipped().selection.rules, "financial_activities");
  CHECK(std::find(activities.open_questions.begin(), activities.open_questions.end(), question) !=
        activities.open_questions.end());

  const readiness::Scope nothing = tests::scope_of(model::Answers(shipped().selection.rules.questions.size()));
  CHECK(nothing.examinations == readiness::ByExamination{Certainty::open, Certainty::open});
  CHECK_FALSE(is_empty(nothing));
}

TEST_CASE("where no report is recommended nothing is in scope") {
  const readiness::Scope scope = tests::scope_of(tests::example("drone-maker.json").answers);
  CHECK(is_empty(scope));
  CHECK(is_settled(scope));
  for (const readiness::ByExamination& one : scope.controls) CHECK(readiness::certainty_of(one) == Certainty::out);
}
