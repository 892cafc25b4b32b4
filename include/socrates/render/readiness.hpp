// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "socrates/model/control_answer.hpp"
#include "socrates/readiness/assessment.hpp"
#include "socrates/readiness/changes.hpp"
#include "socrates/readiness/verdict.hpp"
#include "socrates/render/layout.hpp"
#include "socrates/render/recommendation.hpp"

namespace socrates::render {

/// What was asked of the readiness, and the answer; without a question there is no verdict.
struct ReadinessDemand {
  std::optional<int> min_percent;
  std::optional<std::string> ready_for;  ///< `type_1` or `type_2`
  std::optional<readiness::Answer> verdict;
};

/// What a readiness report is made from; all must outlive it.
struct ReadinessReport {
  Recommendation recommendation;
  readiness::Catalogue catalogue;
  const model::ControlAnswers& controls;
  const readiness::Readiness& readiness;
  const model::RuleSet& rules;                      ///< that the verdicts come from
  const std::vector<readiness::Verdict>& verdicts;  ///< by report
  ReadinessDemand demand;
  const readiness::Changes* changes = nullptr;  ///< since other answers, where these were given
};

/// For people at a terminal: lines of at most 80 columns.
std::string readiness_text(const ReadinessReport& report, Color color = Color::off);

/// The document `socrates.readiness/1` (docs/json.md).
std::string readiness_json(const ReadinessReport& report);

/// The same as the text, to be forwarded.
std::string readiness_markdown(const ReadinessReport& report);

/// A row for each gap, in the order in which to close them.
std::string readiness_csv(const ReadinessReport& report);

/// A part of a page that is HTML already: `body` is printed as it stands, so all texts in it must be harmless.
struct PageSection {
  std::string id;
  std::string heading;
  std::string body;
};

/// One page without scripts and without anything to load, that prints well. `plan` stands between the gaps and what
/// was left out.
std::string readiness_html(const ReadinessReport& report, const std::vector<PageSection>& plan = {});

/// The sheet to fill in: a row for each question that is answered or decides the scope, and for each control in scope.
std::string readiness_sheet(const ReadinessReport& report);

}  // namespace socrates::render
