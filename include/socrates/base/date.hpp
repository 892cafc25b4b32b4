// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace socrates::base {

using Date = std::chrono::year_month_day;

inline constexpr int days_of_week = 7;

/// Reads `YYYY-MM-DD`, a real day of the years 1900 to 2999; nothing else.
std::optional<Date> parse_date(std::string_view text);

std::string to_text(Date date);

/// `from` moved by whole months, forwards or backwards: keeps the day or takes the month's last; a last day stays a
/// last day.
Date add_months(Date from, int months);

/// The whole months from `from` to `to`, both days included: the largest n with `from + n months <= to + 1 day`;
/// 0 when `to` lies before `from`.
int whole_months(Date from, Date to);

/// The months that have begun since `end` on `date`: the smallest n >= 0 with `date <= end + n months`; 0 when `date`
/// lies before `end`. So a report is twelve months old up to and including the day twelve months after its period
/// ended.
int months_since(Date end, Date date);

/// `from` moved by days, forwards or backwards.
Date add_days(Date from, int days);

}  // namespace socrates::base
