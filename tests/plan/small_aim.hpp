// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>
#include <utility>

#include "base/days.hpp"
#include "socrates/builtin/rules.hpp"
#include "socrates/plan/plan.hpp"

// Aims made by hand, with the catalogue that is built in.

inline const socrates::model::Engagement& shipped_engagement() {
  static const socrates::model::Engagement& engagement = socrates::builtin::engagement();
  return engagement;
}

inline socrates::plan::Plan make(const socrates::plan::Aim& aim) {
  return socrates::plan::make_plan(aim, shipped_engagement());
}

inline bool has(const socrates::plan::Plan& plan, socrates::plan::Notice notice) {
  return std::find(plan.notices.begin(), plan.notices.end(), notice) != plan.notices.end();
}

/// A first SOC 2 Type 2 for somebody who asks, on 24 November 2026, with nothing to do but the phases.
inline socrates::plan::Aim small_aim() {
  socrates::plan::Aim aim;
  aim.today = day("2026-11-24");
  socrates::plan::ReportAim report;
  report.is_needed = true;
  report.categories = {"security"};
  report.evidence = {aim.today, aim.today};
  aim.reports = {report};
  return aim;
}

inline socrates::readiness::Gap gap(std::string control, socrates::model::Blocks blocks, socrates::model::Weeks weeks) {
  socrates::readiness::Gap result;
  result.control = std::move(control);
  result.title = "Control " + result.control;
  result.status = socrates::model::ControlStatus::missing;
  result.blocks = blocks;
  result.weeks = weeks;
  result.serves = {socrates::model::Examination::soc2};
  result.categories = {"security"};
  return result;
}

inline const socrates::plan::Step& step(const socrates::plan::Plan& plan, std::string_view id) {
  for (const socrates::plan::Step& one : plan.steps)
    if (one.id == id) return one;
  throw std::logic_error("no step " + std::string(id));
}
