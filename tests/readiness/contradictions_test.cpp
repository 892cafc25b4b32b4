// SPDX-License-Identifier: Apache-2.0
#include "socrates/readiness/contradictions.hpp"

#include <algorithm>
#include <random>

#include "catch.hpp"
#include "socrates/builtin/rules.hpp"

using namespace socrates;
using model::ControlAnswer;
using model::ControlStatus;
using readiness::Confrontation;

namespace {

const model::CheckTable& table() { return builtin::checks(); }
const model::ControlCatalogue& catalogue() { return builtin::controls(); }

/// Findings on checks of the table and on others, some of which pass.
model::Findings random_findings(std::mt19937& draw) {
  model::Findings findings;
  const std::size_t count = draw() % 20;
  for (std::size_t i = 0; i < count; ++i) {
    const model::Check& check = table().checks[draw() % table().checks.size()];
    model::CheckResult result;
    result.check = draw() % 4 == 0 ? "other_" + std::to_string(draw() % 5) : check.id;
    result.scanner = draw() % 3 == 0 ? "" : draw() % 5 == 0 ? "another" : check.scanner;
    result.failed = draw() % 2 == 0 ? 0 : draw() % 9;
    result.muted = draw() % 3;
    result.passed = draw() % 9;
    result.other = draw() % 2;
    findings.push_back(std::move(result));
  }
  return findings;
}

model::ControlAnswers random_answers(std::mt19937& draw) {
  model::ControlAnswers answers(catalogue().controls.size());
  for (ControlAnswer& answer : answers) answer.status = static_cast<ControlStatus>(draw() % 6);
  return answers;
}

/// A second reading: whether some finding that fails is on a check that names the control.
bool is_hit(const model::Findings& findings, const std::string& control) {
  for (const model::CheckResult& result : findings)
    for (const model::Check& check : table().checks)
      if (result.failed > 0 && result.check == check.id &&
          (result.scanner.empty() || result.scanner == check.scanner) &&
          std::find(check.controls.begin(), check.controls.end(), control) != check.controls.end())
        return true;
  return false;
}

}  // namespace

TEST_CASE(
    "a finding that fails takes away what it contradicts and is named, and nothing that passes improves anything") {
  std::mt19937 draw(7);
  for (int round = 0; round < 1000; ++round) {
    const model::Findings findings = random_findings(draw);
    const model::ControlAnswers answers = random_answers(draw);
    const Confrontation found = readiness::confront(findings, table(), catalogue(), answers);
    const model::ControlAnswers counted = readiness::counted(answers, found);
    for (std::size_t i = 0; i < answers.size(); ++i) {
      const bool hit = is_hit(findings, catalogue().controls[i].id);
      const auto on = std::find_if(found.controls.begin(), found.controls.end(),
                                   [&](const readiness::FailuresOnControl& each) { return each.control == i; });
      CHECK(hit == (on != found.controls.end()));  // a failure never passes in silence
      const bool is_denied =
          hit && (answers[i].status == ControlStatus::in_place || answers[i].status == ControlStatus::not_applicable);
      CHECK(counted[i] == (is_denied ? ControlAnswer{} : answers[i]));
    }
    for (std::size_t f = 0; f < findings.size(); ++f) {
      const bool is_in_table =
          std::any_of(table().checks.begin(), table().checks.end(), [&](const model::Check& check) {
            return check.id == findings[f].check &&
                   (findings[f].scanner.empty() || findings[f].scanner == check.scanner);
          });
      CHECK(is_in_table != (std::count(found.unknown.begin(), found.unknown.end(), f) == 1));
      CHECK((is_in_table && findings[f].muted > 0) == (std::count(found.muted.begin(), found.muted.end(), f) == 1));
    }
    model::Findings without_passes = findings;
    for (model::CheckResult& result : without_passes) result.passed = 0;
    CHECK(readiness::confront(without_passes, table(), catalogue(), answers) == found);
  }
}

TEST_CASE("each check of the table says why, and names each control once") {
  for (const model::Check& check : table().checks) {
    INFO(check.id);
    CHECK(check.because.size() > 10);
    for (const std::string& control : check.controls) CHECK(model::find_control(catalogue(), control));
  }
}
