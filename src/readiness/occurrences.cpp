// SPDX-License-Identifier: Apache-2.0
//
// When a control has to be performed.
//
// A Type 2 asks whether controls operated over the whole period, and what runs each quarter can only be tested on the
// quarters. So a period is cut into windows as long as the frequency, and in each of them the control has to be
// performed once. Four things are easily got wrong:
//
//   * Where windows begin. They are counted from the first day of the period, each from that one anchor
//     (`from + k * n months`), never from the end of the one before: of a period from 29 November the windows of three
//     months begin on 29 November, 28 February, 29 May, while adding up would make it 31 May (see base/date.cpp). Where
//     the control says so, they are quarters of the calendar, and only those that lie wholly within the period count.
//   * What is left over at the end. Ten months hold three whole quarters and a month; a broken last window expects
//     nothing, as nobody can say that the control was late in it.
//   * One day anywhere in the window is enough. Reviews on 2 January and 28 June are nearly six months apart, and still
//     one in each quarter. So a distance between two days never makes a window missed; only a window without any day.
//   * What runs once a year need not fall into a short period: the year that ends with the period is looked at. A
//     period of six months thus has one window of twelve, that begins before it. Where the period has whole years, it
//     is like any other control.
//
// What is not performed is one of three: there is still time (the last day of the window is today or later), it is
// missed, or it is not known. `performed` lists all days, so a window without one is missed. `last` alone says nothing
// of the windows before it, and all of those after it. Without either, a window that ended before the control began is
// missed, and nothing is known of the others: since when a control operates is no day on which it was performed.
//
// An answer grows old as well, whatever the period: a quarterly review done fourteen months ago is no review that is
// done each quarter. It is stale once more months have begun since than its frequency has, by the arithmetic of ages
// (`months_since`); with quarters of the calendar, once the quarter after the one it was done in is over. What is stale
// counts as not known. The same measure tells when a mere `since` says too little: a control that began last month has
// nothing to show yet, one that began two years ago has.
//
// Nothing here ever improves as days go by: a window that is over stays over, and what is stale stays stale.

#include "socrates/readiness/occurrences.hpp"

#include <algorithm>

namespace socrates::readiness {
namespace {

constexpr int months_of_year = 12;
constexpr int months_to_look_back = 120;

base::Date day_before(base::Date date) { return base::add_days(date, -1); }
base::Date day_after(base::Date date) { return base::add_days(date, 1); }

/// The first day of the window of the calendar in which the day lies.
base::Date calendar_start(base::Date date, int months) {
  const unsigned month = static_cast<unsigned>(date.month()) - 1;
  const unsigned first = month - month % static_cast<unsigned>(months) + 1;
  return date.year() / std::chrono::month{first} / std::chrono::day{1};
}

bool has_calendar_windows(const Rhythm& rhythm) {
  return rhythm.is_calendar && rhythm.months > 0 && rhythm.months <= months_of_year &&
         months_of_year % rhythm.months == 0;
}

/// All days that are told, ascending.
std::vector<base::Date> days_of(const model::ControlAnswer& answer) {
  std::vector<base::Date> days = answer.performed.value_or(std::vector<base::Date>());
  if (answer.last && std::find(days.begin(), days.end(), *answer.last) == days.end()) days.push_back(*answer.last);
  std::sort(days.begin(), days.end());
  return days;
}

/// Of a window without a day in it.
OccurrenceState state_without(const Period& window, const model::ControlAnswer& answer, base::Date today) {
  if (window.to >= today) return OccurrenceState::due;
  if (answer.performed) return OccurrenceState::missed;
  if (answer.last && window.from > *answer.last) return OccurrenceState::missed;
  if (answer.since && window.to < *answer.since) return OccurrenceState::missed;
  switch (answer.status) {
    case model::ControlStatus::missing:
    case model::ControlStatus::designed:
      return OccurrenceState::missed;
    case model::ControlStatus::unknown:
    case model::ControlStatus::partial:
    case model::ControlStatus::in_place:
    case model::ControlStatus::not_applicable:
      break;
  }
  return OccurrenceState::not_known;
}

/// A day that is this old, measured as the frequency has it, is too old.
bool is_too_old(const Rhythm& rhythm, base::Date day, base::Date today) {
  if (!has_calendar_windows(rhythm)) return base::months_since(day, today) > rhythm.months;
  return today >= base::add_months(calendar_start(day, rhythm.months), 2 * rhythm.months);
}

/// The whole windows of a period, one after the other.
class Windows {
 public:
  Windows(const Rhythm& rhythm, const Period& period) : length_(rhythm.months), anchor_(period.from), end_(period.to) {
    if (!has_calendar_windows(rhythm)) return;
    anchor_ = calendar_start(period.from, rhythm.months);
    if (anchor_ < period.from) anchor_ = base::add_months(anchor_, rhythm.months);
  }

  std::optional<Period> next() {
    if (length_ == 0) return std::nullopt;
    const Period window{base::add_months(anchor_, passed_), day_before(base::add_months(anchor_, passed_ + length_))};
    if (window.to > end_) return std::nullopt;
    passed_ += length_;
    return window;
  }

 private:
  int length_;
  base::Date anchor_;
  base::Date end_;
  int passed_ = 0;  ///< months of the windows before
};

/// What became of a window, by the days on which the control was performed.
Occurrence occurrence_in(const Period& window, const std::vector<base::Date>& days, const model::ControlAnswer& answer,
                         base::Date today) {
  const auto first = std::lower_bound(days.begin(), days.end(), window.from);
  if (first != days.end() && *first <= window.to) return {window, OccurrenceState::seen, *first};
  return {window, state_without(window, answer, today), std::nullopt};
}

/// No window that is over lacks a day.
bool is_unbroken(const Rhythm& rhythm, const std::vector<base::Date>& days, const model::ControlAnswer& answer,
                 base::Date from, base::Date today, Unsaid unsaid) {
  Windows windows(rhythm, {from, day_before(today)});
  while (const auto window = windows.next()) {
    const OccurrenceState state = occurrence_in(*window, days, answer, today).state;
    if (state != OccurrenceState::seen && (state != OccurrenceState::not_known || unsaid == Unsaid::lost)) return false;
  }
  return true;
}

}  // namespace

std::vector<Period> windows_of(const Rhythm& rhythm, const Period& period) {
  std::vector<Period> windows;
  Windows all(rhythm, period);
  while (const auto window = all.next()) windows.push_back(*window);
  if (windows.empty() && rhythm.months > 0 && rhythm.look_back > 0)
    windows.push_back({std::min(period.from, base::add_months(day_after(period.to), -rhythm.look_back)), period.to});
  return windows;
}

std::vector<Occurrence> occurrences(const Rhythm& rhythm, const model::ControlAnswer& answer, const Period& period,
                                    base::Date today) {
  const std::vector<base::Date> days = days_of(answer);
  std::vector<Occurrence> all;
  for (const Period& window : windows_of(rhythm, period)) all.push_back(occurrence_in(window, days, answer, today));
  return all;
}

Freshness freshness_of(const Rhythm& rhythm, const model::ControlAnswer& answer, base::Date today) {
  if (rhythm.months == 0 || !model::is_operating(answer.status)) return Freshness::fresh;
  const std::vector<base::Date> days = days_of(answer);
  if (!days.empty()) return is_too_old(rhythm, days.back(), today) ? Freshness::stale : Freshness::fresh;
  if (!answer.since || !is_too_old(rhythm, *answer.since, today)) return Freshness::fresh;
  return answer.performed ? Freshness::stale : Freshness::not_dated;
}

base::Date first_unbroken(const Rhythm& rhythm, const model::ControlAnswer& answer, base::Date earliest,
                          base::Date today, Unsaid unsaid) {
  const std::vector<base::Date> days = days_of(answer);
  if (is_unbroken(rhythm, days, answer, earliest, today, unsaid)) return earliest;
  base::Date from = std::max(earliest, base::add_months(today, -months_to_look_back));
  while (from < today && !is_unbroken(rhythm, days, answer, from, today, unsaid)) from = day_after(from);
  return from;
}

}  // namespace socrates::readiness
