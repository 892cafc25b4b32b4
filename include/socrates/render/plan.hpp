// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "socrates/model/control.hpp"
#include "socrates/model/engagement.hpp"
#include "socrates/model/rule_set.hpp"
#include "socrates/plan/plan.hpp"
#include "socrates/render/layout.hpp"
#include "socrates/render/recommendation.hpp"

namespace socrates::render {

/// What a plan is printed from; all must outlive it.
struct PlanReport {
  const plan::Plan& plan;
  const model::Engagement& engagement;
  const model::RuleSet& rules;  ///< that the reports come from
  const model::ControlCatalogue& controls;
};

/// For people at a terminal: lines of at most 80 columns.
std::string plan_text(const PlanReport& report, Color color = Color::off);

/// The document `socrates.plan/1` (docs/json.md).
std::string plan_json(const PlanReport& report);

/// The same as the text, to be forwarded; the timeline as a Gantt chart of Mermaid.
std::string plan_markdown(const PlanReport& report);

/// The likely dates as a calendar (RFC 5545): an event for each step and each report.
std::string plan_calendar(const PlanReport& report);

/// The timeline as a picture that stands by itself or within a page; it has a title and a description for those who do
/// not see it, and no scripts.
std::string plan_svg(const plan::Plan& plan);

/// The plan as a part of a page, with the timeline, to stand below a heading of its own.
std::string plan_section(const PlanReport& report);

/// A page with nothing but the plan.
std::string plan_html(const PlanReport& report);

// Where there is nothing to plan: no report is called for, or it is still open which. The recommendation says why.

std::string no_plan_text(const Recommendation& recommendation, Color color = Color::off);
std::string no_plan_json(const Recommendation& recommendation);
std::string no_plan_markdown(const Recommendation& recommendation);

}  // namespace socrates::render
