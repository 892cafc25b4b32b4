// SPDX-License-Identifier: Apache-2.0
#include "socrates/readiness/over_period.hpp"

#include <algorithm>
#include <utility>

#include "socrates/readiness/rhythm.hpp"

namespace socrates::readiness {
namespace {

using model::Blocks;
using model::Control;
using model::ControlAnswer;
using model::ControlStatus;

/// What has to be performed: what operates, and what is not there yet and holds something up of itself.
bool is_expected(const Control& control, const ControlAnswer& answer) {
  if (model::is_operating(answer.status)) return true;
  return answer.status != ControlStatus::not_applicable && control.blocks != Blocks::nothing;
}

std::optional<std::size_t> events_in(const Period& period, const ControlAnswer& answer) {
  if (!answer.performed) return std::nullopt;
  return static_cast<std::size_t>(
      std::count_if(answer.performed->begin(), answer.performed->end(),
                    [&](base::Date day) { return period.from <= day && day <= period.to; }));
}

/// What one control has to show of the period; `is_needed`: it has to operate from the first day.
ControlOverPeriod shown_by(std::size_t index, bool is_needed, const Period& period,
                           const model::ControlCatalogue& catalogue, const ControlAnswer& answer, base::Date today) {
  const Control& control = catalogue.controls[index];
  ControlOverPeriod one;
  one.control = index;
  one.kind = held_up_by(catalogue, control);
  one.occurrences = occurrences(rhythm_of(catalogue, control), answer, period, today);
  if (control.frequency == model::Frequency::per_event) one.events = events_in(period, answer);
  if (!is_needed) return one;
  if (answer.since && *answer.since > period.from) one.late = answer.since;
  one.is_undated = !answer.since && period.from < today;
  return one;
}

void count(const ControlOverPeriod& one, OverPeriod& result) {
  for (const Occurrence& occurrence : one.occurrences) {
    if (occurrence.state == OccurrenceState::missed) ++result.missed;
    if (occurrence.state == OccurrenceState::not_known) ++result.not_known;
  }
  result.late += one.late ? 1 : 0;
  result.late_possible += one.is_undated ? 1 : 0;
}

}  // namespace

OverPeriod over_period(const Period& period, const model::ControlCatalogue& catalogue,
                       const model::ControlAnswers& answers, const std::vector<std::size_t>& controls,
                       const std::vector<std::size_t>& needed, base::Date today) {
  OverPeriod result;
  result.period = period;
  for (const std::size_t index : controls) {
    if (!is_expected(catalogue.controls[index], answers[index])) continue;
    const bool is_needed = std::find(needed.begin(), needed.end(), index) != needed.end();
    ControlOverPeriod one = shown_by(index, is_needed, period, catalogue, answers[index], today);
    count(one, result);
    result.controls.push_back(std::move(one));
  }
  return result;
}

base::Date first_unbroken(const model::ControlCatalogue& catalogue, const model::ControlAnswers& answers,
                          const std::vector<std::size_t>& controls, base::Date earliest, base::Date today,
                          Unsaid unsaid) {
  base::Date from = earliest;
  for (bool is_moved = true; is_moved;) {
    is_moved = false;
    for (const std::size_t index : controls) {
      if (!is_expected(catalogue.controls[index], answers[index])) continue;
      const base::Date unbroken =
          first_unbroken(rhythm_of(catalogue, catalogue.controls[index]), answers[index], from, today, unsaid);
      is_moved = is_moved || unbroken != from;
      from = unbroken;
    }
  }
  return from;
}

}  // namespace socrates::readiness
