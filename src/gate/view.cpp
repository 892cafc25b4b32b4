// SPDX-License-Identifier: Apache-2.0
#include "gate/view.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "gate/bench.hpp"
#include "gate/fact_sheet.hpp"
#include "gate/framework_name.hpp"
#include "gate/inapplicable.hpp"
#include "gate/shelf.hpp"
#include "socrates/base/suggest.hpp"
#include "socrates/base/utf8.hpp"
#include "socrates/base/words.hpp"

namespace socrates::gate {
namespace {

char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; }

/// A space of any width, broken or not.
bool is_blank(char32_t point) {
  return point == ' ' || (point >= '\t' && point <= '\r') || point == 0xA0 || point == 0x1680 ||
         (point >= 0x2000 && point <= 0x200A) || point == 0x202F || point == 0x205F || point == 0x3000;
}

/// A space without width, a joiner of words, a hyphen that does not show, a mark of the order of bytes.
bool is_unseen(char32_t point) { return point == 0x200B || point == 0x2060 || point == 0xAD || point == 0xFEFF; }

Maybe covers_categories(const model::NextReport& next, const model::Requirement& requirement) {
  if (!requirement.categories.is_given() || !has_categories(requirement.report)) return true;
  const std::vector<model::TrustCategory>& asked = requirement.categories.value;
  const auto is_there = [&](model::TrustCategory category) {
    return category == model::TrustCategory::security ||
           (next.categories &&
            std::find(next.categories->begin(), next.categories->end(), category) != next.categories->end());
  };
  if (std::all_of(asked.begin(), asked.end(), is_there)) return true;
  return next.categories ? Maybe(false) : std::nullopt;
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

/// The name of a company with its legal form in short, as people write either.
std::string bare_company(std::string_view name) {
  constexpr std::pair<std::string_view, std::string_view> forms[] = {
      {"incorporated", "inc"}, {"limited", "ltd"}, {"corporation", "corp"}, {"company", "co"}};
  std::string letters = bare(name);
  for (const auto& [form, in_short] : forms)
    if (letters.size() > form.size() && letters.ends_with(form))
      return letters.replace(letters.size() - form.size(), form.size(), in_short);
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
        [](const std::string& a, const std::string& b) { return bare_company(a) == bare_company(b); }, doubts.entities);
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
  return {words(deal.services), words(deal.regions), words(requirement.objectives), std::move(frameworks), {}};
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
  Ask then{ask.deal,   ask.requirement,   ask.services,      day,     ask.bench,   shelf,
           ask.policy, ask.rules,         ask.strictness,    ask.fit, ask.waivers, nullptr,
           ask.words,  std::move(sheets), ask.service_words, {},      {},          ask.doubts};
  std::erase_if(then.waivers, [&](const model::Waiver* waiver) { return waiver->expiry < day; });
  return then;
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
  const auto is_same_letter = [](char x, char y) { return lower(x) == lower(y); };
  if (std::equal(a.begin(), a.end(), b.begin(), b.end(), is_same_letter)) return true;
  return plain_word(a) == plain_word(b);
}

std::string plain_word(std::string_view word) {
  word = base::trimmed(word);
  const auto is_letter = [](char byte) { return byte > ' ' && byte < 0x7F; };
  if (std::all_of(word.begin(), word.end(), is_letter)) return base::lower(word);
  std::string plain;
  bool is_blank_due = false;
  for (std::size_t offset = 0; offset < word.size();) {
    const std::size_t begin = offset;
    const char32_t point = base::next_code_point(word, offset);
    if (is_unseen(point)) continue;
    if (is_blank(point)) {
      is_blank_due = !plain.empty();
      continue;
    }
    if (std::exchange(is_blank_due, false)) plain += ' ';
    plain += word.substr(begin, offset - begin);
  }
  return base::lower(plain);
}

bool is_same_entity(const Ask& ask, std::string_view a, std::string_view b) {
  if (is_same_word(a, b)) return true;
  return std::any_of(ask.policy.alike_entities.begin(), ask.policy.alike_entities.end(),
                     [&](const std::vector<std::string>& group) {
                       const auto names = [&](std::string_view name) {
                         return std::any_of(group.begin(), group.end(),
                                            [&](const std::string& one) { return is_same_word(one, name); });
                       };
                       return names(a) && names(b);
                     });
}

bool is_alike_service(const Ask& ask, Word service, const WordSet& groups) {
  return std::any_of(groups.begin(), groups.end(),
                     [&](Word group) { return has_word(ask.bench.alike()[group], service); });
}

bool covers_services(const model::NextReport& next, const Ask& ask) {
  if (!ask.services.is_given()) return true;
  const std::optional<WordSet>& covers = ask.shelf.covers(next);
  return std::all_of(ask.service_words.begin(), ask.service_words.end(), [&](Word service) {
    return covers && (has_word(*covers, service) || is_alike_service(ask, service, ask.shelf.alike(next)));
  });
}

Maybe would_fit(const model::NextReport& next, const Ask& ask) {
  const model::Requirement& r = ask.requirement;
  if (next.report != r.report) return false;
  Maybe fits = covers_categories(next, r);
  if (r.type.is_given() && r.type.value == model::ReportType::type_2 && has_types(r.report))
    fits = both(fits, next.type ? Maybe(next.type == model::ReportType::type_2) : std::nullopt);
  if (r.level_at_least.is_given())
    fits = both(fits, next.level ? Maybe(r.level_at_least.value <= *next.level) : std::nullopt);
  if (r.questionnaire)
    fits = both(fits, next.questionnaire ? Maybe(next.questionnaire == r.questionnaire) : std::nullopt);
  if (ask.services.is_given() && !ask.services.value.empty())
    fits = both(fits, next.covers ? Maybe(covers_services(next, ask)) : std::nullopt);
  return fits;
}

const std::vector<std::size_t>& fitting_next(Ask& ask) {
  if (ask.fitting) return *ask.fitting;
  ask.fitting.emplace();
  ask.doubtful.clear();
  const std::vector<model::NextReport>& all = ask.inventory().next;
  for (std::size_t n = 0; n < all.size(); ++n) {
    const Maybe fits = would_fit(all[n], ask);
    if (fits != false) (fits ? *ask.fitting : ask.doubtful).push_back(n);
  }
  ask.bench.work.add(all.size() * ask.service_words.size() / 20);
  return *ask.fitting;
}

std::optional<Ask> with_doubtful_next(Ask& ask) {
  fitting_next(ask);
  if (ask.doubtful.empty()) return std::nullopt;
  Ask hopeful = ask;
  hopeful.fitting->insert(hopeful.fitting->end(), ask.doubtful.begin(), ask.doubtful.end());
  std::sort(hopeful.fitting->begin(), hopeful.fitting->end());
  hopeful.doubtful.clear();
  return hopeful;
}

}  // namespace socrates::gate
