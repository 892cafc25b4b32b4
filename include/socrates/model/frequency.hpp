// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "socrates/base/shared_text.hpp"
#include "socrates/model/assurance.hpp"

namespace socrates::model {

/// What cannot be while a control is open. Each value holds up all before it.
enum class Blocks {
  nothing,
  within_period,  ///< a Type 2, unless it is performed within the period or shortly before its end
  next_due_day,   ///< a Type 2, unless it is performed in the first window of its frequency and in each after it
  type_2_window,  ///< the examination period cannot begin
  type_1,         ///< nor can there be a Type 1
};

/// How often a control runs, which says how much evidence there is to be.
enum class Frequency { continuous, per_event, daily, weekly, monthly, quarterly, semiannual, yearly, once };

/// From where the windows are counted in which a control of some frequency has to be performed.
enum class Windows {
  from_period,  ///< from the first day of the examination period
  calendar,     ///< months, quarters, half-years and years of the calendar
};

template <>
struct Ids<Blocks> {
  static constexpr std::string_view what = "word for what is held up";
  static constexpr std::string_view all[] = {"nothing", "within_period", "next_due_day", "type_2_window", "type_1"};
};
template <>
struct Ids<Frequency> {
  static constexpr std::string_view what = "frequency";
  static constexpr std::string_view all[] = {"continuous", "per_event",  "daily",  "weekly", "monthly",
                                             "quarterly",  "semiannual", "yearly", "once"};
};
template <>
struct Ids<Windows> {
  static constexpr std::string_view what = "word for windows";
  static constexpr std::string_view all[] = {"from_period", "calendar"};
};

inline constexpr std::size_t frequency_count = std::size(Ids<Frequency>::all);

/// How many an auditor usually takes of so many.
struct SampleSize {
  std::optional<int> up_to;  ///< of that many at the most; nothing: of any number
  int least = 0;
  int most = 0;
  bool operator==(const SampleSize&) const = default;
};

/// What a frequency means for evidence.
struct FrequencyNote {
  base::SharedText label;               ///< `every quarter`
  std::optional<int> every_months;      ///< in which it is due once; nothing: not in months
  Blocks holds_up = Blocks::nothing;    ///< by when a control of this frequency has to work if it holds up a Type 2
  std::optional<int> look_back_months;  ///< before the period's end, in which an occurrence counts too
  std::vector<SampleSize> sample;       ///< by growing numbers, the last for any
  base::SharedText note;                ///< the same for people, in sentences
  std::vector<std::size_t> sources;     ///< indices into ControlCatalogue::references
  bool operator==(const FrequencyNote&) const = default;
};

/// When evidence of a period is collected.
struct Collection {
  int settings_in_last_days = 0;     ///< of the period: settings are looked at in these
  int lists_within_days = 0;         ///< after the period's end: lists of all that happened are drawn in these
  std::vector<std::size_t> sources;  ///< indices into ControlCatalogue::references
  bool operator==(const Collection&) const = default;
};

/// How many are usually taken of `population`, never more than there are; of an unknown number the whole range.
SampleSize sample_of(const FrequencyNote& note, std::optional<int> population);

}  // namespace socrates::model
