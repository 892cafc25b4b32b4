// SPDX-License-Identifier: Apache-2.0
#include "gate/fiscal_year.hpp"

#include <fmt/format.h>

#include "gate/shelf.hpp"
#include "socrates/base/calendar.hpp"

namespace socrates::gate {
namespace {

using base::Date;
using model::NextReport;
using model::Period;
using model::ReportType;

constexpr int months_before_year_end = 3;

Period year_ending(Date end) { return {base::year_start(end), end}; }

int overlap_of(const Period& period, const Period& year) {
  return base::overlap_months(period.from, period.to, year.from, year.to);
}

void choose_overlap(const Ask& ask, int months, FactSheet& facts) {
  const model::Stated<int>& stated = ask.requirement.fiscal_year_months_at_least;
  if (stated.is_unknown()) return;
  if (stated.is_given()) {
    const auto some = threshold(ask, Threshold::overlap_least_months);
    if (some) facts.choose(Fact::overlap, months >= stated.value ? "full" : months >= *some ? "weak" : "too_little");
    return;
  }
  const auto full = threshold(ask, Threshold::overlap_full_months);
  const auto partial = threshold(ask, Threshold::overlap_partial_months);
  const auto least = threshold(ask, Threshold::overlap_least_months);
  if (!full || !partial || !least) return;
  facts.choose(Fact::overlap, months >= *full      ? "full"
                              : months >= *partial ? "partial"
                              : months >= *least   ? "weak"
                                                   : "too_little");
}

void add_year(const Ask& ask, const FiscalYear& year, const Period& period, std::string_view which, FactSheet& facts) {
  const int months = overlap_of(period, year.year);
  const int gap = base::months_since(period.to, year.year.to);
  choose_overlap(ask, months, facts);
  facts.say(Fact::ends_before_year, gap > 0);
  if (const auto usual = threshold(ask, Threshold::fiscal_gap_months))
    facts.count(Fact::fiscal_gap_over_by, gap - *usual);
  if (!facts.is_explained()) return;
  const std::string end =
      gap > 0 ? fmt::format("ends {} before its end", counted_months(gap)) : std::string("does not end before it");
  std::string text =
      months == 0 ? fmt::format("the fiscal year is {} to {}; {} does not cover any part of it",
                                base::to_text(year.year.from), base::to_text(year.year.to), which)
                  : fmt::format("the fiscal year is {} to {}; {} covers {} of it and {}", base::to_text(year.year.from),
                                base::to_text(year.year.to), which, counted_months(months), end);
  if (ask.requirement.fiscal_year_months_at_least.is_given())
    text += fmt::format("; at least {}, as the customer states",
                        counted_months(ask.requirement.fiscal_year_months_at_least.value));
  facts.note("g08", std::move(text));
  facts.word("year_end", base::to_text(year.year.to));
}

/// The planned period that covers most of the coming year, with the period held where the two touch.
std::optional<Period> best_planned(Ask& ask, const std::optional<Period>& held, const Period& year) {
  std::optional<Period> best;
  for (const std::size_t number : fitting_next(ask)) {
    const NextReport& next = ask.inventory().next[number];
    if (!next.period || next.type != ReportType::type_2) continue;
    Period period = *next.period;
    if (held && held->from < period.from && period.from <= base::add_days(held->to, 1)) period.from = held->from;
    const bool is_better = !best || overlap_of(*best, year) < overlap_of(period, year) ||
                           (overlap_of(*best, year) == overlap_of(period, year) && best->to < period.to);
    if (is_better) best = period;
  }
  return best;
}

}  // namespace

FiscalYear fiscal_year_of(const Ask& ask) {
  const model::Deal& deal = ask.deal;
  const bool is_named = deal.fiscal_year_ending.is_given();
  if (!is_named && deal.fiscal_year_end.is_left_out()) {
    const bool is_open =
        deal.fiscal_year_ending.is_unknown() || !ask.requirement.fiscal_year_months_at_least.is_left_out();
    return {is_open ? FiscalYear::Kind::not_known : FiscalYear::Kind::not_stated, {}};
  }
  if (!is_named && deal.fiscal_year_end.is_unknown()) return {FiscalYear::Kind::not_known, {}};
  if (deal.recipient.is_unknown() || !ask.decision) return {FiscalYear::Kind::not_known, {}};
  const bool is_prospect = deal.recipient.is_given() && deal.recipient.value == model::Recipient::prospect;
  if (is_named) {
    const Date end = deal.fiscal_year_ending.value;
    return {is_prospect && *ask.decision < end ? FiscalYear::Kind::coming : FiscalYear::Kind::past, year_ending(end)};
  }
  if (!is_prospect) {
    const Period last = year_ending(base::year_end_by(*ask.decision, deal.fiscal_year_end.value));
    const Date end = base::year_end_from(*ask.decision, deal.fiscal_year_end.value);
    const bool is_near = *ask.decision < end && base::months_since(*ask.decision, end) <= months_before_year_end;
    if (!is_near || deal.fiscal_year_ending.is_unknown()) return {FiscalYear::Kind::past, last};
    return {FiscalYear::Kind::past, year_ending(end), last};
  }
  if (deal.contract_start.is_unknown()) return {FiscalYear::Kind::not_known, {}};
  const Date start = deal.contract_start.known().value_or(*ask.decision);
  return {FiscalYear::Kind::coming, year_ending(base::year_end_from(start, deal.fiscal_year_end.value))};
}

void add_fiscal_year(Ask& ask, const Candidate& candidate, const FiscalYear& year, FactSheet& facts) {
  const Maybe accepted = ask.requirement.auditor_accepts_overlap.is_unknown()
                             ? std::nullopt
                             : Maybe(ask.requirement.auditor_accepts_overlap.known().value_or(false));
  facts.say(Fact::overlap_accepted, accepted);
  facts.say(Fact::year_months_stated, !ask.requirement.fiscal_year_months_at_least.is_left_out());
  const std::optional<Period> held = merged_period(*candidate.report, candidate.earlier);
  switch (year.kind) {
    case FiscalYear::Kind::not_known:
      return;
    case FiscalYear::Kind::not_stated:
      return facts.choose(Fact::fiscal_year, "not_stated");
    case FiscalYear::Kind::past:
      facts.choose(Fact::fiscal_year, "past");
      if (candidate.report->type == ReportType::type_1) {
        facts.choose(Fact::overlap, "too_little");
        facts.say(Fact::ends_before_year, false);
      } else if (held) {
        add_year(ask, year, *held, "the period", facts);
      }
      return;
    case FiscalYear::Kind::coming:
      facts.choose(Fact::fiscal_year, "coming");
      if (const auto planned = best_planned(ask, held, year.year))
        return add_year(ask, year, *planned, "the period planned", facts);
      facts.choose(Fact::overlap, "too_little");
      return;
  }
}

std::optional<base::Date> next_year_end(const Ask& ask) {
  const model::Stated<base::YearEnd>& end = ask.deal.fiscal_year_end;
  const bool is_prospect = ask.deal.recipient.known() == model::Recipient::prospect;
  if (!end.is_given() || !ask.decision || is_prospect || ask.deal.fiscal_year_ending.is_given()) return std::nullopt;
  return base::year_end_from(base::add_days(*ask.decision, 1), end.value);
}

std::optional<base::Date> next_year_meant(const Ask& ask) {
  const std::optional<base::Date> end = next_year_end(ask);
  if (!end) return std::nullopt;
  const base::Date day = base::add_months(*end, -months_before_year_end);
  return *ask.decision < day
             ? day
             : base::add_months(base::year_end_from(base::add_days(*end, 1), ask.deal.fiscal_year_end.value),
                                -months_before_year_end);
}

}  // namespace socrates::gate
