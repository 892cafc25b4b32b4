// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "socrates/base/date.hpp"
#include "socrates/model/control.hpp"
#include "socrates/model/control_answer.hpp"
#include "socrates/readiness/coverage.hpp"
#include "socrates/readiness/gap.hpp"
#include "socrates/readiness/over_period.hpp"
#include "socrates/readiness/scope.hpp"

namespace socrates::readiness {

enum class TargetState {
  covered,         ///< every control for it is in place
  partly,          ///< something is there, but not all
  nothing,         ///< nothing operates or is designed
  not_known,       ///< nothing is known of any control for it
  not_applicable,  ///< no control for it applies
};

/// Whether anything operates for a criterion or an objective: without that no report speaks of it.
enum class Footing {
  operating,       ///< a control for it is in place, at least in part
  none,            ///< none is, by the answers
  not_known,       ///< none is known to be, and one may
  not_applicable,  ///< no control for it applies, and a reason is given
};

/// A criterion or a control objective in scope, with the controls that serve it.
struct Target {
  std::string id;
  std::string label;
  std::vector<std::size_t> controls;  ///< of the catalogue
  Coverage coverage;
  TargetState state = TargetState::not_known;
  Footing footing = Footing::not_known;
  bool operator==(const Target&) const = default;
};

/// A category of a SOC 2, one of the two kinds of objectives of a SOC 1, or what belongs to the examination as such.
struct Part {
  std::string id;
  std::string title;
  Certainty certainty = Certainty::sure;
  std::vector<Target> targets;        ///< none where the part belongs to the examination as such
  std::vector<std::size_t> controls;  ///< of the catalogue, each once
  Coverage coverage;
  bool operator==(const Part&) const = default;
};

/// Controls that hold up a step, by what is known of them.
struct Blockers {
  std::vector<std::size_t> open;      ///< not in place, by the answers
  std::vector<std::size_t> possible;  ///< not known, or not in place and perhaps not in scope
  bool operator==(const Blockers&) const = default;
};

/// Criteria and objectives for which nothing operates, by id. Each of them alone holds up every report on it.
struct WithoutControl {
  std::vector<std::string> open;      ///< by the answers
  std::vector<std::string> possible;  ///< not known, or perhaps not in scope
  bool operator==(const WithoutControl&) const = default;
};

/// Since when everything that must operate before the examination period does, or how long it takes until then: what
/// holds it up, and the first control for each criterion and objective.
struct Window {
  std::vector<std::size_t> needed;  ///< what is there of all that: its controls that operate, of the catalogue
  std::optional<base::Date> since;  ///< nothing holds it up: the last day on which one of these began
  std::size_t undated = 0;          ///< how many of these operate, but since when is not said: counted from today
  int months_operated = 0;          ///< whole months since then, today included
  model::Weeks weeks;               ///< else: until the last blocker closes, without a limit of people
  bool operator==(const Window&) const = default;
};

/// The period to look at: so many months as early as it can begin, or these days.
using WishedPeriod = std::variant<int, Period>;

/// How ready one report is.
struct ReportReadiness {
  model::Examination examination = model::Examination::soc2;
  model::Standard standard = model::Standard::ssae;
  Certainty certainty = Certainty::sure;
  std::vector<Part> parts;
  std::vector<std::size_t> controls;  ///< of the catalogue, each once
  Coverage coverage;                  ///< over what is in scope as surely as the report itself
  Bounds bounds;                      ///< over everything that is not known
  Blockers type_1;
  Blockers type_2_window;  ///< what holds up a Type 1 included
  WithoutControl without;  ///< holds up both
  /// What does not hold up the first day of the period but has to be performed in it, and is not in place.
  std::vector<std::size_t> due;
  model::Weeks weeks_to_type_1;
  Window window;
  std::optional<OverPeriod> over;  ///< where a period is looked at
  bool operator==(const ReportReadiness&) const = default;
};

/// Work on gaps, in weeks of elapsed time, each control counted once.
struct Work {
  std::size_t gaps = 0;
  model::Weeks weeks;
  bool operator==(const Work&) const = default;
};

/// What SOC 1 and SOC 2 have in common, so that it is done once.
struct Shared {
  std::size_t controls = 0;
  Work work;  ///< on those of them that are gaps
  bool operator==(const Shared&) const = default;
};

struct Readiness {
  Scope scope;
  std::vector<ReportReadiness> reports;  ///< SOC 1 first, as far as they are or may be in scope
  std::vector<Gap> gaps;                 ///< in the order in which to close them
  std::vector<std::size_t> left_out;     ///< controls in scope that do not apply, by the answers
  std::vector<std::size_t> stale;        ///< performed too long ago, and so counted as not known
  std::vector<std::size_t> not_dated;    ///< operating for longer than their frequency, and nobody says when performed
  std::size_t without_days = 0;          ///< controls in scope of which it is not said when they were performed
  Work work;
  Shared shared;
  bool operator==(const Readiness&) const = default;
};

/// `answers` has one for each control of the catalogue. What is stale counts as not known; what is not dated does for
/// the examination period, and only there.
Readiness assess(const Scope& scope, const Catalogue& catalogue, const model::ControlAnswers& answers, base::Date today,
                 const std::optional<WishedPeriod>& wished = {});

/// Nothing holds the step up, and nothing that is not known may.
bool is_clear(const Blockers& blockers, const WithoutControl& without);

/// The order in which to close gaps: first what holds up a report, itself or because nothing else is there for a
/// criterion or an objective, then what gives most of them their first control, then what takes least; nothing before
/// what it depends on.
std::vector<Gap> in_order(std::vector<Gap> gaps);

}  // namespace socrates::readiness
