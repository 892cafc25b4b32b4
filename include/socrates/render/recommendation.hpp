// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "socrates/base/date.hpp"
#include "socrates/engine/explanation.hpp"
#include "socrates/engine/outcome.hpp"
#include "socrates/model/about.hpp"
#include "socrates/model/answers.hpp"
#include "socrates/model/criteria.hpp"
#include "socrates/model/rule_set.hpp"
#include "socrates/render/document.hpp"

namespace socrates::render {

/// A report within another one, under a heading of its own; what it comes to stands at the head of the whole.
struct ReportPart {
  std::string heading;
  Document document;
};

/// What a recommendation is made from; all must outlive it.
struct Recommendation {
  const model::RuleSet& rules;
  const model::Answers& answers;
  const engine::Outcome& outcome;
  const model::Criteria& criteria;
  base::Date today;
  const std::vector<engine::DecisionExplanation>* explanation = nullptr;  ///< null: none was asked for
  model::About about = {};
  bool lists_answers = false;          ///< the answers that it rests on, at the end of the document
  std::vector<ReportPart> parts = {};  ///< further reports on the same answers, in the same document
};

/// `About Acme Payroll, by answers of 2026-10-01.`, or empty where nothing is said.
std::string about_text(const model::About& about);

/// What is needed and why, in one sentence or two.
std::string summary(const Recommendation& recommendation);

Document recommendation_document(const Recommendation& recommendation);

/// The document `socrates.recommendation/1` (docs/json.md).
std::string recommendation_json(const Recommendation& recommendation);

}  // namespace socrates::render
