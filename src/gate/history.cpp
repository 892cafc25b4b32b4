// SPDX-License-Identifier: Apache-2.0
#include "history.hpp"

#include <algorithm>

namespace socrates::gate {
namespace {

using model::HeldReport;
using model::ReportType;

bool shares_family(const HeldReport& a, const HeldReport& b) {
  const std::vector<model::Family> families = families_of(a);
  return std::any_of(families.begin(), families.end(), [&](model::Family family) { return answers(b, family); });
}

Maybe shares_service(const HeldReport& a, const HeldReport& b) {
  if (!a.covers || !b.covers) return std::nullopt;
  return std::any_of(a.covers->begin(), a.covers->end(),
                     [&](const std::string& service) { return holds_word(*b.covers, service); });
}

/// Of two issued on one day the one that speaks of later days is the later.
Maybe is_later(const HeldReport& issue, const HeldReport& than) {
  if (!issue.issued || !than.issued) return std::nullopt;
  if (*issue.issued != *than.issued) return *than.issued < *issue.issued;
  const auto end = last_day_of(issue);
  const auto other_end = last_day_of(than);
  if (!end || !other_end || *end == *other_end) return std::nullopt;
  return *other_end < *end;
}

/// Known to be about two entities.
bool is_of_another_entity(const HeldReport& a, const HeldReport& b) {
  return a.entity && b.entity && !is_same_word(*a.entity, *b.entity);
}

bool overlap(const model::Period& a, const model::Period& b) { return a.from <= b.to && b.from <= a.to; }

/// Another issue than the newest may have taken its place over the same time.
bool is_replaced(const HeldReport& earlier, const HeldReport& newest, const model::Inventory& inventory,
                 std::optional<base::Date> day) {
  return std::any_of(inventory.reports.begin(), inventory.reports.end(), [&](const HeldReport& other) {
    return &other != &newest && &other != &earlier && is_same_examination(other, earlier) != false &&
           is_issued_by(other, day) != false && is_later(other, earlier) != false &&
           (!other.period || overlap(*other.period, *earlier.period));
  });
}

/// The later report of that type takes the place of one of this type.
Maybe takes_place_of(const HeldReport& later, const HeldReport& earlier) {
  const bool says_more = later.type == ReportType::type_2;
  const bool says_no_less = earlier.type == ReportType::type_1;
  if (says_more || says_no_less || !has_types(later.report)) return true;
  if (later.opinion && *later.opinion != model::Opinion::unmodified) return true;
  if (later.type && earlier.type && later.opinion) return false;
  return std::nullopt;
}

bool can_extend(const HeldReport& earlier, const HeldReport& newest, const model::Inventory& inventory,
                const model::Period& period, std::optional<base::Date> day) {
  return &earlier != &newest && earlier.type == ReportType::type_2 && earlier.period &&
         is_issued_by(earlier, day) == true && is_same_examination(earlier, newest) == true &&
         is_later(newest, earlier) == true && earlier.period->from < period.from &&
         period.from <= base::add_days(earlier.period->to, 1) && !is_replaced(earlier, newest, inventory, day);
}

struct Extension {
  std::vector<const HeldReport*> reports;  ///< in an order that is the same however they stand in the file
  const HeldReport& newest;
  const model::Inventory& inventory;
  std::optional<base::Date> day;
  std::vector<std::vector<const HeldReport*>> found;

  void extend(const std::vector<const HeldReport*>& chain, const model::Period& period) {
    for (const HeldReport* const report : reports) {
      if (found.size() >= most_chains || !can_extend(*report, newest, inventory, period, day)) continue;
      std::vector<const HeldReport*> longer = chain;
      longer.push_back(report);
      found.push_back(longer);
      extend(longer, {report->period->from, period.to});
    }
  }
};

}  // namespace

Maybe is_issued_by(const HeldReport& report, std::optional<base::Date> day) {
  if (!day) return std::nullopt;
  if (report.issued) return *report.issued <= *day;
  const auto end = last_day_of(report);
  if (end && *day < *end) return false;
  return std::nullopt;
}

Maybe is_same_examination(const HeldReport& a, const HeldReport& b) {
  return shares_family(a, b) && !is_of_another_entity(a, b) ? shares_service(a, b) : Maybe(false);
}

Maybe is_superseded(const HeldReport& report, const model::Inventory& inventory, std::optional<base::Date> day) {
  Maybe superseded = false;
  for (const HeldReport& other : inventory.reports) {
    if (other.id == report.id) continue;
    const Maybe is_later_issue = both(both(is_same_examination(report, other), is_issued_by(other, day)),
                                      both(is_later(other, report), takes_place_of(other, report)));
    superseded = either(superseded, is_later_issue);
  }
  return superseded;
}

std::vector<std::vector<const HeldReport*>> chains_before(const HeldReport& report, const model::Inventory& inventory,
                                                          std::optional<base::Date> day) {
  if (report.type != ReportType::type_2 || !report.period) return {};
  Extension extension{{}, report, inventory, day, {}};
  for (const HeldReport& other : inventory.reports) extension.reports.push_back(&other);
  std::sort(extension.reports.begin(), extension.reports.end(),
            [](const HeldReport* a, const HeldReport* b) { return a->id < b->id; });
  extension.extend({}, *report.period);
  return std::move(extension.found);
}

std::optional<model::Period> merged_period(const HeldReport& report, const std::vector<const HeldReport*>& earlier) {
  std::optional<model::Period> period = report.period;
  if (period)
    for (const HeldReport* const other : earlier) period->from = std::min(period->from, other->period->from);
  return period;
}

}  // namespace socrates::gate
