// SPDX-License-Identifier: Apache-2.0
#include "socrates/base/calendar.hpp"

#include <string>

#include "catch.hpp"
#include "days.hpp"

using namespace socrates::base;

namespace {

/// Whether the fiscal year ends on that day, by its definition.
bool is_year_end(Date date, YearEnd end) {
  if (date.month() != end.month()) return false;
  const bool is_february_end = end.month() == std::chrono::February && end.day() >= std::chrono::day{28};
  return is_february_end ? is_last_day(date) : date.day() == end.day();
}

/// 400 years hold every kind of year and of month: after them the Gregorian calendar repeats, weekdays included.
template <class Visit>
void on_every_day_of_400_years(Visit visit) {
  const Date last = day("2399-12-31");
  for (Date date = day("2000-01-01"); date <= last; date = next(date)) visit(date);
}

}  // namespace

TEST_CASE("the last day of a month is a day of it, and its last, on every day of 400 years") {
  on_every_day_of_400_years([](Date date) {
    const Date last = last_of_month(date);
    if (last < date || last.month() != date.month() || last.year() != date.year() || !is_last_day(last))
      FAIL(to_text(date));
  });
}

TEST_CASE("moving by days and counting them are each other's inverse on every day of 400 years") {
  int count = 0;
  on_every_day_of_400_years([&](Date date) {
    if (days_between(day("2000-01-01"), date) != count || add_days(day("2000-01-01"), count) != date ||
        add_days(date, -count) != day("2000-01-01"))
      FAIL(to_text(date));
    ++count;
  });
  CHECK(count == 146097);
}

TEST_CASE("a fiscal year ends where its definition says, on every day of 400 years") {
  for (const char* text : {"12-31", "06-30", "03-31", "02-28", "02-29", "01-01", "04-05", "09-27"}) {
    const YearEnd end = parse_year_end(text).value();
    Date expected = day("2400-01-01");
    while (!is_year_end(expected, end)) expected = next(expected);
    for (Date date = day("2399-12-31"); date >= day("2000-01-01"); date = add_days(date, -1)) {
      if (is_year_end(date, end)) {
        if (year_start(expected) != next(date)) FAIL(to_text(expected));
        expected = date;
      }
      if (year_end_from(date, end) != expected) FAIL(text << " from " << to_text(date));
      const Date last = year_end_by(date, end);
      if (date < last || !is_year_end(last, end) || year_end_from(next(last), end) < date)
        FAIL(text << " by " << to_text(date));
    }
  }
}

TEST_CASE("moving by months never overtakes on any day of 400 years, however many months") {
  for (const int months : {1, 2, 3, 6, 9, 11, 12, 13, 24}) {
    Date before = add_months(day("1999-12-31"), months);
    on_every_day_of_400_years([&](Date date) {
      const Date moved = add_months(date, months);
      if (moved < before) FAIL(to_text(date) << " plus " << months);
      before = moved;
    });
  }
}

TEST_CASE("the months that a day lies after another are the fewest that reach it") {
  const Date first = day("2023-12-01");
  for (Date earlier = first; earlier <= day("2024-12-31"); earlier = next(earlier)) {
    int expected = 0;
    for (Date later = add_days(earlier, -40); later <= day("2026-01-31"); later = next(later)) {
      while (add_months(earlier, expected) < later) ++expected;
      if (months_since(earlier, later) != expected) FAIL(to_text(earlier) << " to " << to_text(later));
    }
  }
  CHECK(months_since(day("2026-09-30"), day("2026-12-31")) == 3);
  CHECK(months_since(day("2026-09-30"), day("2027-01-01")) == 4);
  CHECK(months_since(day("2026-02-28"), day("2026-03-31")) == 1);
}

TEST_CASE("periods overlap by whole months") {
  struct Case {
    const char* from_a;
    const char* to_a;
    const char* from_b;
    const char* to_b;
    int expected;
  };
  const Case cases[] = {
      {"2026-01-01", "2026-09-30", "2026-01-01", "2026-12-31", 9},
      {"2026-11-01", "2027-10-31", "2027-01-01", "2027-12-31", 10},
      {"2026-01-01", "2026-03-30", "2026-01-01", "2026-12-31", 2},
      {"2026-01-01", "2026-03-31", "2026-04-01", "2026-12-31", 0},
      {"2026-07-01", "2026-12-31", "2025-01-01", "2025-12-31", 0},
      {"2025-03-15", "2027-03-14", "2026-01-01", "2026-12-31", 12},
  };
  for (const Case& c : cases) {
    INFO(c.from_a << " to " << c.to_a);
    CHECK(overlap_months(day(c.from_a), day(c.to_a), day(c.from_b), day(c.to_b)) == c.expected);
    CHECK(overlap_months(day(c.from_b), day(c.to_b), day(c.from_a), day(c.to_a)) == c.expected);
  }
}

TEST_CASE("only days that some year has, written as MM-DD, are year ends") {
  for (const char* good : {"12-31", "02-28", "02-29", "01-01"}) CHECK(parse_year_end(good));
  for (const char* bad :
       {"", "1231", "13-01", "02-30", "00-10", "06-31", "6-30", "06-3", "06/30", "2026-12-31", " 6-30"})
    CHECK(!parse_year_end(bad));
}
