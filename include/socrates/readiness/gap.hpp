// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "socrates/model/control.hpp"
#include "socrates/model/control_answer.hpp"

namespace socrates::readiness {

/// A control in scope that is not in place: work to do, and what waits for it.
struct Gap {
  std::size_t index = 0;  ///< into the catalogue
  std::string control;    ///< its id
  std::string title;
  std::string owner;  ///< the role that usually has it, in words
  model::ControlStatus status = model::ControlStatus::unknown;
  bool is_stale = false;  ///< answered, but performed too long ago, so that it counts as not known
  model::Blocks blocks = model::Blocks::nothing;  ///< of itself; what depends on it is held up too
  int due_within_months = 0;                      ///< of what is due in the first window of a period: its length
  model::Weeks weeks;                             ///< that are left to do
  std::vector<std::string> depends_on;            ///< the controls before it that are gaps too
  std::vector<model::Examination> serves;         ///< the reports in scope that need it, each once
  std::vector<std::string> categories;            ///< the SOC 2 categories in scope that need it
  std::vector<std::string> criteria;              ///< in scope
  std::vector<std::string> objectives;            ///< in scope
  std::vector<std::string> first_for;             ///< those of both for which nothing operates yet
  bool operator==(const Gap&) const = default;
};

/// The weeks that are left of those it takes from nothing: all of them where nothing is there or nothing is known,
/// half where the control is designed, a quarter where only evidence is missing, none where it is in place; never
/// less than one week of work that is left.
model::Weeks weeks_left(const model::Weeks& from_nothing, model::ControlStatus status);

}  // namespace socrates::readiness
