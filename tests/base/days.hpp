// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "socrates/base/date.hpp"

// Days of the calendar, by counting only.

inline socrates::base::Date day(const char* text) { return socrates::base::parse_date(text).value(); }

inline socrates::base::Date next(socrates::base::Date date) {
  return socrates::base::Date{std::chrono::sys_days{date} + std::chrono::days{1}};
}

inline bool is_last_day(socrates::base::Date date) { return next(date).month() != date.month(); }
