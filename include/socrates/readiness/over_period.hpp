// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "socrates/model/control.hpp"
#include "socrates/model/control_answer.hpp"
#include "socrates/readiness/occurrences.hpp"

namespace socrates::readiness {

/// What one control has to show of a period.
struct ControlOverPeriod {
  std::size_t control = 0;              ///< of the catalogue
  model::Blocks kind{};                 ///< by when it has to work
  std::vector<Occurrence> occurrences;  ///< one a window; none where it runs all the time or when something happens
  std::optional<base::Date> late;       ///< it began on that day, after the first of the period
  bool is_undated = false;              ///< since when it operates is not said, and the period begins before today
  std::optional<std::size_t> events;    ///< of what runs when something happens: how often that was, where it is said
  bool operator==(const ControlOverPeriod&) const = default;
};

/// What the controls of a report have to show of a period, and how much of it is there.
struct OverPeriod {
  Period period;
  std::vector<ControlOverPeriod> controls;  ///< that operate or hold something up, in the order of the catalogue
  std::size_t missed = 0;                   ///< occurrences that can never be made up
  std::size_t not_known = 0;                ///< occurrences of which nobody has said
  std::size_t late = 0;                     ///< controls that the first day needs and that began after it
  std::size_t late_possible = 0;            ///< those of which it is not said since when
  bool operator==(const OverPeriod&) const = default;
};

/// `controls`: of the report; `needed`: those that have to operate on the first day, of these.
OverPeriod over_period(const Period& period, const model::ControlCatalogue& catalogue,
                       const model::ControlAnswers& answers, const std::vector<std::size_t>& controls,
                       const std::vector<std::size_t>& needed, base::Date today);

/// The first day from `earliest` on since which each of the controls was performed in every window that is over.
base::Date first_unbroken(const model::ControlCatalogue& catalogue, const model::ControlAnswers& answers,
                          const std::vector<std::size_t>& controls, base::Date earliest, base::Date today,
                          Unsaid unsaid = Unsaid::lost);

}  // namespace socrates::readiness
