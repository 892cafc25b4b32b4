// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "socrates/base/date.hpp"

namespace socrates::base {

/// How many days `to` lies after `from`; negative where it lies before.
int days_between(Date from, Date to);

/// The last day of the month in which the day lies.
Date last_of_month(Date date);

/// The day on which a fiscal year ends, in every year. The last day of February is one day, however it is written.
using YearEnd = std::chrono::month_day;

/// Reads `MM-DD`, a day that some year has; nothing else.
std::optional<YearEnd> parse_year_end(std::string_view text);

/// The first end of a fiscal year that does not lie before the day.
Date year_end_from(Date date, YearEnd end);

/// The last end of a fiscal year that does not lie after the day.
Date year_end_by(Date date, YearEnd end);

/// The first day of the fiscal year that ends on that day, which is the day after the end of the year before.
Date year_start(Date last);

/// The whole months that two periods have in common, all four days included; 0 where they do not meet.
int overlap_months(Date from_a, Date to_a, Date from_b, Date to_b);

}  // namespace socrates::base
