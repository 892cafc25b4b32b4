// SPDX-License-Identifier: Apache-2.0
#include "gate/view.hpp"

#include <algorithm>
#include <utility>

#include "gate/bench.hpp"
#include "gate/fact_sheet.hpp"
#include "gate/shelf.hpp"
#include "socrates/base/words.hpp"

namespace socrates::gate {
namespace {

char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; }

bool covers_categories(const model::NextReport& next, const model::Requirement& requirement) {
  if (!requirement.categories.is_given()) return true;
  const std::vector<model::TrustCategory>& asked = requirement.categories.value;
  return std::all_of(asked.begin(), asked.end(), [&](model::TrustCategory category) {
    if (category == model::TrustCategory::security) return true;
    return next.categories &&
           std::find(next.categories->begin(), next.categories->end(), category) != next.categories->end();
  });
}

}  // namespace

Maybe both(Maybe a, Maybe b) {
  if (a == false || b == false) return false;
  if (!a || !b) return std::nullopt;
  return true;
}

Maybe either(Maybe a, Maybe b) { return negated(both(negated(a), negated(b))); }

bool is_yes(Verdict verdict) { return verdict == Verdict::pass || verdict == Verdict::pass_with_conditions; }

Maybe negated(Maybe a) { return a ? Maybe(!*a) : std::nullopt; }

const model::Inventory& Ask::inventory() const { return shelf.inventory(); }

AskedWords words_of(const model::Deal& deal, const model::Requirement& requirement, Bench& bench) {
  const auto words = [&](const model::Stated<std::vector<std::string>>& stated) {
    return bench.words.words(stated.value);
  };
  return {words(deal.services), words(deal.regions), words(requirement.objectives), words(requirement.frameworks)};
}

Ask part_of(const Ask& ask, std::size_t service) {
  Ask part = ask;
  part.services = std::vector<std::string>{ask.services.value[service]};
  part.service_words = {ask.service_words[service]};
  part.fate.reset();
  part.fitting.reset();
  return part;
}

Ask on_day(const Ask& ask, base::Date day, Shelf& shelf, std::shared_ptr<Sheets> sheets) {
  return {ask.deal,   ask.requirement,   ask.services,     day,     ask.bench,   shelf,
          ask.policy, ask.rules,         ask.strictness,   ask.fit, ask.waivers, nullptr,
          ask.words,  std::move(sheets), ask.service_words};
}

std::optional<int> threshold(const Ask& ask, Threshold id) { return ask.bench.threshold(id); }

bool is_policy(const Ask& ask, Threshold id) {
  return ask.policy.thresholds.count(threshold_ids[static_cast<std::size_t>(id)]) > 0;
}

std::vector<model::Family> families_of(const model::HeldReport& report) {
  std::vector<model::Family> families = {report.report};
  families.insert(families.end(), report.also.begin(), report.also.end());
  return families;
}

bool answers(const model::HeldReport& report, model::Family family) {
  const std::vector<model::Family> families = families_of(report);
  return std::find(families.begin(), families.end(), family) != families.end();
}

bool has_types(model::Family family) {
  return family == model::Family::soc1 || family == model::Family::soc2 || family == model::Family::isae_3402 ||
         family == model::Family::isae_3000;
}

bool is_attestation(model::Family family) {
  return has_types(family) || family == model::Family::soc3 || family == model::Family::soc_for_cybersecurity;
}

bool is_attestation(const model::HeldReport& report) {
  const std::vector<model::Family> families = families_of(report);
  return std::any_of(families.begin(), families.end(), [](model::Family family) { return is_attestation(family); });
}

std::optional<base::Date> last_day_of(const model::HeldReport& report) {
  const bool is_type_1 = report.type == model::ReportType::type_1;
  const bool is_type_2 = report.type == model::ReportType::type_2;
  if (is_type_1) return report.as_of;
  if (report.period && (is_type_2 || !report.as_of)) return report.period->to;
  if (report.as_of && !report.period && !is_type_2) return report.as_of;
  return std::nullopt;
}

bool is_same_word(std::string_view a, std::string_view b) {
  a = base::trimmed(a);  // nobody sees blanks at the ends
  b = base::trimmed(b);
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

std::string plain_word(std::string_view word) { return base::lower(base::trimmed(word)); }

bool covers_services(const model::NextReport& next, const Ask& ask) {
  if (!ask.services.is_given()) return true;
  const std::optional<WordSet>& covers = ask.shelf.covers(next);
  return std::all_of(ask.service_words.begin(), ask.service_words.end(),
                     [&](Word service) { return covers && has_word(*covers, service); });
}

bool would_fit(const model::NextReport& next, const Ask& ask) {
  const bool wants_type_2 = ask.requirement.type.is_given() && ask.requirement.type.value == model::ReportType::type_2;
  const bool type_fits = !wants_type_2 || !has_types(ask.requirement.report) || next.type == model::ReportType::type_2;
  return next.report == ask.requirement.report && type_fits && covers_categories(next, ask.requirement) &&
         covers_services(next, ask);
}

const std::vector<std::size_t>& fitting_next(Ask& ask) {
  if (ask.fitting) return *ask.fitting;
  ask.fitting.emplace();
  const std::vector<model::NextReport>& all = ask.inventory().next;
  for (std::size_t n = 0; n < all.size(); ++n)
    if (would_fit(all[n], ask)) ask.fitting->push_back(n);
  ask.bench.work.add(all.size() * ask.service_words.size() / 20);
  return *ask.fitting;
}

}  // namespace socrates::gate
