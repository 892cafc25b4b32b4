// SPDX-License-Identifier: Apache-2.0
//
// Whether a report is renewed over the term of a contract as often as the deal asks.

#include <fmt/format.h>

#include "gate/facts.hpp"
#include "socrates/base/calendar.hpp"

namespace socrates::gate {
namespace {

using base::Date;
using model::HeldReport;
using model::NextReport;

/// How often the report has to be renewed; none where nothing says so.
model::Stated<int> rhythm_of(const Ask& ask) {
  if (!ask.requirement.every_months.is_left_out()) return ask.requirement.every_months;
  if (ask.deal.recurs.is_unknown()) return {};
  if (!ask.deal.recurs.is_given()) return {};
  switch (ask.deal.recurs.value) {
    case model::Recurs::once:
      return {};
    case model::Recurs::quarterly:
      return 3;
    case model::Recurs::semiannual:
      return 6;
    case model::Recurs::annual:
      return 12;
  }
  return {};
}

/// The last day of the contract, as far as the deal says.
std::optional<Date> end_of_term(const Ask& ask) {
  if (ask.deal.contract_end.is_given()) return ask.deal.contract_end.value;
  if (!ask.deal.term_months.is_given()) return std::nullopt;
  const std::optional<Date> start =
      ask.deal.contract_start.is_left_out() ? ask.decision : ask.deal.contract_start.known();
  if (!start) return std::nullopt;
  return base::add_days(base::add_months(*start, ask.deal.term_months.value), -1);
}

/// Whether it is renewed by its period, rather than by the day of a new one.
bool goes_by_period(const HeldReport& report) { return is_attestation(report) && report.period; }

/// A report to come follows on one that is held: over a period that continues without a gap and is no longer than the
/// time between two reports, or, where there are no periods, by the day on which it is due.
bool follows_on(const NextReport& next, const HeldReport& report, Date basis, int months) {
  const bool is_of_type = !report.type || !has_types(next.report) || next.type == report.type;
  if (!next.certain.value_or(false) || !next.expected || !is_of_type) return false;
  if (!goes_by_period(report)) {
    const Date day = is_attestation(report) && next.period ? next.period->to : *next.expected;
    return basis < day && day <= base::add_months(basis, months);
  }
  return next.period && next.period->from <= base::add_days(basis, 1) && basis < next.period->to &&
         next.period->to < base::add_months(next.period->from, months);
}

}  // namespace

void add_renewal(Ask& ask, const HeldReport& report, FactSheet& facts) {
  const model::Stated<int> months = rhythm_of(ask);
  if (months.is_left_out()) return facts.choose(Fact::renewal, "not_asked");
  const std::optional<Date> basis = is_attestation(report) ? last_day_of(report)
                                    : report.issued        ? report.issued
                                                           : report.as_of;
  if (months.is_unknown() || !basis) return;
  const Date first = base::add_months(*basis, months.value);
  const std::optional<Date> end = end_of_term(ask);
  if (facts.is_explained()) {
    facts.note("g20", fmt::format("due every {}, first by {}", counted_months(months.value), base::to_text(first)));
    facts.word("period_end", base::to_text(*basis));
    facts.word("renewal_due", base::to_text(first));
  }
  if ((end && *end < first) || (report.valid_until && first < *report.valid_until))
    return facts.choose(Fact::renewal, "not_due");
  for (const std::size_t number : fitting_next(ask)) {
    const NextReport& next = ask.inventory().next[number];
    if (!follows_on(next, report, *basis, months.value)) continue;
    if (facts.is_explained())
      facts.note("g20", goes_by_period(report)
                            ? fmt::format("the next report runs from {} to {}", base::to_text(next.period->from),
                                          base::to_text(next.period->to))
                            : fmt::format("the next one is due on {}", base::to_text(*next.expected)));
    return facts.choose(Fact::renewal, "follows_on");
  }
  facts.choose(Fact::renewal, goes_by_period(report) ? "open" : "open_by_day");
}

}  // namespace socrates::gate
