// SPDX-License-Identifier: Apache-2.0
#include "socrates/plan/period.hpp"

#include <algorithm>

#include "base/days.hpp"
#include "catch.hpp"

using namespace socrates;
using plan::Period;
using plan::Service;

namespace {

base::YearEnd ends(const char* text) { return base::parse_year_end(text).value(); }

const model::YearCoverage coverage{9, 6, 3, {}};

bool serves_all(const Period& period, const std::vector<base::YearEnd>& years) {
  return std::all_of(years.begin(), years.end(), [&](base::YearEnd end) {
    return plan::service_of(period, end, coverage).service != Service::none;
  });
}

}  // namespace

TEST_CASE("a period serves a fiscal year by its overlap and by the gap to its end") {
  struct Case {
    const char* from;
    const char* to;
    const char* end;
    const char* year_end;
    int overlap;
    int gap;
    Service service;
  };
  const Case cases[] = {
      {"2026-01-01", "2026-09-30", "12-31", "2026-12-31", 9, 3, Service::good},
      {"2026-04-01", "2026-09-30", "12-31", "2026-12-31", 6, 3, Service::fair},
      {"2026-04-02", "2026-09-30", "12-31", "2026-12-31", 5, 3, Service::none},
      {"2026-01-01", "2026-08-31", "12-31", "2026-12-31", 8, 4, Service::none},
      {"2025-11-01", "2026-10-31", "12-31", "2026-12-31", 10, 2, Service::good},
      {"2026-01-01", "2026-12-31", "12-31", "2026-12-31", 12, 0, Service::good},
      {"2026-01-01", "2026-06-30", "06-30", "2026-06-30", 6, 0, Service::fair},
      {"2026-01-01", "2026-07-01", "06-30", "2027-06-30", 0, 12, Service::none},
      {"2027-03-01", "2027-11-30", "02-28", "2028-02-29", 9, 3, Service::good},
  };
  for (const Case& c : cases) {
    INFO(c.from << " to " << c.to << ", year " << c.end);
    const plan::YearService service = plan::service_of({day(c.from), day(c.to)}, ends(c.end), coverage);
    CHECK(base::to_text(service.year_end) == c.year_end);
    CHECK(service.overlap == c.overlap);
    CHECK(service.gap == c.gap);
    CHECK(service.service == c.service);
  }
}

TEST_CASE("a period without fiscal years is as short and as early as it can be") {
  CHECK(plan::aligned(day("2026-11-24"), 6, 12, {}, coverage) == Period{day("2026-11-24"), day("2027-05-23")});
}

TEST_CASE("a period waits for the year that it serves, and is as long as it can be meanwhile") {
  CHECK(plan::aligned(day("2027-01-10"), 6, 12, {ends("12-31")}, coverage) ==
        Period{day("2027-01-10"), day("2027-09-30")});
  CHECK(plan::aligned(day("2027-01-10"), 6, 6, {ends("12-31")}, coverage) ==
        Period{day("2027-04-01"), day("2027-09-30")});
  CHECK(plan::aligned(day("2025-01-01"), 12, 12, {ends("12-31")}, coverage) ==
        Period{day("2025-01-01"), day("2025-12-31")});
}

TEST_CASE("scattered year ends are served as far as they can be") {
  const std::vector<base::YearEnd> scattered = {ends("03-31"), ends("06-30"), ends("09-30"), ends("12-31")};
  const Period period = plan::aligned(day("2027-01-01"), 6, 12, scattered, coverage);
  int served = 0;
  for (const base::YearEnd end : scattered)
    served += plan::service_of(period, end, coverage).service == Service::none ? 0 : 1;
  CHECK(served == 2);
}

TEST_CASE("no earlier month end serves every year, for every first day of four years") {
  const std::vector<std::vector<base::YearEnd>> worlds = {{ends("12-31")},
                                                          {ends("06-30")},
                                                          {ends("02-28")},
                                                          {ends("12-31"), ends("09-30")},
                                                          {ends("12-31"), ends("03-31")}};
  for (base::Date from = day("2026-01-01"); from <= day("2029-12-31"); from = base::add_days(from, 1))
    for (const auto& years : worlds)
      for (const int most : {6, 12}) {
        const Period period = plan::aligned(from, 6, most, years, coverage);
        REQUIRE(period.from >= from);
        REQUIRE(base::whole_months(period.from, period.to) >= 6);
        REQUIRE(base::whole_months(period.from, period.to) <= most);
        base::Date to = base::last_of_month(base::add_days(base::add_months(from, 6), -1));
        for (; to < period.to; to = base::last_of_month(base::add_days(to, 1))) {
          const base::Date start = std::max(from, base::add_months(base::add_days(to, 1), -most));
          if (serves_all(period, years)) REQUIRE(!serves_all({start, to}, years));
        }
      }
}
