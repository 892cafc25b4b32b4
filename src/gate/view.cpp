// SPDX-License-Identifier: Apache-2.0
#include "gate/view.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "gate/bench.hpp"
#include "gate/fact_sheet.hpp"
#include "gate/framework_name.hpp"
#include "gate/shelf.hpp"
#include "socrates/base/suggest.hpp"
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

/// A slip of the pen: near, and not only another number.
bool is_near(const std::string& name, const std::string& known) {
  const auto without_digits = [](std::string text) {
    std::erase_if(text, [](char c) { return c >= '0' && c <= '9'; });
    return text;
  };
  if (without_digits(plain_word(name)) == without_digits(plain_word(known))) return false;
  return !base::nearest(name, {known}).empty() || !base::nearest(known, {name}).empty();
}

/// Only letters and digits, which is all that people mean by the name of a company.
std::string bare(std::string_view name) {
  std::string letters = plain_word(name);
  std::erase_if(letters, [](char c) { return c == '.' || c == ',' || c == ' ' || c == '-' || c == '_'; });
  return letters;
}

/// One is the other with something behind it: `us` and `us-east-1`.
bool is_part_of_region(std::string_view a, std::string_view b) {
  const auto begins = [](std::string_view name, std::string_view with) {
    return !with.empty() && name.size() > with.size() && name.starts_with(with) &&
           (name[with.size()] == '-' || name[with.size()] == '_' || name[with.size()] == ' ');
  };
  return begins(a, b) || begins(b, a);
}

constexpr std::size_t most_names_compared = 2'000;

}  // namespace

const std::string* meant_by(const std::map<std::string, std::string, std::less<>>& doubts, std::string_view name) {
  if (doubts.empty()) return nullptr;
  const auto found = doubts.find(name);
  return found == doubts.end() ? nullptr : &found->second;
}

KnownNames known_names(const model::Inventory& inventory) {
  KnownNames known;
  for (const model::HeldReport& report : inventory.reports) {
    if (report.covers) known.services.insert(report.covers->begin(), report.covers->end());
    if (report.regions) known.regions.insert(report.regions->begin(), report.regions->end());
    if (report.entity) known.entities.insert(*report.entity);
  }
  for (const model::NextReport& next : inventory.next)
    if (next.covers) known.services.insert(next.covers->begin(), next.covers->end());
  for (const std::string& name : known.services) known.plain_services.insert(plain_word(name));
  for (const std::string& name : known.regions) known.plain_regions.insert(plain_word(name));
  for (const std::string& name : known.entities) known.plain_entities.insert(plain_word(name));
  return known;
}

Doubts doubts_of(const model::Deal& deal, const KnownNames& known) {
  Doubts doubts;
  const auto look = [](const std::vector<std::string>& names, const std::set<std::string>& all,
                       const std::set<std::string>& plain, const auto& is_meant,
                       std::map<std::string, std::string, std::less<>>& doubtful) {
    if (all.size() > most_names_compared || names.size() * all.size() > 10 * most_names_compared) return;
    for (const std::string& name : names) {
      if (plain.count(plain_word(name)) != 0) continue;
      const auto meant =
          std::find_if(all.begin(), all.end(), [&](const std::string& one) { return is_meant(name, one); });
      if (meant != all.end()) doubtful.emplace(name, *meant);
    }
  };
  look(deal.services.value, known.services, known.plain_services, is_near, doubts.services);
  look(
      deal.regions.value, known.regions, known.plain_regions,
      [](const std::string& a, const std::string& b) {
        return bare(a) == bare(b) || is_part_of_region(plain_word(a), plain_word(b));
      },
      doubts.regions);
  if (deal.entity.is_given())
    look(
        {deal.entity.value}, known.entities, known.plain_entities,
        [](const std::string& a, const std::string& b) { return bare(a) == bare(b); }, doubts.entities);
  return doubts;
}

std::string listed_words(const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i)
    text += (i == 0 ? "" : i + 1 == words.size() ? " and " : ", ") + words[i];
  return text;
}

std::optional<model::BridgeLetter> letter_of(const model::HeldReport& report, std::optional<base::Date> day) {
  if (report.bridge_letters.empty()) return report.bridge_letter;
  std::vector<model::BridgeLetter> letters = report.bridge_letters;
  std::stable_sort(letters.begin(), letters.end(), [](const model::BridgeLetter& a, const model::BridgeLetter& b) {
    return a.from && b.from ? *a.from < *b.from : a.from.has_value() && !b.from;
  });
  model::BridgeLetter whole = letters.front();
  for (std::size_t i = 1; i < letters.size(); ++i) {
    const model::BridgeLetter& next = letters[i];
    const bool holds = whole.to && whole.signed_on && next.from && next.to && next.signed_on &&
                       *next.to <= *next.signed_on && (!day || *next.signed_on <= *day) &&
                       *whole.to <= *whole.signed_on;
    if (!holds || base::add_days(*whole.to, 1) < *next.from) break;  // after a break later letters count for nothing
    whole.to = std::max(*whole.to, *next.to);
    whole.signed_on = std::max(*whole.signed_on, *next.signed_on);
  }
  return whole;
}

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
  std::vector<AskedFramework> frameworks;
  for (const std::string& name : requirement.frameworks.value) {
    AskedFramework& asked = frameworks.emplace_back();
    asked.name = bench.words.word(framework_key(name));
    if (const auto key = framework_key_without_edition(name)) asked.without_edition = bench.words.word(*key);
  }
  return {words(deal.services), words(deal.regions), words(requirement.objectives), std::move(frameworks)};
}

Ask part_of(const Ask& ask, std::size_t service) {
  Ask part = ask;
  part.services = std::vector<std::string>{ask.services.value[service]};
  part.service_words = {ask.service_words[service]};
  part.fate.reset();
  part.earlier.clear();
  part.fitting.reset();
  return part;
}

Ask on_day(const Ask& ask, base::Date day, Shelf& shelf, std::shared_ptr<Sheets> sheets) {
  return {ask.deal,   ask.requirement,   ask.services,      day,     ask.bench,   shelf,
          ask.policy, ask.rules,         ask.strictness,    ask.fit, ask.waivers, nullptr,
          ask.words,  std::move(sheets), ask.service_words, {},      {},          ask.doubts};
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
  return report.report == family || std::find(report.also.begin(), report.also.end(), family) != report.also.end();
}

bool has_types(model::Family family) {
  return family == model::Family::soc1 || family == model::Family::soc2 || family == model::Family::isae_3402 ||
         family == model::Family::isae_3000 || family == model::Family::c5;
}

bool is_attestation(model::Family family) {
  return has_types(family) || family == model::Family::soc3 || family == model::Family::soc_for_cybersecurity ||
         family == model::Family::soc_for_supply_chain;
}

bool comes_in_types(const model::HeldReport& report) {
  return has_types(report.report) || std::any_of(report.also.begin(), report.also.end(), has_types);
}

bool is_attestation(const model::HeldReport& report) {
  return is_attestation(report.report) || std::any_of(report.also.begin(), report.also.end(),
                                                      [](model::Family family) { return is_attestation(family); });
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
  const bool level_fits =
      !ask.requirement.level_at_least.is_given() || !next.level || ask.requirement.level_at_least.value <= *next.level;
  const bool form_fits =
      !ask.requirement.questionnaire || !next.questionnaire || next.questionnaire == ask.requirement.questionnaire;
  return next.report == ask.requirement.report && type_fits && level_fits && form_fits &&
         covers_categories(next, ask.requirement) && covers_services(next, ask);
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
