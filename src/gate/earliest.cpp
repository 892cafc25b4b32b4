// SPDX-License-Identifier: Apache-2.0
#include "gate/earliest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

#include "gate/candidates.hpp"
#include "gate/facts.hpp"
#include "gate/shelf.hpp"

namespace socrates::gate {
namespace {

bool is_met(const Ask& ask, Holding& holding, base::Date day) {
  Ask then = on_day(ask, day, holding.shelf, holding.sheets);
  return can_be_met(then);
}

bool is_met_by_what_is_held(const Ask& ask, base::Date day) {
  Ask then = on_day(ask, day, ask.shelf, ask.sheets);
  return can_be_met(then);
}

/// With letters that are signed on that day for all that can have one.
bool is_met_with_letters(const Ask& ask, const model::Inventory& held, base::Date day) {
  model::Inventory bridged = held;
  bool has_letter = false;
  for (model::HeldReport& report : bridged.reports)
    if (auto letter = letter_signed_on(report, day)) {
      report.bridge_letter = letter;
      report.bridge_letters.clear();
      has_letter = true;
    }
  if (!has_letter) return false;
  Holding holding(ask, std::move(bridged));
  return is_met(ask, holding, day);
}

/// By day what comes on it, in words.
using Calendar = std::map<base::Date, std::string>;

void add_day(Calendar& calendar, base::Date day, std::string what) {
  const auto [entry, is_new] = calendar.emplace(day, what);
  if (!is_new && what < entry->second) entry->second = std::move(what);
}

Calendar calendar_of(const Ask& ask) {
  Calendar calendar;
  for (const model::HeldReport& report : ask.inventory().reports)
    if (report.issued && *ask.decision < *report.issued) add_day(calendar, *report.issued, report.id + " is issued");
  for (const model::NextReport& next : ask.inventory().next) {
    if (!next.expected) continue;
    const std::string type = next.type ? fmt::format(" {}", model::name_of(*next.type)) : "";
    add_day(calendar, std::max(*ask.decision, *next.expected),
            fmt::format("the {}{} that is planned for {}", model::name_of(next.report), type,
                        base::to_text(*next.expected)));
  }
  if (const auto year_end = next_year_end(ask)) add_day(calendar, *year_end, "the end of the fiscal year");
  if (const auto meant = next_year_meant(ask)) add_day(calendar, *meant, "the fiscal year that counts from then on");
  if (ask.deal.fiscal_year_ending.is_given() && *ask.decision < ask.deal.fiscal_year_ending.value)
    add_day(calendar, ask.deal.fiscal_year_ending.value, "the end of the fiscal year");
  return calendar;
}

/// With a report that nobody has begun to make yet, as far as a plan says when it can be there.
Earliest with_planned_report(const Ask& ask) {
  if (ask.planned == nullptr || !*ask.planned) return {};
  std::optional<model::NextReport> next = (*ask.planned)(ask.requirement);
  if (!next || !next->expected) return {};
  next->covers = ask.services.known();
  const base::Date day = std::max(*ask.decision, *next->expected);
  model::Inventory then = ask.inventory();
  model::HeldReport report = as_held(*next, ask.inventory(), ask.deal, ask.requirement);
  report.entity = ask.deal.entity.known();  // its scope is still open
  report.regions = ask.deal.regions.known();
  report.objectives = ask.requirement.objectives.known();
  then.reports.push_back(std::move(report));
  Holding holding(ask, std::move(then));
  if (!is_met(ask, holding, day)) return {};
  const std::string type = next->type ? fmt::format(" {}", model::name_of(*next->type)) : "";
  return {day, fmt::format("a new {}{}, begun now, according to a plan from your own answers about controls",
                           model::name_of(next->report), type)};
}

}  // namespace

Holding::Holding(const Ask& ask, model::Inventory held)
    : inventory(std::move(held)),
      shelf(inventory, ask.bench, &ask.shelf),
      sheets(std::make_shared<Sheets>(*ask.sheets)) {}

std::optional<model::Deal> with_agreement(const model::Deal& deal) {
  const bool can_be_signed =
      deal.nda.is_given() && (deal.nda.value == model::Nda::none || deal.nda.value == model::Nda::pending);
  if (!can_be_signed) return std::nullopt;
  model::Deal agreed = deal;
  agreed.nda = model::Nda::signed_by_both;
  return agreed;
}

Ask under_agreement(const Ask& ask, const model::Deal& agreed) {
  return {agreed,     ask.requirement, ask.services,      ask.decision, ask.bench,   ask.shelf,
          ask.policy, ask.rules,       ask.strictness,    ask.fit,      ask.waivers, ask.planned,
          ask.words,  ask.sheets,      ask.service_words, {},           {},          ask.doubts};
}

std::optional<model::BridgeLetter> letter_signed_on(const model::HeldReport& report, base::Date day) {
  if (report.type != model::ReportType::type_2 || !report.period || day <= report.period->to) return std::nullopt;
  return model::BridgeLetter{base::add_days(report.period->to, 1), day, day};
}

model::HeldReport as_held(const model::NextReport& next, const model::Inventory& inventory, const model::Deal& deal,
                          const model::Requirement& requirement) {
  model::HeldReport report;
  report.id = fmt::format("next {} {}", model::id_of(next.report), next.expected ? base::to_text(*next.expected) : "");
  report.report = next.report;
  report.type = next.type;
  report.categories = next.categories;
  report.covers = next.covers;
  report.period = next.period;
  if (next.type == model::ReportType::type_1) report.as_of = next.period ? next.period->to : next.expected;
  report.issued = next.expected;
  report.entity = deal.entity.known();
  report.regions = deal.regions.known();
  report.opinion = model::Opinion::unmodified;
  report.exceptions = std::vector<model::Exception>();
  report.auditor.licensed = true;
  report.auditor.peer_reviewed = true;
  report.level = next.level;
  report.questionnaire = next.questionnaire;
  report.no_change_since = next.expected;
  // A certificate is good for a year at least, and no plan says how long it will be.
  if (model::is_examined(next.report) && !is_attestation(next.report) && next.expected)
    report.valid_until = base::add_days(base::add_months(*next.expected, 12), -1);
  report.subservice = model::Subservice{model::SubserviceMethod::none, std::vector<model::SubserviceOrganization>()};
  report.user_entity_controls = model::UserControls::listed;
  report.objectives = requirement.objectives.known();
  const model::HeldReport* latest = nullptr;
  for (const model::HeldReport& held : inventory.reports)
    if (held.report == next.report && held.issued && (latest == nullptr || *latest->issued < *held.issued))
      latest = &held;
  if (latest == nullptr) return report;
  // What lies in the scope rather than in the outcome stays as it is in the report before it.
  report.frameworks = latest->frameworks;
  report.entity = latest->entity;
  report.regions = latest->regions;
  report.objectives = latest->objectives;
  if (latest->user_entity_controls == model::UserControls::none)
    report.user_entity_controls = latest->user_entity_controls;
  if (latest->subservice) {
    report.subservice->method = latest->subservice->method;
    report.subservice->organizations = latest->subservice->organizations;
    if (report.subservice->organizations)
      for (model::SubserviceOrganization& organization : *report.subservice->organizations) {
        organization.report_held = true;
        organization.reviewed = true;
      }
  }
  return report;
}

model::HeldReport as_planned(const model::NextReport& next, const model::Inventory& inventory, const model::Deal& deal,
                             const model::Requirement& requirement) {
  model::HeldReport report = as_held(next, inventory, deal, requirement);
  const std::string type = next.type ? fmt::format(" {}", model::name_of(*next.type)) : "";
  const std::string day = next.expected ? fmt::format(" planned for {}", base::to_text(*next.expected)) : "";
  report.id = fmt::format("the {}{}{}", model::name_of(next.report), type, day);
  const bool asks_of_suppliers = !requirement.inclusive_for.is_left_out() ||
                                 !requirement.subservice_reports.is_left_out() ||
                                 !requirement.subservice_method.is_left_out();
  const bool has_predecessor =
      std::any_of(inventory.reports.begin(), inventory.reports.end(),
                  [&](const model::HeldReport& held) { return held.report == next.report && held.issued; });
  if (asks_of_suppliers && !has_predecessor) report.subservice.reset();
  return report;
}

namespace {

/// A report is to be issued between today and the decision, which by itself is a condition today.
bool waits_for_issue(const Ask& ask) {
  const std::vector<model::HeldReport>& held = ask.inventory().reports;
  return ask.today && std::any_of(held.begin(), held.end(), [&](const model::HeldReport& report) {
           return report.issued && *ask.today < *report.issued && *report.issued <= *ask.decision;
         });
}

/// The first day, under a deal as it is; `ask` is of that deal.
Earliest first_day(const Ask& ask) {
  if (waits_for_issue(ask) && is_met_by_what_is_held(ask, *ask.decision))
    return {ask.decision, "the reports that are to be issued by then"};
  if (is_met_with_letters(ask, ask.inventory(), *ask.decision)) return {ask.decision, "a bridge letter"};
  std::optional<Holding> with_those_that_came;
  std::size_t came = 0;
  for (const auto& [day, what] : calendar_of(ask)) {
    if (ask.bench.work.is_spent()) return {};
    if (is_met_by_what_is_held(ask, day)) return {day, "the reports held, for the time that counts then"};
    if (is_met_with_letters(ask, ask.inventory(), day)) return {day, "a bridge letter signed then"};
    const std::vector<model::NextReport>& all = ask.inventory().next;
    const auto is_there = [&day = day](const model::NextReport& next) {
      return next.expected && *next.expected <= day;
    };
    const auto come = static_cast<std::size_t>(std::count_if(all.begin(), all.end(), is_there));
    if (come == 0) continue;  // what is held is all there is
    if (come != came) {
      model::Inventory then = ask.inventory();
      for (const model::NextReport& next : all)
        if (is_there(next)) then.reports.push_back(as_held(next, ask.inventory(), ask.deal, ask.requirement));
      with_those_that_came.emplace(ask, std::move(then));
      came = come;
    }
    if (is_met(ask, *with_those_that_came, day)) return {day, what};
  }
  return with_planned_report(ask);
}

}  // namespace

Earliest earliest_day(const Ask& ask) {
  if (!ask.decision) return {};
  const std::optional<model::Deal> agreed = with_agreement(ask.deal);
  if (!agreed) return first_day(ask);
  const Ask signed_ask = under_agreement(ask, *agreed);
  if (is_met_by_what_is_held(signed_ask, *ask.decision)) return {ask.decision, "a signed non-disclosure agreement"};
  // Whatever can be met without an agreement can be met with one, and no earlier.
  Earliest first = first_day(signed_ask);
  if (first.day && ask.deal.nda.value == model::Nda::none) first.by += ", and a signed non-disclosure agreement";
  return first;
}

}  // namespace socrates::gate
