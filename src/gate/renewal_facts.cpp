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
  }
  if ((end && *end < first) || (report.valid_until && first < *report.valid_until))
    return facts.choose(Fact::renewal, "not_due");
  for (const std::size_t number : fitting_next(ask)) {
    const NextReport& next = ask.inventory().next[number];
    const bool is_of_type = !report.type || !has_types(next.report) || next.type == report.type;
    const bool follows_on = next.period && next.certain.value_or(false) && next.expected && is_of_type &&
                            (!ask.decision || *ask.decision <= *next.expected) &&
                            next.period->from <= base::add_days(*basis, 1) && *basis < next.period->to &&
                            next.period->to < base::add_months(next.period->from, months.value);
    if (!follows_on) continue;
    if (facts.is_explained())
      facts.note("g20", fmt::format("the next report runs from {} to {}", base::to_text(next.period->from),
                                    base::to_text(next.period->to)));
    return facts.choose(Fact::renewal, "follows_on");
  }
  facts.choose(Fact::renewal, "open");
}

}  // namespace socrates::gate
