// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "socrates/model/control_answer.hpp"
#include "socrates/model/findings.hpp"
#include "socrates/plan/aim.hpp"
#include "socrates/readiness/assessment.hpp"
#include "socrates/readiness/changes.hpp"
#include "socrates/readiness/contradictions.hpp"
#include "socrates/readiness/verdict.hpp"
#include "socrates/render/document.hpp"
#include "socrates/render/recommendation.hpp"

namespace socrates::render {

/// What was asked of the readiness, and the answer; without a question there is no verdict.
struct ReadinessDemand {
  std::optional<int> min_percent;
  std::optional<std::string> ready_for;  ///< `type_1` or `type_2`
  std::optional<readiness::Answer> verdict;
};

/// What findings of scanners say of the answers.
struct FindingsReport {
  model::CheckTable checks;
  model::Findings findings;
  readiness::Confrontation confrontation;
};

/// What a readiness report is made from. What the recommendation refers to, the catalogue and the rules must outlive
/// it.
struct ReadinessReport {
  Recommendation recommendation;
  readiness::Catalogue catalogue;
  model::ControlAnswers controls;
  readiness::Readiness readiness;
  const model::RuleSet& rules;               ///< that the verdicts come from
  std::vector<readiness::Verdict> verdicts;  ///< by report
  ReadinessDemand demand;
  std::optional<readiness::Changes> changes = {};  ///< since other answers, where these were given
  std::optional<Document> plan = {};               ///< a part for people, between the gaps and what was left out
  std::optional<plan::Operation> operation = {};   ///< what is said of all controls together
  std::optional<FindingsReport> findings = {};  ///< of scanners, where any were given; `controls` is what then counts
};

Document readiness_document(const ReadinessReport& report);

/// The document `socrates.readiness/1` (docs/json.md).
std::string readiness_json(const ReadinessReport& report);

/// A row for each gap, in the order in which to close them.
std::string readiness_csv(const ReadinessReport& report);

/// The same rows in the columns that Jira and Linear import.
std::string readiness_jira(const ReadinessReport& report);
std::string readiness_linear(const ReadinessReport& report);

/// The sheet to fill in: a row for each question that is answered or decides the scope, and for each control in scope.
std::string readiness_sheet(const ReadinessReport& report);

}  // namespace socrates::render
