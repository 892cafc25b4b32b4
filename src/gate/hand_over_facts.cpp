// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "gate/facts.hpp"
#include "gate/shelf.hpp"

namespace socrates::gate {
namespace {

using model::HeldReport;
using model::Promise;
using model::ReportType;

constexpr std::string_view fate_ids[] = {"kept", "in_doubt", "late", "open", "impossible"};

bool type_fits(const Promise& promise, const std::optional<ReportType>& type) {
  const bool wants_type_2 = !promise.type.is_left_out() && promise.type.known() != ReportType::type_1;
  return !has_types(promise.report) || !wants_type_2 || type == ReportType::type_2;
}

/// What a report held makes of a promise: kept where it is surely the report that was promised, and still recent enough
/// on the day; nothing where it surely is not.
std::optional<Fate> fate_by(Ask& ask, const HeldReport& report, const Promise& promise) {
  const auto greatest = threshold(ask, Threshold::age_months);
  const auto end = is_attestation(report) ? last_day_of(report) : report.issued;
  const bool is_it = answers(report, promise.report) && type_fits(promise, report.type) && greatest && end &&
                     is_issued_by(report, promise.by) == true && base::months_since(*end, promise.by) <= *greatest;
  if (!is_it) return std::nullopt;
  Maybe fits = negated(ask.shelf.is_superseded(report, promise.by));
  if (ask.services.is_given()) {
    const std::optional<WordSet>& covers = ask.shelf.words(report).covers;
    fits = both(fits, covers ? Maybe(std::all_of(ask.service_words.begin(), ask.service_words.end(),
                                                 [&](Word service) { return has_word(*covers, service); }))
                             : std::nullopt);
  }
  if (ask.deal.entity.is_given())
    fits = both(fits, report.entity ? Maybe(is_same_word(*report.entity, ask.deal.entity.value)) : std::nullopt);
  if (is_attestation(report)) {
    const bool is_worthless = report.opinion == model::Opinion::adverse || report.opinion == model::Opinion::disclaimer;
    fits = both(fits, is_worthless                                   ? Maybe(false)
                      : report.opinion == model::Opinion::unmodified ? Maybe(true)
                                                                     : std::nullopt);
  }
  if (fits == false) return std::nullopt;
  return fits ? Fate::kept : Fate::in_doubt;
}

/// The first day on which a report could be there for which nothing is planned yet.
std::optional<base::Date> soonest_from_nothing(const Ask& ask, const Promise& promise) {
  const auto type_2 = threshold(ask, Threshold::first_type_2_months);
  const auto floor = threshold(ask, Threshold::period_floor_months);
  if (!ask.decision || !type_2 || !floor) return std::nullopt;
  const bool is_type_1 = promise.type.known() == ReportType::type_1;
  return base::add_months(*ask.decision, is_type_1 ? std::max(0, *type_2 - *floor) : *type_2);
}

/// None where it is not known.
std::optional<Fate> fate_of(Ask& ask, const Promise& promise) {
  std::optional<Fate> best;
  const auto take = [&](Fate fate) { best = best ? std::min(*best, fate) : fate; };
  for (const HeldReport& report : ask.inventory().reports)
    if (const auto fate = fate_by(ask, report, promise)) take(*fate);
  for (const model::NextReport& next : ask.inventory().next) {
    if (next.report != promise.report || !type_fits(promise, next.type) || !covers_services(next, ask)) continue;
    take(!next.expected                 ? Fate::in_doubt
         : promise.by < *next.expected  ? Fate::late
         : next.certain.value_or(false) ? Fate::kept
                                        : Fate::in_doubt);
  }
  if (best) return best;
  const auto soonest = soonest_from_nothing(ask, promise);
  if (!soonest) return std::nullopt;
  return promise.by < *soonest ? Fate::impossible : Fate::open;
}

/// The worst of them all; none where it is not known.
std::optional<Fate> fate_of_promises(Ask& ask) {
  std::optional<Fate> worst = Fate::kept;
  for (const Promise& promise : ask.deal.promises) {
    ask.bench.work.add(1 + (ask.inventory().reports.size() + ask.inventory().next.size()) / 10);
    const std::optional<Fate> fate = fate_of(ask, promise);
    if (fate == Fate::impossible) return fate;
    if (worst) worst = fate ? std::optional(std::max(*worst, *fate)) : std::nullopt;
  }
  return worst;
}

void add_promises(Ask& ask, FactSheet& facts) {
  if (ask.deal.promises.empty()) return facts.choose(Fact::promise, "none");
  if (!ask.fate) ask.fate = fate_of_promises(ask);
  if (const std::optional<Fate>& worst = *ask.fate)
    facts.choose(Fact::promise, fate_ids[static_cast<std::size_t>(*worst)]);
  if (!facts.is_explained()) return;
  for (const Promise& promise : ask.deal.promises)
    facts.note(
        "g17",
        fmt::format("promised: {}{}{} by {}", model::name_of(promise.report), promise.type.is_given() ? " " : "",
                    promise.type.is_given() ? model::name_of(promise.type.value) : "", base::to_text(promise.by)));
}

template <class Value>
void choose_stated(Fact fact, const model::Stated<Value>& stated, FactSheet& facts) {
  if (stated.is_left_out())
    facts.choose(fact, "not_stated");
  else if (stated.is_given())
    facts.choose(fact, model::id_of(stated.value));
}

}  // namespace

void add_hand_over_facts(Ask& ask, FactSheet& facts) {
  choose_stated(Fact::recipient, ask.deal.recipient, facts);
  choose_stated(Fact::nda, ask.deal.nda, facts);
  if (const auto needed = threshold(ask, Threshold::nda_needed)) facts.say(Fact::nda_needed, *needed != 0);
  add_promises(ask, facts);
  for (const Because& because : ask.fit.because)
    if (facts.is_explained()) facts.note("g18", because.text);
  switch (ask.fit.fits) {
    case AskFits::not_judged:
      return facts.choose(Fact::ask_fits, "not_judged");
    case AskFits::fits:
      return facts.choose(Fact::ask_fits, "fits");
    case AskFits::looks_wrong:
      return facts.choose(Fact::ask_fits, "looks_wrong");
  }
}

}  // namespace socrates::gate
