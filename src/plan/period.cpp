// SPDX-License-Identifier: Apache-2.0
#include "socrates/plan/period.hpp"

#include <algorithm>

namespace socrates::plan {
namespace {

constexpr int months_to_look_ahead = 12;

/// The period of at most `most` months that ends on that day and begins on `earliest` or later.
Period ending_on(base::Date to, base::Date earliest, int most) {
  return {std::max(earliest, base::add_months(base::add_days(to, 1), -most)), to};
}

long years_served(const Period& period, const std::vector<base::YearEnd>& ends, const model::YearCoverage& coverage) {
  return std::count_if(ends.begin(), ends.end(),
                       [&](base::YearEnd end) { return service_of(period, end, coverage).service != Service::none; });
}

}  // namespace

YearService service_of(const Period& period, base::YearEnd end, const model::YearCoverage& coverage) {
  YearService result;
  result.year_end = base::year_end_from(period.to, end);
  result.overlap = base::overlap_months(period.from, period.to, base::year_start(result.year_end), result.year_end);
  result.gap = base::months_since(period.to, result.year_end);
  if (result.gap <= coverage.most_gap && result.overlap >= coverage.fair_overlap)
    result.service = result.overlap >= coverage.good_overlap ? Service::good : Service::fair;
  return result;
}

Period aligned(base::Date earliest, int least, int most, const std::vector<base::YearEnd>& ends,
               const model::YearCoverage& coverage) {
  const base::Date first_end = base::add_days(base::add_months(earliest, least), -1);
  Period best{earliest, first_end};
  if (ends.empty()) return best;
  long most_served = -1;
  base::Date to = base::last_of_month(first_end);
  for (int i = 0; i <= months_to_look_ahead; ++i) {
    const Period period = ending_on(to, earliest, std::max(least, most));
    const long served = years_served(period, ends, coverage);
    if (served > most_served) {
      most_served = served;
      best = period;
    }
    to = base::last_of_month(base::add_days(to, 1));
  }
  return best;
}

}  // namespace socrates::plan
