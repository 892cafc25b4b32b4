// SPDX-License-Identifier: Apache-2.0
#include "gate/shelf.hpp"

#include <algorithm>
#include <utility>

#include "gate/framework_name.hpp"

namespace socrates::gate {
namespace {

using model::HeldReport;
using model::ReportType;

constexpr std::size_t words_a_step = 10;  ///< so many are numbered or compared in one step of work

HeldFrameworks frameworks_held(const std::vector<std::string>& names, Bench& bench) {
  std::vector<std::string> answered;
  std::vector<std::string> without_edition;
  for (const std::string& name : names) {
    std::vector<std::string> keys = framework_keys_held(name);
    if (keys.size() == 1) without_edition.push_back(keys.front());
    for (std::string& key : keys) answered.push_back(std::move(key));
  }
  return {bench.words.set(answered), bench.words.set(without_edition)};
}

/// The groups of services under the same controls, of which one is among them.
WordSet groups_among(const std::optional<WordSet>& covers, const Bench& bench) {
  WordSet groups;
  for (std::size_t g = 0; covers && g < bench.alike().size(); ++g)
    if (meet(*covers, bench.alike()[g])) groups.push_back(static_cast<Word>(g));
  return groups;
}

ReportWords words_of(const HeldReport& report, Bench& bench) {
  ReportWords words;
  words.objectives = bench.words.set(report.objectives);
  words.covers = bench.words.set(report.covers);
  words.regions = bench.words.set(report.regions);
  if (report.frameworks) words.frameworks = frameworks_held(*report.frameworks, bench);
  words.mapped = frameworks_held(report.frameworks_mapped, bench);
  words.alike = groups_among(words.covers, bench);
  if (report.qualified_on) words.qualified_on = bench.words.words(*report.qualified_on);
  if (report.exceptions)
    for (const model::Exception& exception : *report.exceptions)
      words.exceptions_on.push_back(exception.on ? std::optional(bench.words.word(*exception.on)) : std::nullopt);
  const auto size = [](const std::optional<WordSet>& set) { return set ? set->size() : std::size_t{0}; };
  bench.work.add((size(words.objectives) + size(words.covers) * (1 + bench.alike().size()) + size(words.regions) +
                  (words.frameworks ? words.frameworks->answered.size() : 0) + words.mapped.answered.size() +
                  words.qualified_on.size() + words.exceptions_on.size()) /
                 words_a_step);
  return words;
}

bool shares_family(const HeldReport& a, const HeldReport& b) {
  return answers(b, a.report) ||
         std::any_of(a.also.begin(), a.also.end(), [&](model::Family family) { return answers(b, family); });
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

/// One report names what the other does.
bool names_what(const HeldReport& a, const HeldReport& b) {
  const auto is_on_same = [](const model::Exception& x, const model::Exception& y) { return x.on == y.on; };
  const bool has_same_exceptions =
      a.exceptions.has_value() == b.exceptions.has_value() &&
      (!a.exceptions ||
       std::equal(a.exceptions->begin(), a.exceptions->end(), b.exceptions->begin(), b.exceptions->end(), is_on_same));
  return a.report == b.report && a.also == b.also && a.entity == b.entity && a.covers == b.covers &&
         a.regions == b.regions && a.objectives == b.objectives && a.frameworks == b.frameworks &&
         a.frameworks_mapped == b.frameworks_mapped && a.qualified_on == b.qualified_on && has_same_exceptions;
}

bool overlap(const model::Period& a, const model::Period& b) { return a.from <= b.to && b.from <= a.to; }

/// The later report of that type takes the place of one of this type.
Maybe takes_place_of(const HeldReport& later, const HeldReport& earlier) {
  const bool says_more = later.type == ReportType::type_2;
  const bool says_no_less = earlier.type == ReportType::type_1;
  if (says_more || says_no_less || !has_types(later.report)) return true;
  if (later.opinion && *later.opinion != model::Opinion::unmodified) return true;
  if (later.type && earlier.type && later.opinion) return false;
  return std::nullopt;
}

struct Extension {
  std::vector<const HeldReport*> reports;  ///< in an order that is the same however they stand in the file
  std::vector<Chain> found;

  void extend(const Chain& chain, const model::Period& period) {
    for (const HeldReport* const report : reports) {
      if (found.size() >= most_chains) return;
      const bool extends = report->period->from < period.from && period.from <= base::add_days(report->period->to, 1);
      if (!extends) continue;
      Chain longer = chain;
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

std::optional<model::Period> merged_period(const HeldReport& report, const Chain& earlier) {
  std::optional<model::Period> period = report.period;
  if (period)
    for (const HeldReport* const other : earlier) period->from = std::min(period->from, other->period->from);
  return period;
}

bool names_the_same(const model::Inventory& inventory, const model::Inventory& others) {
  if (inventory.reports.size() < others.reports.size() || inventory.next.size() != others.next.size()) return false;
  return std::equal(others.reports.begin(), others.reports.end(), inventory.reports.begin(), names_what) &&
         std::equal(others.next.begin(), others.next.end(), inventory.next.begin(),
                    [](const model::NextReport& a, const model::NextReport& b) { return a.covers == b.covers; });
}

Shelf::Shelf(const model::Inventory& inventory, Bench& bench, Shelf* like)
    : inventory_(inventory),
      bench_(bench),
      like_(like == nullptr || like->like_ == nullptr ? like : like->like_),
      shared_(like_ == nullptr ? 0 : like_->words_.size()),
      partners_(inventory.reports.size()) {
  const std::size_t before = bench.work.done();
  for (std::size_t number = shared_; number < inventory.reports.size(); ++number)
    words_.push_back(words_of(inventory.reports[number], bench));
  if (like_ == nullptr)
    for (const model::NextReport& next : inventory.next) {
      const std::optional<WordSet>& covers = next_covers_.emplace_back(bench.words.set(next.covers));
      next_alike_.push_back(groups_among(covers, bench));
      if (covers) bench.work.add(covers->size() * bench.alike().size() / words_a_step);
    }
  work_of_names_ = bench.work.done() - before;
  bench.work.add(1 + inventory.reports.size() * inventory.reports.size() / 200);  // to compare reports with each other
}

Shelf::Day& Shelf::on(std::optional<base::Date> day) {
  const auto [entry, is_new] = days_.try_emplace(day);
  if (is_new) {
    entry->second.superseded.resize(inventory_.reports.size());
    entry->second.chains.resize(inventory_.reports.size());
    entry->second.replaced_by.resize(inventory_.reports.size());
  }
  return entry->second;
}

Maybe Shelf::is_same_examination(std::size_t a, std::size_t b) const {
  const HeldReport& report = inventory_.reports[a];
  const HeldReport& other = inventory_.reports[b];
  if (!shares_family(report, other) || is_of_another_entity(report, other)) return false;
  const std::optional<WordSet>& covers = words(a).covers;
  const std::optional<WordSet>& others = words(b).covers;
  if (!covers || !others) return std::nullopt;
  bench_.work.add((covers->size() + others->size()) / (20 * words_a_step));
  return meet(*covers, *others);
}

const std::vector<Shelf::Partner>& Shelf::partners(std::size_t number) {
  const std::size_t count = inventory_.reports.size();
  if (number < shared_ && count == shared_) return like_->partners(number);
  std::optional<std::vector<Partner>>& known = partners_[number];
  if (known) return *known;
  known = number < shared_ ? like_->partners(number) : std::vector<Partner>();
  for (std::size_t other = number < shared_ ? shared_ : 0; other < count; ++other)
    if (const Maybe same = other == number ? Maybe(false) : is_same_examination(number, other); same != false)
      known->push_back({other, same});
  return *known;
}

Maybe Shelf::is_superseded(const HeldReport& report, std::optional<base::Date> day) {
  std::optional<Maybe>& known = on(day).superseded[number_of(report)];
  if (known) return *known;
  bench_.work.add(1 + inventory_.reports.size() / words_a_step);
  Maybe superseded = false;
  for (const Partner& partner : partners(number_of(report))) {
    const HeldReport& other = inventory_.reports[partner.number];
    if (other.id == report.id) continue;
    const Maybe is_later_issue = both(both(partner.is_sure, is_issued_by(other, day)),
                                      both(is_later(other, report), takes_place_of(other, report)));
    superseded = either(superseded, is_later_issue);
    if (superseded == true) break;
  }
  known = superseded;
  return superseded;
}

/// Another issue than the newest may have taken its place over the same time.
bool Shelf::is_replaced(const HeldReport& earlier, const HeldReport& newest, std::optional<base::Date> day) {
  auto& known = on(day).replaced_by[number_of(earlier)];
  if (!known) {
    bench_.work.add(1 + inventory_.reports.size() / words_a_step);
    known.emplace();
    for (const Partner& partner : partners(number_of(earlier))) {
      const HeldReport& other = inventory_.reports[partner.number];
      if (is_issued_by(other, day) == false || is_later(other, earlier) == false ||
          (other.period && !overlap(*other.period, *earlier.period)))
        continue;
      known->push_back(&other);
      if (known->size() == 2) break;
    }
  }
  return std::any_of(known->begin(), known->end(), [&](const HeldReport* other) { return other != &newest; });
}

const std::vector<Chain>& Shelf::chains_before(const HeldReport& report, std::optional<base::Date> day) {
  auto& known = on(day).chains[number_of(report)];
  if (known) return *known;
  known.emplace();
  if (report.type != ReportType::type_2 || !report.period) return *known;
  Extension extension;
  for (const Partner& partner : partners(number_of(report))) {
    const HeldReport& earlier = inventory_.reports[partner.number];
    if (partner.is_sure == true && earlier.type == ReportType::type_2 && earlier.period &&
        is_issued_by(earlier, day) == true && is_later(report, earlier) == true &&
        earlier.period->from < report.period->from && !is_replaced(earlier, report, day))
      extension.reports.push_back(&earlier);
  }
  std::stable_sort(extension.reports.begin(), extension.reports.end(),
                   [](const HeldReport* a, const HeldReport* b) { return a->id < b->id; });
  extension.extend({}, *report.period);
  bench_.work.add(5 + inventory_.reports.size() / 4 + extension.found.size() * extension.reports.size() / words_a_step);
  known = std::move(extension.found);
  return *known;
}

}  // namespace socrates::gate
