// SPDX-License-Identifier: Apache-2.0
//
// Counting months.
//
// Contracts and reports speak in months ("a period of at least six months", "not older than twelve"), and months have
// 28 to 31 days, so there is no number of days to compare with. The only thing everybody agrees on is what it means to
// move a date by whole months, and so everything here is built on that one step, `add_months`:
//
//   * 15 January plus one month is 15 February: the day stays.
//   * 30 January plus one month is 28 (or 29) February: where the day does not exist, the month's last is taken.
//   * 28 February 2026 plus one month is 31 March: a last day stays a last day. Periods of reports end on last days,
//     and a quarter that ends on 28 February is followed by one that ends on 31 May, not on 28 May.
//
// The step is strictly increasing in the number of months, as each further month gives a later month. It cannot be
// undone (30 January + 1 - 1 is 31 January) nor split (31 January + 1 + 1 is fine, 30 January + 1 + 1 is 31 March, but
// 30 January + 2 is 30 March). So a length is always measured with one step from one anchor, never by adding up.
//
// A period from 1 October to 31 March is six months long: both days are in it, and the day after its last, 1 April, is
// 1 October plus six months. Hence the largest n with `from + n months <= to + 1 day`. The first guess for n is the
// difference of the calendar months; it is right or one too many, as `from + n months` then lies in the same calendar
// month as `to + 1 day`, before or after it, and one month less lies in an earlier one.
//
// An age is another matter: it is compared with a greatest age, and must not be rounded down. A report whose period
// ended on 30 September is within twelve months of age up to 30 September of the next year, and over them one day
// later. Hence the smallest n with `date <= end + n months`. The same goes for gaps: from a day that is covered to a
// day that has to be. The first guess is again the difference of the calendar months; it is right or one too few, as
// `end + n months` lies in the calendar month of `date`, and one month more lies past it.

#include "socrates/base/date.hpp"

#include <algorithm>

namespace socrates::base {

namespace {

using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month;

constexpr int first_year = 1900;
constexpr int last_year = 2999;

/// The number that `digits` spell, or nothing where one is no digit.
std::optional<int> parse_digits(std::string_view digits) {
  int number = 0;
  for (const char digit : digits) {
    if (digit < '0' || digit > '9') return std::nullopt;
    number = number * 10 + (digit - '0');
  }
  return number;
}

void append_two_digits(unsigned number, std::string& to) {
  to += static_cast<char>('0' + number / 10);
  to += static_cast<char>('0' + number % 10);
}

Date last_day(year_month month) { return Date{month / std::chrono::last}; }

year_month month_of(Date date) { return date.year() / date.month(); }

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto y = parse_digits(text.substr(0, 4));
  const auto m = parse_digits(text.substr(5, 2));
  const auto d = parse_digits(text.substr(8, 2));
  if (!y || !m || !d || *y < first_year || *y > last_year) return std::nullopt;
  const Date date{year{*y}, std::chrono::month{static_cast<unsigned>(*m)}, std::chrono::day{static_cast<unsigned>(*d)}};
  if (!date.ok()) return std::nullopt;
  return date;
}

std::string to_text(Date date) {
  std::string text = std::to_string(static_cast<int>(date.year()));
  if (text.size() < 4) text.insert(0, 4 - text.size(), '0');
  text += '-';
  append_two_digits(static_cast<unsigned>(date.month()), text);
  text += '-';
  append_two_digits(static_cast<unsigned>(date.day()), text);
  return text;
}

Date add_months(Date from, int months) {
  const year_month month = month_of(from) + std::chrono::months{months};
  const Date last = last_day(month);
  if (from == last_day(month_of(from)) || from.day() > last.day()) return last;
  return month / from.day();
}

int whole_months(Date from, Date to) {
  const Date after{sys_days{to} + std::chrono::days{1}};
  const auto guess = static_cast<int>((month_of(after) - month_of(from)).count());
  return std::max(0, add_months(from, guess) <= after ? guess : guess - 1);
}

int months_since(Date end, Date date) {
  const auto guess = static_cast<int>((month_of(date) - month_of(end)).count());
  return std::max(0, date <= add_months(end, guess) ? guess : guess + 1);
}

Date add_days(Date from, int days) { return Date{sys_days{from} + std::chrono::days{days}}; }

}  // namespace socrates::base
