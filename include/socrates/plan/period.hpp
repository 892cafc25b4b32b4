// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "socrates/base/calendar.hpp"
#include "socrates/model/engagement.hpp"
#include "socrates/readiness/occurrences.hpp"

namespace socrates::plan {

using readiness::Period;

enum class Service { none, fair, good };

/// How a period serves the fiscal year of a customer: the first year that ends on its last day or later.
struct YearService {
  base::Date year_end;
  int overlap = 0;  ///< months of the year that the period covers
  int gap = 0;      ///< months from the end of the period to that of the year
  Service service = Service::none;
  bool operator==(const YearService&) const = default;
};

YearService service_of(const Period& period, base::YearEnd end, const model::YearCoverage& coverage);

/// The period of at least `least` months that begins on `earliest` or later and serves the customers' fiscal years:
/// of those that end within a year of the first possible end, on the last day of a month, the one that ends first
/// where it serves every year; where none does, the one that serves most. It is as long as it can be without ending
/// later, up to `most` months.
Period aligned(base::Date earliest, int least, int most, const std::vector<base::YearEnd>& ends,
               const model::YearCoverage& coverage);

}  // namespace socrates::plan
