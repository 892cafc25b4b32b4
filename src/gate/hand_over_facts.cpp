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

/// A report held keeps the promise where it is still recent enough on the day.
bool keeps(const Ask& ask, const HeldReport& report, const Promise& promise) {
  const auto greatest = threshold(ask, "age_months");
  const auto end = is_attestation(report) ? last_day_of(report) : report.issued;
  return answers(report, promise.report) && type_fits(promise, report.type) && greatest && end &&
         is_issued_by(report, promise.by) == true && base::months_since(*end, promise.by) <= *greatest;
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
  const std::vector<HeldReport>& held = ask.inventory.reports;
  if (std::any_of(held.begin(), held.end(), [&](const HeldReport& report) { return keeps(ask, report, promise); }))
    return Fate::kept;
  std::optional<Fate> planned;
  for (const model::NextReport& next : ask.inventory.next) {
    if (next.report != promise.report || !type_fits(promise, next.type)) continue;
    const Fate fate = !next.expected                 ? Fate::in_doubt
                      : promise.by < *next.expected  ? Fate::late
                      : next.certain.value_or(false) ? Fate::kept
                                                     : Fate::in_doubt;
    planned = planned ? std::min(*planned, fate) : fate;
  }
  if (planned) return planned;
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
  switch (ask.fits) {
    case AskFits::not_judged:
      return facts.choose("ask_fits", "not_judged");
    case AskFits::fits:
      return facts.choose("ask_fits", "fits");
    case AskFits::looks_wrong:
      return facts.choose("ask_fits", "looks_wrong");
  }
}

}  // namespace socrates::gate
