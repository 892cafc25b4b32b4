// SPDX-License-Identifier: Apache-2.0
#include "socrates/base/date.hpp"

#include "catch.hpp"
#include "days.hpp"

using namespace socrates::base;
using std::chrono::days;
using std::chrono::sys_days;

namespace {

/// The same day one calendar month later, found by walking day by day.
Date naive_add_month(Date from, int count) {
  Date date = from;
  while (date.day() != std::chrono::day{1}) date = Date{sys_days{date} - days{1}};
  for (int i = 0; i < count; ++i) {
    do date = next(date);
    while (date.day() != std::chrono::day{1});
  }
  while (!is_last_day(date) && (is_last_day(from) || date.day() != from.day())) date = next(date);
  return date;
}

/// Counts up, one month at a time from the same anchor, for as long as the end is not passed.
int naive_whole_months(Date from, Date to) {
  int count = 0;
  while (naive_add_month(from, count + 1) <= next(to)) ++count;
  return count;
}

}  // namespace

TEST_CASE("only real days written as YYYY-MM-DD are dates") {
  for (const char* good : {"1900-01-01", "2999-12-31", "2024-02-29", "2000-02-29", "2026-11-22"}) {
    INFO(good);
    REQUIRE(parse_date(good));
    CHECK(to_text(*parse_date(good)) == good);
  }
  for (const char* bad :
       {"",           "2026-11-2",  "2026-11-222", "26-11-22",    "2026/11/22", "2026-13-01",      "2026-00-01",
        "2026-01-00", "2026-01-32", "2026-02-29",  "1900-02-29",  "2100-02-29", "1899-12-31",      "3000-01-01",
        "2026-1a-01", "+026-01-01", " 2026-01-0",  "2026-01-01T", "2026-01--1", "\xC3\xA4-6-01-01"}) {
    INFO(bad);
    CHECK(!parse_date(bad));
  }
}

TEST_CASE("months keep the day, or take the last one, and a last day stays a last day") {
  struct Case {
    const char* from;
    int months;
    const char* expected;
  };
  const Case cases[] = {
      {"2026-01-15", 1, "2026-02-15"},  {"2026-01-30", 1, "2026-02-28"},   {"2024-01-30", 1, "2024-02-29"},
      {"2026-01-31", 1, "2026-02-28"},  {"2026-02-28", 1, "2026-03-31"},   {"2024-02-28", 1, "2024-03-28"},
      {"2024-02-29", 12, "2025-02-28"}, {"2023-02-28", 12, "2024-02-29"},  {"2026-04-30", 1, "2026-05-31"},
      {"2026-03-31", -1, "2026-02-28"}, {"2026-01-15", -13, "2024-12-15"}, {"2026-12-31", 0, "2026-12-31"},
      {"2026-12-01", 1, "2027-01-01"},  {"2026-01-30", 2, "2026-03-30"},
  };
  for (const Case& c : cases) {
    INFO(c.from << " plus " << c.months);
    CHECK(to_text(add_months(day(c.from), c.months)) == c.expected);
  }
}

TEST_CASE("a period counts both its days") {
  struct Case {
    const char* from;
    const char* to;
    int expected;
  };
  const Case cases[] = {
      {"2025-10-01", "2026-03-31", 6},  {"2025-10-01", "2026-03-30", 5}, {"2025-10-01", "2026-09-30", 12},
      {"2026-01-15", "2026-02-14", 1},  {"2026-01-15", "2026-02-13", 0}, {"2026-01-31", "2026-02-27", 1},
      {"2026-01-31", "2026-02-26", 0},  {"2026-02-28", "2026-03-30", 1}, {"2026-02-28", "2026-03-29", 0},
      {"2026-01-01", "2026-01-01", 0},  {"2026-05-01", "2026-04-30", 0}, {"2026-05-01", "2020-01-01", 0},
      {"2999-01-01", "2999-12-31", 12},
  };
  for (const Case& c : cases) {
    INFO(c.from << " to " << c.to);
    CHECK(whole_months(day(c.from), day(c.to)) == c.expected);
  }
}

TEST_CASE("months agree with walking day by day, for every pair of days of two years") {
  const Date first = day("2023-12-01");
  const Date last = day("2026-01-31");
  for (Date from = first; from <= day("2024-12-31"); from = next(from)) {
    Date end = naive_add_month(from, 1);
    int count = 0;
    for (Date to = from; to <= last; to = next(to)) {
      while (end <= next(to)) {
        ++count;
        end = naive_add_month(from, count + 1);
      }
      REQUIRE(whole_months(from, to) == count);
    }
  }
}

TEST_CASE("the slow count and the fast one agree for far apart days") {
  for (const char* from : {"1999-12-31", "2000-02-29", "2020-06-30", "2021-08-15"}) {
    for (const char* to : {"2000-03-01", "2026-02-27", "2026-02-28", "2026-11-22"}) {
      if (day(to) < day(from)) continue;
      CHECK(whole_months(day(from), day(to)) == naive_whole_months(day(from), day(to)));
    }
  }
}

TEST_CASE("each further month gives a later day") {
  for (Date from = day("2023-12-01"); from <= day("2025-03-01"); from = next(from)) {
    for (int count = -30; count < 30; ++count) REQUIRE(add_months(from, count) < add_months(from, count + 1));
  }
}
