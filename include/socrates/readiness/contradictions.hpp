// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "socrates/model/control.hpp"
#include "socrates/model/control_answer.hpp"
#include "socrates/model/findings.hpp"

namespace socrates::readiness {

// What findings of scanners do to answers: a check that fails takes a yes away, and nothing that passes gives one.

/// A check that speaks of a control and failed.
struct FailedCheck {
  std::size_t check = 0;   ///< index into the table
  std::size_t result = 0;  ///< index into the findings
  bool operator==(const FailedCheck&) const = default;
};

/// The failures that speak of a control.
struct FailuresOnControl {
  std::size_t control = 0;
  model::ControlStatus answered = model::ControlStatus::unknown;
  /// The answer says that the control is in place or that it does not apply, and so cannot stand beside them.
  bool contradict = false;
  std::vector<FailedCheck> checks;  ///< at least one; in the order of the table
  bool operator==(const FailuresOnControl&) const = default;
};

/// What findings say of answers.
struct Confrontation {
  std::vector<FailuresOnControl> controls;  ///< in the order of the catalogue
  std::vector<std::size_t> muted;    ///< indices of findings on known checks that failed and are muted in the scanner
  std::vector<std::size_t> unknown;  ///< indices of findings on checks that stand in no table
  bool operator==(const Confrontation&) const = default;
};

/// Holds findings against answers. A finding that does not say its scanner is one of each that has a check of its name.
Confrontation confront(const model::Findings& findings, const model::CheckTable& checks,
                       const model::ControlCatalogue& catalogue, const model::ControlAnswers& answers);

/// The answers as they count: those that findings contradict are not known.
model::ControlAnswers counted(model::ControlAnswers answers, const Confrontation& confrontation);

}  // namespace socrates::readiness
