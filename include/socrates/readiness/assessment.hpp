// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "socrates/base/date.hpp"
#include "socrates/model/control.hpp"
#include "socrates/model/control_answer.hpp"
#include "socrates/readiness/coverage.hpp"
#include "socrates/readiness/gap.hpp"
#include "socrates/readiness/scope.hpp"

namespace socrates::readiness {

enum class TargetState {
  covered,         ///< every control for it is in place
  partly,          ///< something is there, but not all
  nothing,         ///< nothing operates or is designed
  not_known,       ///< nothing is known of any control for it
  not_applicable,  ///< no control for it applies
};

/// A criterion or a control objective in scope, with the controls that serve it.
struct Target {
  std::string id;
  std::string label;
  std::vector<std::size_t> controls;  ///< of the catalogue
  Coverage coverage;
  TargetState state = TargetState::not_known;
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

/// Since when everything that must operate before the examination period does, or how long it takes until then.
struct Window {
  std::optional<base::Date> since;  ///< nothing holds it up: the last day on which one of the controls began
  std::size_t undated = 0;          ///< how many of these operate, but since when is not said: counted from today
  int months_operated = 0;          ///< whole months since then, today included
  model::Weeks weeks;               ///< else: until the last blocker closes, without a limit of people
  bool operator==(const Window&) const = default;
};

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
  model::Weeks weeks_to_type_1;
  Window window;
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
  Work work;
  Shared shared;
  bool operator==(const Readiness&) const = default;
};

/// `answers` has one for each control of the catalogue.
Readiness assess(const Scope& scope, const Catalogue& catalogue, const model::ControlAnswers& answers,
                 base::Date today);

/// How many criteria or objectives nothing is in place for, known or not.
std::size_t count_without(const ReportReadiness& report);

/// The order in which to close gaps: first what holds up a report, then what unlocks most (`unlocks`, by control of the
/// catalogue: criteria and objectives that have nothing yet), then what takes least; nothing before what it depends on.
std::vector<Gap> in_order(std::vector<Gap> gaps, const std::vector<std::size_t>& unlocks);

}  // namespace socrates::readiness
