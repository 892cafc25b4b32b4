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

/// Whether it is of the type that was promised: none where that is not known.
Maybe type_fits(const Promise& promise, const std::optional<ReportType>& type) {
  const bool wants_type_2 = !promise.type.is_left_out() && promise.type.known() != ReportType::type_1;
  if (!has_types(promise.report) || !wants_type_2) return true;
  return type ? Maybe(type == ReportType::type_2) : std::nullopt;
}

/// Whether all services are among those that a report covers. Where one only runs under the same controls, or its name
/// may be a slip, somebody has to find out.
Maybe names_services(const Ask& ask, const std::optional<WordSet>& covers, const WordSet& groups) {
  if (!ask.services.is_given()) return true;
  if (!covers) return ask.service_words.empty() ? Maybe(true) : std::nullopt;
  Maybe all = true;
  for (std::size_t i = 0; i < ask.service_words.size(); ++i) {
    if (has_word(*covers, ask.service_words[i])) continue;
    const bool is_in_doubt = is_alike_service(ask, ask.service_words[i], groups) ||
                             meant_by(ask.doubts.services, ask.services.value[i]) != nullptr;
    if (!is_in_doubt) return false;
    all = std::nullopt;
  }
  return all;
}

/// Whether it is about the company of the deal, as far as the deal names one.
Maybe names_entity(const Ask& ask, const std::optional<std::string>& entity) {
  if (!ask.deal.entity.is_given()) return true;
  if (!entity) return std::nullopt;
  if (is_same_entity(ask, ask.deal.entity.value, *entity)) return true;
  return meant_by(ask.doubts.entities, ask.deal.entity.value) != nullptr ? std::nullopt : Maybe(false);
}

/// Whether a report that is held still says something on that day: a certificate for as long as it is valid, an
/// examination for the greatest age. What does not say until when it is valid is good for that age too; a certificate
/// may then be good for longer.
Maybe is_good_on(const Ask& ask, const HeldReport& report, base::Date day) {
  if (report.valid_until && *report.valid_until < day) return false;
  const bool is_examination = is_attestation(report);
  if (report.valid_until && !is_examination) return true;
  const auto greatest = threshold(ask, Threshold::age_months);
  const auto from = is_examination                                       ? last_day_of(report)
                    : report.issued || model::is_examined(report.report) ? report.issued
                                                                         : report.as_of;
  if (!greatest || !from) return std::nullopt;
  if (base::months_since(*from, day) <= *greatest) return true;
  return !is_examination && model::is_examined(report.report) ? std::nullopt : Maybe(false);
}

/// What a report held makes of a promise: kept where it is surely the report that was promised, and still good on the
/// day; late where it was issued after that day, and is in hand; nothing where it surely is not the one. One that is
/// held to be issued on a day yet to come is in doubt until then.
std::optional<Fate> fate_by(Ask& ask, const HeldReport& report, const Promise& promise) {
  if (!answers(report, promise.report)) return std::nullopt;
  const bool is_late = report.issued && promise.by < *report.issued && is_issued_by(report, ask.decision) == true;
  Maybe fits = negated(ask.shelf.is_superseded(report, is_late ? *ask.decision : promise.by));
  fits = both(fits, type_fits(promise, report.type));
  if (!is_late) fits = both(fits, both(is_issued_by(report, promise.by), is_good_on(ask, report, promise.by)));
  fits = both(fits, names_services(ask, ask.shelf.words(report).covers, ask.shelf.words(report).alike));
  fits = both(fits, names_entity(ask, report.entity));
  if (ask.today && report.issued && *ask.today < *report.issued) fits = both(fits, std::nullopt);
  if (is_attestation(report)) {
    const bool is_worthless = report.opinion == model::Opinion::adverse || report.opinion == model::Opinion::disclaimer;
    fits = both(fits, is_worthless                                   ? Maybe(false)
                      : report.opinion == model::Opinion::unmodified ? Maybe(true)
                                                                     : std::nullopt);
  }
  if (fits == false) return std::nullopt;
  return is_late ? Fate::late : fits ? Fate::kept : Fate::in_doubt;
}

/// Whether a report that is planned is still young enough on that day: a report planned for next year keeps no promise
/// of the year after the next.
bool is_young_enough(const Ask& ask, const model::NextReport& next, base::Date day) {
  const auto greatest = threshold(ask, Threshold::age_months);
  const base::Date end = next.period && is_attestation(next.report) ? next.period->to : *next.expected;
  return greatest && base::months_since(end, day) <= *greatest;
}

/// The months in which something of that kind can be there at the soonest, begun from nothing.
std::optional<int> least_months(const Ask& ask, const Promise& promise) {
  using model::Family;
  switch (promise.report) {
    case Family::iso_27001:
    case Family::iso_42001:
    case Family::iso_27701:
    case Family::iso_27017:
    case Family::iso_27018:
    case Family::pci_dss:
      return threshold(ask, Threshold::first_certificate_months);
    case Family::tisax:
      return threshold(ask, Threshold::first_tisax_months);
    case Family::hitrust:
      return threshold(ask, Threshold::first_hitrust_months);
    case Family::cmmc:
      return threshold(ask, Threshold::first_cmmc_months);
    case Family::fedramp:
    case Family::stateramp:
      return threshold(ask, Threshold::first_fedramp_months);
    case Family::hecvat:
    case Family::penetration_test:
    case Family::questionnaire:
    case Family::sbom:
    case Family::insurance_certificate:
    case Family::right_to_audit:
      return 0;
    case Family::soc1:
    case Family::soc2:
    case Family::soc3:
    case Family::isae_3402:
    case Family::isae_3000:
    case Family::c5:
    case Family::hipaa:
    case Family::soc_for_cybersecurity:
    case Family::csa_star:
    case Family::soc_for_supply_chain: {
      const auto type_2 = threshold(ask, Threshold::first_type_2_months);
      const auto floor = threshold(ask, Threshold::period_floor_months);
      if (!type_2 || !floor) return std::nullopt;
      return promise.type.known() == ReportType::type_1 ? std::max(0, *type_2 - *floor) : *type_2;
    }
  }
  return std::nullopt;
}

/// The first day on which a report could be there for which nothing is planned yet.
std::optional<base::Date> soonest_from_nothing(const Ask& ask, const Promise& promise) {
  const auto months = least_months(ask, promise);
  return ask.decision && months ? std::optional(base::add_months(*ask.decision, *months)) : std::nullopt;
}

/// By a report to come; none where it is of another kind, covers something else, or will be too old.
std::optional<Fate> fate_by_next(Ask& ask, const model::NextReport& next, const Promise& promise) {
  if (next.report != promise.report) return std::nullopt;
  const Maybe fits =
      both(type_fits(promise, next.type), names_services(ask, ask.shelf.covers(next), ask.shelf.alike(next)));
  if (fits == false) return std::nullopt;
  if (!next.expected) return Fate::in_doubt;
  if (promise.by < *next.expected) return Fate::late;
  if (!is_young_enough(ask, next, promise.by)) return std::nullopt;
  return fits && next.certain.value_or(false) ? Fate::kept : Fate::in_doubt;
}

/// Of one service, or of all of them in one report; none where it is not known.
std::optional<Fate> fate_of_services(Ask& ask, const Promise& promise) {
  std::optional<Fate> best;
  const auto take = [&](Fate fate) { best = best ? std::min(*best, fate) : fate; };
  for (const HeldReport& report : ask.inventory().reports)
    if (const auto fate = fate_by(ask, report, promise)) take(*fate);
  for (const model::NextReport& next : ask.inventory().next)
    if (const auto fate = fate_by_next(ask, next, promise)) take(*fate);
  if (best) return best;
  const auto soonest = soonest_from_nothing(ask, promise);
  if (!soonest) return std::nullopt;
  return promise.by < *soonest ? Fate::impossible : Fate::open;
}

/// Reports on several services add up, so that of a promise which no report keeps for all of them the worst service
/// counts; none where it is not known.
std::optional<Fate> fate_of(Ask& ask, const Promise& promise) {
  const std::optional<Fate> together = fate_of_services(ask, promise);
  if (together == Fate::kept || !ask.services.is_given() || ask.services.value.size() < 2) return together;
  std::optional<Fate> worst = Fate::kept;
  for (std::size_t service = 0; service < ask.services.value.size() && worst != Fate::impossible; ++service) {
    ask.bench.work.add(1 + (ask.inventory().reports.size() + ask.inventory().next.size()) / 10);
    Ask part = part_of(ask, service);
    const std::optional<Fate> fate = fate_of_services(part, promise);
    if (fate == Fate::impossible) return fate;
    if (worst) worst = fate ? std::optional(std::max(*worst, *fate)) : std::nullopt;
  }
  return worst;
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

std::string promise_words(const Promise& promise) {
  return fmt::format("{}{}{} by {}", model::name_of(promise.report), promise.type.is_given() ? " " : "",
                     promise.type.is_given() ? model::name_of(promise.type.value) : "", base::to_text(promise.by));
}

/// What becomes of it, in words.
std::string_view fate_words(std::optional<Fate> fate) {
  if (!fate) return "not known";
  switch (*fate) {
    case Fate::kept:
      return "kept";
    case Fate::in_doubt:
      return "in doubt";
    case Fate::late:
      return "late";
    case Fate::open:
      return "nothing is planned";
    case Fate::impossible:
      return "not enough time";
  }
  return {};
}

void explain_promises(Ask& ask, FactSheet& facts) {
  std::vector<std::string> at_risk;
  for (const Promise& promise : ask.deal.promises) {
    const std::optional<Fate> fate = fate_of(ask, promise);
    const bool is_past = ask.decision && promise.by < *ask.decision;
    facts.note("g17", fmt::format("promised: {}: {}{}", promise_words(promise), fate_words(fate),
                                  is_past ? "; that day has passed" : ""));
    if (fate && ask.fate && *ask.fate && *fate == **ask.fate) at_risk.push_back(promise_words(promise));
  }
  facts.word("promise_at_risk", listed_words(at_risk));
}

void add_promises(Ask& ask, FactSheet& facts) {
  if (ask.deal.promises.empty() || !ask.judges_promises) return facts.choose(Fact::promise, "none");
  if (!ask.fate) ask.fate = fate_of_promises(ask);
  if (const std::optional<Fate>& worst = *ask.fate)
    facts.choose(Fact::promise, fate_ids[static_cast<std::size_t>(*worst)]);
  if (facts.is_explained()) explain_promises(ask, facts);
}

void add_due(const Ask& ask, FactSheet& facts) {
  constexpr std::string_view ids[] = {"not_asked", "planned", "not_planned", "past"};
  if (ask.due != DueState::not_known) facts.choose(Fact::due, ids[static_cast<std::size_t>(ask.due)]);
  if (!facts.is_explained() || !ask.due_day) return;
  facts.word("due", base::to_text(*ask.due_day));
  if (ask.due_next) facts.word("next_date", base::to_text(*ask.due_next));
  facts.note("g21", fmt::format("due by {}", base::to_text(*ask.due_day)));
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
  add_due(ask, facts);
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
