// SPDX-License-Identifier: Apache-2.0
#include "socrates/gate/bridge.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "gate/view.hpp"
#include "socrates/base/suggest.hpp"
#include "socrates/base/words.hpp"

namespace socrates::gate {
namespace {

using base::to_text;
using model::Family;
using model::HeldReport;

template <class Value>
bool share_any(const std::vector<Value>& a, const std::vector<Value>& b) {
  return std::find_first_of(a.begin(), a.end(), b.begin(), b.end()) != a.end();
}

/// What is not known may be the same.
bool may_share_services(const std::optional<std::vector<std::string>>& a,
                        const std::optional<std::vector<std::string>>& b) {
  return !a || !b || share_any(*a, *b);
}

bool replaces(const HeldReport& later, const HeldReport& earlier, base::Date day) {
  if (&later == &earlier || !later.issued || *later.issued > day) return false;
  if (later.type == model::ReportType::type_1 && earlier.type == model::ReportType::type_2) return false;
  if (later.entity && earlier.entity && *later.entity != *earlier.entity) return false;
  return share_any(families_of(later), families_of(earlier)) && may_share_services(later.covers, earlier.covers) &&
         last_day_of(later) > last_day_of(earlier);
}

const HeldReport* replacement_of(const HeldReport& report, const model::Inventory& inventory, base::Date day) {
  for (const HeldReport& other : inventory.reports)
    if (replaces(other, report, day)) return &other;
  return nullptr;
}

/// Those of which an auditor reports on a period.
bool has_periods(const HeldReport& report) {
  const std::vector<Family> with_periods = {Family::soc1, Family::soc2, Family::isae_3402, Family::isae_3000,
                                            Family::c5};
  return share_any(families_of(report), with_periods);
}

/// Why no letter can follow on the report itself, whenever it is signed; empty where one can.
std::string unfit(const HeldReport& report) {
  if (!has_periods(report)) return fmt::format("'{}' is no SOC 1, SOC 2, ISAE or C5 report", report.id);
  if (!report.type) return fmt::format("it is not known whether '{}' is a Type 1 or a Type 2", report.id);
  if (report.type == model::ReportType::type_1)
    return fmt::format("'{}' is a Type 1, which says nothing about how controls operated over time", report.id);
  if (!report.period) return fmt::format("the period of '{}' is not known", report.id);
  if (!report.issued) return fmt::format("it is not known when '{}' was issued", report.id);
  if (report.opinion == model::Opinion::adverse)
    return fmt::format("the opinion of '{}' is adverse, so there is nothing to bridge", report.id);
  if (report.opinion == model::Opinion::disclaimer)
    return fmt::format("the auditor of '{}' has disclaimed an opinion, so there is nothing to bridge", report.id);
  return {};
}

/// Why no letter that is signed on that day can follow on it; empty where it can.
std::string refusal(const HeldReport& report, const model::Inventory& inventory, base::Date signed_on,
                    base::Date today) {
  if (std::string why = unfit(report); !why.empty()) return why;
  const base::Date end = report.period->to;
  if (end >= today)
    return fmt::format("the period of '{}' ends on {}, and has not ended by today, {}", report.id, to_text(end),
                       to_text(today));
  if (*report.issued > signed_on)
    return fmt::format("'{}' is issued on {}, after the day of signing, {}", report.id, to_text(*report.issued),
                       to_text(signed_on));
  if (signed_on <= end)
    return fmt::format("the day of signing, {}, is not after the end of the period of '{}', {}", to_text(signed_on),
                       report.id, to_text(end));
  if (const HeldReport* const later = replacement_of(report, inventory, signed_on))
    return fmt::format("a later report, '{}', replaces '{}'", later->id, report.id);
  return {};
}

const model::NextReport* next_after(const HeldReport& report, const model::Inventory& inventory) {
  for (const model::NextReport& next : inventory.next)
    if (next.certain == true && next.period && next.type == model::ReportType::type_2 &&
        share_any(families_of(report), {next.report}) && may_share_services(report.covers, next.covers) &&
        next.period->from <= base::add_days(report.period->to, 1) && next.period->to > report.period->to)
      return &next;
  return nullptr;
}

Bridge bridge_of(const HeldReport& report, const model::Inventory& inventory, base::Date signed_on) {
  const base::Date end = report.period->to;
  return {
      &report, {base::add_days(end, 1), signed_on}, base::months_since(end, signed_on), next_after(report, inventory)};
}

std::variant<Bridge, NoBridge> on_the_only_one(const model::Inventory& inventory, base::Date signed_on,
                                               base::Date today) {
  std::vector<const HeldReport*> fit;
  std::vector<std::string> whys;
  std::vector<std::string> ids;
  for (const HeldReport& report : inventory.reports) {
    std::string why = refusal(report, inventory, signed_on, today);
    if (!why.empty()) {
      whys.push_back(std::move(why));
      continue;
    }
    fit.push_back(&report);
    ids.push_back(report.id);
  }
  if (fit.size() == 1) return bridge_of(*fit.front(), inventory, signed_on);
  if (fit.size() > 1)
    return NoBridge{"a letter could follow on several reports", "name one with --report: " + base::joined(ids)};
  if (whys.empty()) return NoBridge{"no report is held", "a bridge letter follows on an issued Type 2"};
  return NoBridge{base::joined(whys, "; "), "a bridge letter follows on an issued Type 2 whose period has ended"};
}

}  // namespace

std::vector<const HeldReport*> newest_reports(const model::Inventory& inventory, base::Date day) {
  std::vector<const HeldReport*> newest;
  for (const HeldReport& report : inventory.reports)
    if (report.issued && *report.issued <= day && replacement_of(report, inventory, day) == nullptr)
      newest.push_back(&report);
  return newest;
}

std::variant<Bridge, NoBridge> bridge_on(const model::Inventory& inventory, std::string_view id, base::Date signed_on,
                                         base::Date today) {
  if (signed_on > today)
    return NoBridge{fmt::format("the day of signing, {}, is after today, {}", to_text(signed_on), to_text(today)),
                    "nobody can say yet what will have happened by then; make the letter on the day of signing"};
  if (id.empty()) return on_the_only_one(inventory, signed_on, today);
  std::vector<std::string> ids;
  for (const HeldReport& report : inventory.reports) {
    ids.push_back(report.id);
    if (report.id != id) continue;
    std::string why = refusal(report, inventory, signed_on, today);
    if (why.empty()) return bridge_of(report, inventory, signed_on);
    return NoBridge{std::move(why), "a bridge letter follows on an issued Type 2 whose period has ended"};
  }
  return NoBridge{fmt::format("there is no report '{}'", id), base::suggestion(id, ids)};
}

}  // namespace socrates::gate
