// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "socrates/base/date.hpp"
#include "socrates/plan/plan.hpp"
#include "socrates/readiness/assessment.hpp"

namespace socrates::render {

// What is drawn: as characters, as Markdown, as a picture. A drawing says in words what it shows.

enum class RowKind { work, period, report };

/// A row of a timeline.
struct TimelineRow {
  std::string id;
  std::string title;
  RowKind kind = RowKind::work;
  plan::Dates first;
  plan::Dates last;
  bool is_critical = false;
};

/// Bars over the calendar at the likely pace.
struct Timeline {
  base::Date today;
  std::optional<base::Date> needed_by;
  std::vector<TimelineRow> rows;
};

/// How far controls are, by weight.
struct Measure {
  std::optional<int> percent;  ///< none where no control applies
  std::optional<int> if_unknown_in_place;
  readiness::StatusCounts counts;
};

/// One measure: a ring on a page.
struct Coverage {
  Measure measure;
};

struct CoverageBar {
  std::string title;
  bool is_sure = true;  ///< that it is in scope
  Measure measure;
};

/// A bar for each part.
struct CoverageBars {
  std::vector<CoverageBar> bars;
};

/// A criterion or an objective, and what there is for it.
struct Target {
  std::string id;
  std::string label;
  readiness::TargetState state = readiness::TargetState::not_known;
};

struct TargetGroup {
  std::string title;
  std::vector<Target> targets;
};

/// All criteria or objectives at a glance.
struct HeatMap {
  std::vector<TargetGroup> groups;
};

}  // namespace socrates::render
