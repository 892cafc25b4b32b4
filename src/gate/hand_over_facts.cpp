// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "facts.hpp"
#include "history.hpp"

namespace socrates::gate {
namespace {

using model::HeldReport;
using model::Promise;
using model::ReportType;

/// From the best to the worst.
enum class Fate { kept, in_doubt, late, open, impossible };

constexpr std::string_view fate_ids[] = {"kept", "in_doubt", "late", "open", "impossible"};

bool type_fits(const Promise& promise, const std::optional<ReportType>& type) {
  const bool wants_type_2 = !promise.type.is_left_out() && promise.type.known() != ReportType::type_1;
  return !has_types(promise.report) || !wants_type_2 || type == ReportType::type_2;
}

/// What a report held makes of a promise: kept where it is surely the report that was promised, and still recent enough
/// on the day; nothing where it surely is not.
std::optional<Fate> fate_by(const Ask& ask, const HeldReport& report, const Promise& promise) {
  const auto greatest = threshold(ask, "age_months");
  const auto end = is_attestation(report) ? last_day_of(report) : report.issued;
  const bool is_it = answers(report, promise.report) && type_fits(promise, report.type) && greatest && end &&
                     is_issued_by(report, promise.by) == true && base::months_since(*end, promise.by) <= *greatest;
  if (!is_it) return std::nullopt;
  Maybe fits = negated(is_superseded(report, ask.inventory, promise.by));
  if (ask.services.is_given()) {
    const std::vector<std::string>& services = ask.services.value;
    fits = both(
        fits, report.covers
                  ? Maybe(std::all_of(services.begin(), services.end(),
                                      [&](const std::string& service) { return holds_word(*report.covers, service); }))
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
  const auto type_2 = threshold(ask, "first_type_2_months");
  const auto floor = threshold(ask, "period_floor_months");
  if (!ask.decision || !type_2 || !floor) return std::nullopt;
  const bool is_type_1 = promise.type.known() == ReportType::type_1;
  return base::add_months(*ask.decision, is_type_1 ? std::max(0, *type_2 - *floor) : *type_2);
}

/// None where it is not known.
std::optional<Fate> fate_of(const Ask& ask, const Promise& promise) {
  std::optional<Fate> best;
  const auto take = [&](Fate fate) { best = best ? std::min(*best, fate) : fate; };
  for (const HeldReport& report : ask.inventory.reports)
    if (const auto fate = fate_by(ask, report, promise)) take(*fate);
  for (const model::NextReport& next : ask.inventory.next) {
    if (next.report != promise.report || !type_fits(promise, next.type) || !covers_services(next, ask.services))
      continue;
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

void add_promises(const Ask& ask, FactSheet& facts) {
  if (ask.deal.promises.empty()) return facts.choose("promise", "none");
  std::optional<Fate> worst = Fate::kept;
  for (const Promise& promise : ask.deal.promises) {
    const std::optional<Fate> fate = fate_of(ask, promise);
    if (fate == Fate::impossible) {
      worst = fate;
    } else if (worst && worst != Fate::impossible) {
      worst = fate ? std::optional(std::max(*worst, *fate)) : std::nullopt;
    }
    facts.note(
        "g17",
        fmt::format("promised: {}{}{} by {}", model::name_of(promise.report), promise.type.is_given() ? " " : "",
                    promise.type.is_given() ? model::name_of(promise.type.value) : "", base::to_text(promise.by)));
  }
  if (worst) facts.choose("promise", fate_ids[static_cast<std::size_t>(*worst)]);
}

template <class Word>
void choose_stated(std::string_view question, const model::Stated<Word>& stated, FactSheet& facts) {
  if (stated.is_left_out())
    facts.choose(question, "not_stated");
  else if (stated.is_given())
    facts.choose(question, model::id_of(stated.value));
}

}  // namespace

void add_hand_over_facts(const Ask& ask, FactSheet& facts) {
  choose_stated("recipient", ask.deal.recipient, facts);
  choose_stated("nda", ask.deal.nda, facts);
  if (const auto needed = threshold(ask, "nda_needed")) facts.say("nda_needed", *needed != 0);
  add_promises(ask, facts);
  for (const Because& because : ask.fit.because) facts.note("g18", because.text);
  switch (ask.fit.fits) {
    case AskFits::not_judged:
      return facts.choose("ask_fits", "not_judged");
    case AskFits::fits:
      return facts.choose("ask_fits", "fits");
    case AskFits::looks_wrong:
      return facts.choose("ask_fits", "looks_wrong");
  }
}

}  // namespace socrates::gate
