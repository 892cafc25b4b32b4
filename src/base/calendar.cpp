// SPDX-License-Identifier: Apache-2.0
//
// Weeks, month ends and fiscal years.
//
// date.cpp says how dates move by whole months. A plan needs three more things, and each has an edge that is easily
// got wrong:
//
//   * Weeks are seven days each, whatever the month, so they are added as days.
//   * A fiscal year is written as the day on which it ends, `12-31` or `06-30`. It is one year long, from the day after
//     one end to the next end. February is the edge: who writes `02-28` means the last day of the month, so in a leap
//     year that year ends on the 29th, and `02-29` is the same year end. Any other day is itself in every year.
//   * The distance between two days in months is counted in two ways, because two different questions are asked. How
//     long was a period, or how much of a year does it cover? At least so much: the largest n that fits
//     (`whole_months`, `overlap_months`). How far does a period end before the year does? At most so much: the smallest
//     n that reaches (`months_since`). Both measure with one step from one anchor, as date.cpp explains; a period that
//     ends on 30 September ends three months before a year that ends on 31 December, and four before one that ends on
//     1 January.

#include "socrates/base/calendar.hpp"

#include <algorithm>

namespace socrates::base {

namespace {

using std::chrono::sys_days;

constexpr int leap_year = 2000;
constexpr int months_of_year = 12;

/// The end of the fiscal year in that calendar year.
Date year_end_in(std::chrono::year year, YearEnd end) {
  const Date last{year / end.month() / std::chrono::last};
  const bool is_last_of_february = end.month() == std::chrono::February && end.day() >= std::chrono::day{28};
  return is_last_of_february ? last : Date{year / end.month() / end.day()};
}

}  // namespace

int days_between(Date from, Date to) { return static_cast<int>((sys_days{to} - sys_days{from}).count()); }

Date last_of_month(Date date) { return Date{date.year() / date.month() / std::chrono::last}; }

std::optional<YearEnd> parse_year_end(std::string_view text) {
  if (text.size() != 5) return std::nullopt;
  std::string date = std::to_string(leap_year);
  date.append("-").append(text);
  const std::optional<Date> day = parse_date(date);
  if (!day) return std::nullopt;
  return YearEnd{day->month(), day->day()};
}

Date year_end_from(Date date, YearEnd end) {
  const Date same_year = year_end_in(date.year(), end);
  return same_year < date ? year_end_in(date.year() + std::chrono::years{1}, end) : same_year;
}

Date year_end_by(Date date, YearEnd end) {
  const Date same_year = year_end_in(date.year(), end);
  return date < same_year ? year_end_in(date.year() - std::chrono::years{1}, end) : same_year;
}

Date year_start(Date last) { return add_days(add_months(last, -months_of_year), 1); }

int overlap_months(Date from_a, Date to_a, Date from_b, Date to_b) {
  return whole_months(std::max(from_a, from_b), std::min(to_a, to_b));
}

}  // namespace socrates::base
