// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "socrates/model/control.hpp"
#include "socrates/model/engagement.hpp"
#include "socrates/model/rule_set.hpp"
#include "socrates/plan/plan.hpp"
#include "socrates/render/document.hpp"
#include "socrates/render/recommendation.hpp"

namespace socrates::render {

/// What a plan is printed from; the catalogues and the rules must outlive it.
struct PlanReport {
  plan::Plan plan;
  const model::Engagement& engagement;
  const model::RuleSet& rules;  ///< that the reports come from
  const model::ControlCatalogue& controls;
  model::About about = {};
};

Document plan_document(const PlanReport& report);

/// The document `socrates.plan/1` (docs/json.md).
std::string plan_json(const PlanReport& report);

/// The likely dates as a calendar (RFC 5545): an event for each step and each report.
std::string plan_calendar(const PlanReport& report);

// Where there is nothing to plan: no report is called for, or it is still open which. The recommendation says why.

Document no_plan_document(const Recommendation& recommendation);
std::string no_plan_json(const Recommendation& recommendation);
/// A calendar with a note of today that says so.
std::string no_plan_calendar(const Recommendation& recommendation);

}  // namespace socrates::render
