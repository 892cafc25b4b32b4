// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace socrates::base {

using Date = std::chrono::year_month_day;

/// Reads `YYYY-MM-DD`, a real day of the years 1900 to 2999; nothing else.
std::optional<Date> parse_date(std::string_view text);

std::string to_text(Date date);

/// `from` moved by whole months, forwards or backwards: keeps the day or takes the month's last; a last day stays a
/// last day.
Date add_months(Date from, int months);

/// The whole months from `from` to `to`, both days included: the largest n with `from + n months <= to + 1 day`;
/// 0 when `to` lies before `from`.
int whole_months(Date from, Date to);

}  // namespace socrates::base
