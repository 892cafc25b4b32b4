// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <variant>

#include "socrates/base/date.hpp"
#include "socrates/model/question.hpp"

namespace socrates::interview {

/// A span that was typed, to or from today.
struct Months {
  int count = 0;
  bool operator==(const Months&) const = default;
};

using TypedTime = std::variant<Months, base::Date>;

/// Reads a day or a span as people type it: `2027-03-31`, `31 March 2027`, `March 31, 2027`, `31.03.2027`, `March
/// 2027`, `end of March`, `Q1 2027`, `in 3 months`, `2 weeks`, `a year ago`, `today`. Of a month or quarter it is the
/// last day where months are counted until it, else the first; without a year the next one, or the last. None where it
/// is nothing of the kind, or a day that is in no calendar.
std::optional<TypedTime> time_meant(std::string_view text, base::Date today, model::MonthsCount direction);

/// The day that a number of months from today means: the first that so many whole months lead to, or the last since
/// which they have passed.
base::Date day_of_months(int months, base::Date today, model::MonthsCount direction);

}  // namespace socrates::interview
