// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "socrates/base/date.hpp"
#include "socrates/model/control_answer.hpp"

namespace socrates::readiness {

/// An examination period, or a window of it, both days included.
struct Period {
  base::Date from;
  base::Date to;
  bool operator==(const Period&) const = default;
};

/// In which windows a control has to be performed.
struct Rhythm {
  int months = 0;            ///< of a window; 0: it runs all the time, or when something happens, and none is expected
  bool is_calendar = false;  ///< windows are months, quarters, half-years and years of the calendar
  int look_back = 0;         ///< in a period shorter than a window, one so many months before its end is enough
  bool operator==(const Rhythm&) const = default;
};

/// The windows of a period in each of which the control has to be performed once, in order.
std::vector<Period> windows_of(const Rhythm& rhythm, const Period& period);

enum class OccurrenceState {
  seen,
  due,        ///< there is still time, today included
  missed,     ///< the window is over, and can never be made up
  not_known,  ///< the window is over, and nobody has said
};

/// A window in which a control has to be performed, and what became of it.
struct Occurrence {
  Period window;
  OccurrenceState state = OccurrenceState::due;
  std::optional<base::Date> on;  ///< seen: the first day in the window on which it was performed
  bool operator==(const Occurrence&) const = default;
};

std::vector<Occurrence> occurrences(const Rhythm& rhythm, const model::ControlAnswer& answer, const Period& period,
                                    base::Date today);

/// Whether an answer still says something today.
enum class Freshness {
  fresh,
  not_dated,  ///< it operates for longer than its frequency, and when it was performed is not said
  stale,      ///< it was performed last longer ago than its frequency allows
};

Freshness freshness_of(const Rhythm& rhythm, const model::ControlAnswer& answer, base::Date today);

/// Whether windows of which nobody has said anything count as lost or as good.
enum class Unsaid { lost, good };

/// The first day from `earliest` to today on which a period can begin, so that the control was performed in every
/// window that is over; today at the latest, as no window of that period is over.
base::Date first_unbroken(const Rhythm& rhythm, const model::ControlAnswer& answer, base::Date earliest,
                          base::Date today, Unsaid unsaid = Unsaid::lost);

}  // namespace socrates::readiness
