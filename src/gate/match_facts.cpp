// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "gate/facts.hpp"
#include "gate/inapplicable.hpp"
#include "gate/shelf.hpp"
#include "socrates/base/words.hpp"

namespace socrates::gate {
namespace {

using model::HeldReport;
using model::TrustCategory;
using Words = std::vector<std::string>;
using base::joined;

/// The categories of a report, not known of an ISAE 3000 that may be on other criteria; every SOC 2 and SOC 3 covers
/// security, as the common criteria apply to all of them.
std::optional<std::vector<TrustCategory>> categories_of(const HeldReport& report) {
  const bool is_trust_services = answers(report, model::Family::soc2) || answers(report, model::Family::soc3);
  const bool can_have_them = is_trust_services || answers(report, model::Family::isae_3000);
  if (!report.categories) return can_have_them ? std::nullopt : std::optional(std::vector<TrustCategory>());
  if (!is_trust_services) return report.categories;
  std::vector<TrustCategory> categories = *report.categories;
  categories.push_back(TrustCategory::security);
  return categories;
}

bool is_trivial(const std::vector<TrustCategory>& asked) {
  return std::all_of(asked.begin(), asked.end(),
                     [](TrustCategory category) { return category == TrustCategory::security; });
}

bool has_all_categories(const std::optional<std::vector<TrustCategory>>& held) {
  return held && std::all_of(std::begin(model::Ids<TrustCategory>::all), std::end(model::Ids<TrustCategory>::all),
                             [&](std::string_view id) {
                               return std::any_of(held->begin(), held->end(),
                                                  [&](TrustCategory category) { return model::id_of(category) == id; });
                             });
}

/// Whether the report lacks a category that stands in the statement; what lacks is added to `lacking`.
Maybe lacks_category(const model::Stated<std::vector<TrustCategory>>& stated, const HeldReport& report,
                     Words& lacking) {
  const auto held = categories_of(report);
  if (stated.is_left_out() || has_all_categories(held)) return false;
  if (stated.is_unknown()) return std::nullopt;
  if (!held) {
    const bool is_trust_services = answers(report, model::Family::soc2) || answers(report, model::Family::soc3);
    return is_trust_services && is_trivial(stated.value) ? Maybe(false) : std::nullopt;
  }
  bool lacks = false;
  for (const TrustCategory category : stated.value) {
    if (std::find(held->begin(), held->end(), category) != held->end()) continue;
    lacking.emplace_back(model::id_of(category));
    lacks = true;
  }
  return lacks;
}

/// `words` are those of the statement, in its order.
Maybe lacks_word(const model::Stated<Words>& stated, const std::vector<Word>& words, const std::optional<WordSet>& held,
                 Words& lacking) {
  if (stated.is_left_out() || (stated.is_given() && stated.value.empty())) return false;
  if (stated.is_unknown() || !held) return std::nullopt;
  bool lacks = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (has_word(*held, words[i])) continue;
    lacking.push_back(stated.value[i]);
    lacks = true;
  }
  return lacks;
}

/// Categories as words, the rest as it is.
std::string spoken(const Words& names) {
  std::string text = listed_words(names);
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

/// A name that no report has, and one that may be meant.
std::string doubt_sentence(const std::string& name, const std::string& meant) {
  return fmt::format("no report names '{}'; did you mean '{}'?", name, meant);
}

template <class Value>
bool is_asked(const model::Stated<std::vector<Value>>& stated) {
  return stated.is_unknown() || (stated.is_given() && !stated.value.empty());
}

/// What the kind that is asked for cannot have counts as not asked here; add_terms tells of it.
void add_coverage(const Ask& ask, const HeldReport& report, FactSheet& facts) {
  const model::Requirement& r = ask.requirement;
  const bool by_categories = has_categories(r.report);
  const bool by_objectives = has_objectives(r.report);
  Words lacking;
  Words preferred;
  facts.say(Fact::coverage_asked, (by_categories && (is_asked(r.categories) || is_asked(r.categories_preferred))) ||
                                      (by_objectives && is_asked(r.objectives)));
  const Maybe lacks = by_categories ? lacks_category(r.categories, report, lacking) : Maybe(false);
  facts.say(Fact::coverage_missing, !by_objectives
                                        ? lacks
                                        : either(lacks, lacks_word(r.objectives, ask.words->objectives,
                                                                   ask.shelf.words(report).objectives, lacking)));
  facts.say(Fact::preferred_missing,
            by_categories ? lacks_category(r.categories_preferred, report, preferred) : Maybe(false));
  if (!facts.is_explained()) return;
  if (!lacking.empty()) facts.note("g03", "asked for and not in the report: " + spoken(lacking));
  if (!preferred.empty()) facts.note("g03", "preferred and not in the report: " + spoken(preferred));
  facts.word("missing", spoken(lacking));
  facts.word("preferred", spoken(preferred));
}

void explain_services(const Words& outside, const Words& alike, FactSheet& facts) {
  if (!outside.empty()) facts.note("g04", "not covered: " + joined(outside));
  if (!alike.empty()) facts.note("g04", "under the same controls as a covered service: " + joined(alike));
  facts.word("outside", listed_words(outside));
  facts.word("alike", listed_words(alike));
}

/// The policy says that a region which the report covers is the same.
bool is_alike_region(const Ask& ask, const std::string& region, const HeldReport& report) {
  if (!report.regions) return false;
  return std::any_of(ask.policy.alike_regions.begin(), ask.policy.alike_regions.end(), [&](const Words& group) {
    const auto names = [&](const std::string& name) {
      return std::any_of(group.begin(), group.end(), [&](const std::string& one) { return is_same_word(one, name); });
    };
    return names(region) && std::any_of(report.regions->begin(), report.regions->end(), names);
  });
}

void add_scope(const Ask& ask, const HeldReport& report, FactSheet& facts) {
  const model::Deal& deal = ask.deal;
  facts.say(Fact::scope_asked, !deal.entity.is_left_out() || is_asked(ask.services) || is_asked(deal.regions));
  Maybe differs = false;
  if (!deal.entity.is_left_out())
    differs = deal.entity.is_given() && report.entity ? Maybe(!is_same_entity(ask, deal.entity.value, *report.entity))
                                                      : std::nullopt;
  if (differs == true)
    if (const std::string* const meant = meant_by(ask.doubts.entities, deal.entity.value)) {
      differs = std::nullopt;
      if (facts.is_explained()) facts.note("g04", doubt_sentence(deal.entity.value, *meant));
    }
  facts.say(Fact::entity_differs, differs);
  if (differs == true)
    facts.note("g04", fmt::format("the deal is with {}, the report is about {}", deal.entity.value, *report.entity));
  if (facts.is_explained()) add_services(ask, report, facts);  // its sentence stands between the two others
  Words outside;
  Maybe lacks = lacks_word(deal.regions, ask.words->regions, ask.shelf.words(report).regions, outside);
  const auto in_doubt = std::stable_partition(outside.begin(), outside.end(), [&](const std::string& region) {
    return is_alike_region(ask, region, report) || meant_by(ask.doubts.regions, region) != nullptr;
  });
  bool is_in_doubt = false;
  for (auto region = outside.begin(); region != in_doubt; ++region) {
    if (is_alike_region(ask, *region, report)) continue;
    is_in_doubt = true;
    if (facts.is_explained()) facts.note("g04", doubt_sentence(*region, *meant_by(ask.doubts.regions, *region)));
  }
  outside.erase(outside.begin(), in_doubt);
  if (lacks == true && outside.empty()) lacks = is_in_doubt ? std::nullopt : Maybe(false);
  facts.say(Fact::region_outside, lacks);
  if (outside.empty() || !facts.is_explained()) return;
  facts.note("g04", "regions not covered: " + joined(outside));
  facts.word("region", listed_words(outside));
}

/// A Type 1 counts for now only as far as the buyer has said so, and no longer than that.
void add_type_1_consent(Ask& ask, FactSheet& facts) {
  const model::Requirement& r = ask.requirement;
  Maybe accepted = r.type_1_accepted.is_unknown() ? std::nullopt : Maybe(r.type_1_accepted.known().value_or(false));
  const std::optional<base::Date> until = r.type_1_accepted_until.known();
  if (until && accepted == true) accepted = ask.decision ? Maybe(*ask.decision <= *until) : std::nullopt;
  facts.say(Fact::type_1_accepted, accepted);
  if (until && facts.is_explained())
    facts.note("g02", fmt::format("a Type 1 is accepted until {}", base::to_text(*until)));

  std::optional<base::Date> soonest;
  for (const std::size_t number : fitting_next(ask)) {
    const model::NextReport& next = ask.inventory().next[number];
    const bool is_it = next.type == model::ReportType::type_2 && next.expected;
    if (is_it && (!soonest || *next.expected < *soonest)) soonest = next.expected;
  }
  facts.choose(Fact::type_2_to_come, !soonest ? "none" : until && *until < *soonest ? "too_late" : "in_time");
  if (soonest && facts.is_explained())
    facts.note("g02", fmt::format("the Type 2 is planned for {}", base::to_text(*soonest)));
}

void add_types(const Ask& ask, const HeldReport* report, FactSheet& facts) {
  const model::Stated<model::ReportType>& asked = ask.requirement.type;
  if (!has_types(ask.requirement.report) || asked.is_left_out())
    facts.choose(Fact::asked_type, "not_stated");
  else if (asked.is_given())
    facts.choose(Fact::asked_type, model::id_of(asked.value));
  if (report == nullptr) return;
  if (!comes_in_types(*report))
    facts.choose(Fact::held_type, "untyped");
  else if (report->type)
    facts.choose(Fact::held_type, model::id_of(*report->type));
}

/// Whether it is among the frameworks: not known where they name it without the edition that is asked for.
Maybe is_among(const AskedFramework& asked, const HeldFrameworks& held) {
  if (has_word(held.answered, asked.name)) return true;
  if (asked.without_edition && has_word(held.without_edition, *asked.without_edition)) return std::nullopt;
  return false;
}

/// Whether the report lacks one that is asked for.
Maybe lacks_framework(const Ask& ask, const std::optional<HeldFrameworks>& held, Words& lacking, Words& doubtful) {
  const model::Stated<Words>& asked = ask.requirement.frameworks;
  if (asked.is_left_out() || (asked.is_given() && asked.value.empty())) return false;
  if (asked.is_unknown() || !held) return std::nullopt;
  for (std::size_t i = 0; i < asked.value.size(); ++i) {
    const Maybe is_held = is_among(ask.words->frameworks[i], *held);
    if (is_held != true) (is_held ? lacking : doubtful).push_back(asked.value[i]);
  }
  if (!lacking.empty()) return true;
  return doubtful.empty() ? Maybe(false) : std::nullopt;
}

void add_frameworks(const Ask& ask, const HeldReport& report, FactSheet& facts) {
  const model::Stated<Words>& asked = ask.requirement.frameworks;
  facts.say(Fact::frameworks_asked, is_asked(asked));
  const ReportWords& words = ask.shelf.words(report);
  Words absent;
  Words doubtful;
  facts.say(Fact::framework_absent, lacks_framework(ask, words.frameworks, absent, doubtful));
  if (facts.is_explained()) {
    if (!absent.empty()) facts.note("g16", "not in the report: " + joined(absent));
    if (!doubtful.empty()) facts.note("g16", "in the report without the edition: " + joined(doubtful));
    facts.word("frameworks", listed_words(absent));
  }
  if (!asked.is_given()) return;
  Maybe are_mapped = true;
  for (const AskedFramework& framework : ask.words->frameworks) {
    const Maybe is_held = words.frameworks ? is_among(framework, *words.frameworks) : Maybe(false);
    are_mapped = both(are_mapped, either(is_held, is_among(framework, words.mapped)));
  }
  facts.say(Fact::framework_mapped, are_mapped);
}

/// Of a questionnaire: whether it is the one that is asked for.
void add_form(const Ask& ask, const HeldReport* report, FactSheet& facts) {
  const bool is_asked = ask.requirement.report == model::Family::questionnaire;
  if (!is_asked || report == nullptr || !answers(*report, model::Family::questionnaire)) {
    const bool is_other = is_asked && ask.requirement.questionnaire && report != nullptr;
    return facts.choose(Fact::form, is_other ? "other" : "same");
  }
  if (!ask.requirement.questionnaire) return facts.choose(Fact::form, "same");
  if (!report->questionnaire) return;
  const bool is_it = report->questionnaire == ask.requirement.questionnaire;
  facts.choose(Fact::form, !is_it                                                  ? "other"
                           : report->questionnaire == model::Questionnaire::custom ? "custom"
                                                                                   : "same");
}

void add_level(const Ask& ask, const HeldReport* report, FactSheet& facts) {
  const model::Stated<int>& asked = ask.requirement.level_at_least;
  if (asked.is_left_out() || report == nullptr || !answers(*report, ask.requirement.report))
    return facts.choose(Fact::level, "not_asked");
  const auto levels = model::levels_of(ask.requirement.report);
  if (facts.is_explained()) {
    if (asked.is_given()) facts.word("level_asked", std::string(levels[static_cast<std::size_t>(asked.value)]));
    if (report->level) facts.word("level_held", std::string(levels[static_cast<std::size_t>(*report->level)]));
    if (asked.is_given() && report->level)
      facts.note("g19", fmt::format("asked for {}, held {}", levels[static_cast<std::size_t>(asked.value)],
                                    levels[static_cast<std::size_t>(*report->level)]));
  }
  if (asked.is_given() && report->level) facts.choose(Fact::level, asked.value <= *report->level ? "enough" : "lower");
}

/// What of the request lies outside all that is judged.
void add_terms(const Ask& ask, FactSheet& facts) {
  const model::Stated<Words>& terms = ask.requirement.not_judged;
  const std::vector<InapplicableTerm> inapplicable = inapplicable_terms(ask.requirement);
  if (!inapplicable.empty())
    facts.say(Fact::terms_not_judged, true);
  else if (!terms.is_unknown())
    facts.say(Fact::terms_not_judged, terms.is_given() && !terms.value.empty());
  if (!facts.is_explained()) return;
  Words all = terms.is_given() ? terms.value : Words();
  for (const std::string& term : all) facts.note("g23", "not judged: " + term);
  for (const InapplicableTerm& term : inapplicable) {
    facts.note("g23", fmt::format("not judged: {}, as {}", term.what, term.why));
    all.push_back(term.what);
  }
  if (!all.empty()) facts.word("not_judged", listed_words(all));
}

}  // namespace

void add_services(const Ask& ask, const HeldReport& report, FactSheet& facts) {
  if (!is_asked(ask.services)) return facts.choose(Fact::service_scope, "named");
  const ReportWords& words = ask.shelf.words(report);
  if (ask.services.is_unknown() || !words.covers) return;
  Words alike;
  Words outside;
  bool is_in_doubt = false;
  for (std::size_t i = 0; i < ask.service_words.size(); ++i) {
    if (has_word(*words.covers, ask.service_words[i])) continue;
    const std::string& name = ask.services.value[i];
    if (const std::string* const meant = meant_by(ask.doubts.services, name)) {
      is_in_doubt = true;
      if (facts.is_explained()) facts.note("g04", doubt_sentence(name, *meant));
      continue;
    }
    (is_alike_service(ask, ask.service_words[i], words.alike) ? alike : outside).push_back(name);
    if (!outside.empty() && !facts.is_explained()) break;
  }
  if (!outside.empty() || !is_in_doubt)
    facts.choose(Fact::service_scope, !outside.empty() ? "outside" : alike.empty() ? "named" : "alike");
  if (facts.is_explained()) explain_services(outside, alike, facts);
}

void add_match_facts(const Ask& ask, const HeldReport* report, FactSheet& facts) {
  facts.choose(Fact::asked, model::id_of(ask.requirement.report));
  std::vector<std::string_view> held;
  if (report != nullptr)
    for (const model::Family family : families_of(*report)) held.push_back(model::id_of(family));
  facts.select(Fact::held, held);
  const std::vector<model::Family>& kinds = ask.words->kinds;
  facts.say(Fact::held_is_asked_too, report != nullptr && std::any_of(kinds.begin(), kinds.end(), [&](auto kind) {
                                       return kind != ask.requirement.report && answers(*report, kind);
                                     }));
  add_types(ask, report, facts);
  add_form(ask, report, facts);
  add_level(ask, report, facts);
  add_terms(ask, facts);
  if (report == nullptr) return;
  add_coverage(ask, *report, facts);
  add_scope(ask, *report, facts);
  add_frameworks(ask, *report, facts);
}

void add_service_facts(Ask& ask, const HeldReport& report, FactSheet& facts) {
  if (report.type != model::ReportType::type_2) add_type_1_consent(ask, facts);
  if (!facts.is_explained()) add_services(ask, report, facts);
}

}  // namespace socrates::gate
