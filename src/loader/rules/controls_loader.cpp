// SPDX-License-Identifier: Apache-2.0
//
// A control may depend on one that stands later or in another file, so all of them are declared first and read then.

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "loader/rules/catalogue_kinds.hpp"
#include "loader/rules/control_id.hpp"
#include "loader/rules/frequency_form.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/base/suggest.hpp"
#include "socrates/loader/catalogue_loader.hpp"
#include "socrates/loader/shapes.hpp"

namespace socrates::loader {
namespace {

using base::Code;
using base::Diagnostics;
using model::Blocks;
using model::Control;
using model::ControlCatalogue;
using model::Examination;
using model::Frequency;

constexpr int most_weeks_of_work = 104;
constexpr int most_weight = 3;

/// What the controls of a catalogue may name.
struct Vocabulary {
  std::vector<std::string> groups;
  std::vector<std::string> owners;
  std::vector<std::string> criteria;
  std::vector<std::string> objectives;
  std::vector<std::string> controls;
  std::vector<std::string> policies;
  std::vector<std::string> populations;
};

template <class Named>
std::vector<std::string> ids_of(const std::vector<Named>& named) {
  std::vector<std::string> ids;
  for (const Named& one : named) ids.push_back(one.id);
  return ids;
}

std::optional<std::size_t> index_of(const std::vector<std::string>& ids, std::string_view id) {
  const auto found = std::find(ids.begin(), ids.end(), id);
  if (found == ids.end()) return std::nullopt;
  return static_cast<std::size_t>(found - ids.begin());
}

/// One of the ids of a vocabulary, as its index; anything else is reported under that code.
struct ReferenceKind {
  using Value = std::size_t;
  std::string_view what;
  const std::vector<std::string>* ids;
  Code code;

  [[nodiscard]] std::optional<Value> read(const Entry& entry, FormReader& reader) const {
    const auto id = a_text.read(entry, reader);
    if (!id) return std::nullopt;
    const auto index = index_of(*ids, *id);
    if (!index)
      report(code, entry, fmt::format("unknown {} '{}'", what, shortened(*id)), reader.problems,
             base::suggestion(*id, *ids));
    return index;
  }
  [[nodiscard]] model::Shape shape() const { return a_text.shape(); }
};

/// The same, as the id itself.
struct ReferredKind {
  using Value = std::string;
  ReferenceKind reference;

  [[nodiscard]] std::optional<Value> read(const Entry& entry, FormReader& reader) const {
    const auto index = reference.read(entry, reader);
    return index ? std::optional((*reference.ids)[*index]) : std::nullopt;
  }
  [[nodiscard]] model::Shape shape() const { return reference.shape(); }
};

void check_serves(Control& control, const Entry& entry, FormReader& reader) {
  if (control.criteria.empty() && control.objectives.empty() && control.engagement.empty())
    report_key(Code::serves_nothing, entry, fmt::format("the control '{}' serves nothing", entry.key), reader.problems,
               "name what it is for under 'criteria', 'objectives' or 'engagement'");
}

auto control_form(const Vocabulary& words, UnfinishedRules* unfinished) {
  const ReferredKind criterion{{"criterion", &words.criteria, Code::unknown_criterion}};
  const ReferredKind objective{{"objective", &words.objectives, Code::unknown_objective}};
  const ReferenceKind before{"control", &words.controls, Code::unknown_control};
  return form<Control>(
             "a control",
             required("group", &Control::group, ReferenceKind{"group", &words.groups, Code::unknown_group},
                      "The group in which it is asked about."),
             required("title", &Control::title, a_text, "A few words."),
             required("ask", &Control::ask, a_text, "A question that is best answered with yes."),
             required("why", &Control::why, a_text, "Why it matters, in a sentence."),
             never_null("criteria", &Control::criteria, at_least_one_once(criterion, "a list under 'criteria'"),
                        "The criteria that it serves."),
             never_null("objectives", &Control::objectives, at_least_one_once(objective, "a list under 'objectives'"),
                        "The control objectives that it serves."),
             never_null("engagement", &Control::engagement,
                        at_least_one_once(one_of<Examination>, "a list of soc1 and soc2"),
                        "The examinations that it belongs to as such, under no criterion."),
             required("evidence", &Control::evidence, a_text, "What an auditor asks for as of a day."),
             never_null("evidence_over_period", &Control::evidence_over_period, a_text,
                        "What an auditor asks for over a period; left out: the same."),
             required("weeks", &Control::weeks, range_form(1, most_weeks_of_work),
                      "The time to put it in place from scratch."),
             never_null("blocks", &Control::blocks, one_of<Blocks>,
                        "What it holds up while it is open; left out: nothing."),
             required("weight", &Control::weight, a_number(1, most_weight), "How much it counts."),
             required("frequency", &Control::frequency, one_of<Frequency>, "How often it runs."),
             never_null("windows", &Control::windows, one_of<model::Windows>,
                        "The start of its months, quarters or years; left out: from_period."),
             never_null("policy", &Control::policy, ReferenceKind{"policy", &words.policies, Code::unknown_group},
                        "The policy that lays it down."),
             never_null("population", &Control::population,
                        ReferenceKind{"population", &words.populations, Code::unknown_group},
                        "The list from which samples are drawn; left out: the setting or the occurrences themselves."),
             required("owner", &Control::owner, ReferenceKind{"owner", &words.owners, Code::unknown_group},
                      "The role that usually owns it."),
             never_null("depends_on", &Control::depends_on, at_least_one_once(before, "a list under 'depends_on'"),
                        "Controls that must come first."),
             never_null("small_company", &Control::small_company, a_text,
                        "What can replace it if one person, or a few, do everything."),
             never_null("sources", &Control::sources, SourcesKind{unfinished}, "The sources for what it serves."))
      .named("control")
      .checked(check_serves);
}

/// The controls of all files with a well-formed id that was not given before.
std::vector<Entry> declared_controls(const std::vector<Entry>& documents, Diagnostics& problems) {
  std::vector<Entry> declared;
  Names seen;
  for (Entry& entry : members_of_all(find_all(documents, "controls"), "a mapping of controls", problems)) {
    if (!is_control_id(entry.key)) {
      report_key(Code::malformed_id, entry, fmt::format("'{}' is not the id of a control", shortened(entry.key)),
                 problems, "controls are numbered as AC-02: capital letters, a hyphen, digits");
    } else if (declare(seen, entry.key, {Declared::Kind::rule, 0, entry.named}, entry.path, problems)) {
      if (declared.size() == most_controls)
        report_key(Code::too_many_values, entry, fmt::format("more than {} controls", most_controls), problems);
      declared.push_back(std::move(entry));
    }
  }
  return declared;
}

/// Groups, owners, policies and populations that no control names.
void report_unused(const std::vector<Entry>& documents, std::string_view key, const std::vector<std::string>& ids,
                   const std::vector<bool>& used, Diagnostics& problems) {
  const std::vector<Entry> mappings = find_all(documents, key);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (used[i]) continue;
    const auto entry = find(mappings.front(), ids[i]);
    if (entry) report_key(Code::unused, *entry, fmt::format("no control names '{}'", ids[i]), problems);
  }
}

void check_unused(const std::vector<Entry>& documents, const ControlCatalogue& catalogue, Diagnostics& problems) {
  std::vector<bool> groups(catalogue.groups.size());
  std::vector<bool> owners(catalogue.owners.size());
  std::vector<bool> policies(catalogue.policies.size());
  std::vector<bool> populations(catalogue.populations.size());
  for (const Control& control : catalogue.controls) {
    groups[control.group] = true;
    owners[control.owner] = true;
    if (control.policy) policies[*control.policy] = true;
    if (control.population) populations[*control.population] = true;
  }
  report_unused(documents, "groups", ids_of(catalogue.groups), groups, problems);
  report_unused(documents, "owners", ids_of(catalogue.owners), owners, problems);
  report_unused(documents, "policies", ids_of(catalogue.policies), policies, problems);
  report_unused(documents, "populations", ids_of(catalogue.populations), populations, problems);
}

/// Takes away, again and again, what waits for nothing; a circle is what remains, and what waits for it.
void check_cycles(const std::vector<Entry>& entries, const std::vector<Control>& controls, Diagnostics& problems) {
  std::vector<bool> free(controls.size());
  for (bool goes_on = true; goes_on;) {
    goes_on = false;
    for (std::size_t i = 0; i < controls.size(); ++i) {
      const std::vector<std::size_t>& before = controls[i].depends_on;
      if (free[i] || !std::all_of(before.begin(), before.end(), [&](std::size_t b) { return free[b]; })) continue;
      free[i] = goes_on = true;
    }
  }
  for (std::size_t i = 0; i < controls.size(); ++i) {
    if (free[i]) continue;
    const std::size_t before = *std::find_if(controls[i].depends_on.begin(), controls[i].depends_on.end(),
                                             [&](std::size_t b) { return !free[b]; });
    report_key(Code::control_cycle, entries[i],
               fmt::format("'{}' depends on '{}', which closes a circle", controls[i].id, controls[before].id),
               problems);
  }
}

/// The entry under a key that stands in no file or in one.
std::optional<Entry> optional_single(const std::vector<Entry>& documents, std::string_view key, Diagnostics& problems) {
  return find_all(documents, key).empty() ? std::nullopt : require_single(documents, key, problems);
}

std::vector<model::Named> read_labels(const std::optional<Entry>& entry, std::string_view what, Diagnostics& problems) {
  if (!entry || !expect_mapping(*entry, "a mapping of ids to labels", problems)) return {};
  return read_named(*entry, what, problems);
}

model::Shape map_of(std::string_view pattern, model::Shape of) {
  model::Shape shape;
  shape.kind = model::Shape::Kind::map;
  shape.pattern = pattern;
  shape.of = {std::move(of)};
  return shape;
}

/// One file of the catalogue: each of `id`, `version`, `groups`, `owners`, `frequencies`, `collection`, `policies` and
/// `populations` stands in one of them.
model::Shape file_shape(const model::Shape& control) {
  using Presence = model::Shape::Key::Presence;
  UnfinishedRules unfinished;
  model::Shape shape;
  shape.kind = model::Shape::Kind::object;
  shape.keys = {format_key.key(),
                {"id", Presence::optional, "The name of the catalogue.", an_id.shape()},
                {"version", Presence::optional, "Its version.", a_version.shape()},
                {"groups", Presence::optional, "Groups of controls by their ids, in the order of asking.",
                 map_of(an_id.shape().pattern, a_text.shape())},
                {"owners", Presence::optional, "Roles that own controls, by their ids.",
                 map_of(an_id.shape().pattern, a_text.shape())},
                {"frequencies", Presence::optional, "What each frequency means for evidence.",
                 FrequenciesKind{&unfinished}.shape()},
                {"collection", Presence::optional, "When evidence for a period is collected.",
                 collection_form(&unfinished).shape()},
                {"policies", Presence::optional, "Policies that an auditor asks for, by their ids.",
                 map_of(an_id.shape().pattern, a_text.shape())},
                {"populations", Presence::optional, "Populations from which an auditor draws samples, by their ids.",
                 PopulationsKind{}.shape()},
                {"sources", Presence::optional, "Sources by their ids.", DeclaredSourcesKind{&unfinished}.shape()},
                {"drawn_from", Presence::optional, "The sources of the file.", SourcesKind{&unfinished}.shape()},
                {"controls", Presence::optional, "Controls by their ids.", map_of(control_id_pattern, control)}};
  return shape;
}

ControlCatalogue read_head(const std::vector<Entry>& documents, UnfinishedRules& unfinished, Diagnostics& problems) {
  const model::Shape file = file_shape({});
  std::vector<std::string> known;
  for (const model::Shape::Key& key : file.keys) known.push_back(key.name);
  FormReader reader{problems, codes_of_rules};
  ControlCatalogue catalogue;
  for (const Entry& document : documents)
    for (const Entry& member : members_of(document))
      if (!index_of(known, member.key)) reader.unknown(member, known);
  if (const auto id = require_single(documents, "id", problems)) catalogue.id = read_id(*id, problems).value_or("");
  if (const auto version = require_single(documents, "version", problems))
    catalogue.version = read_version(*version, problems);
  catalogue.groups = read_labels(require_single(documents, "groups", problems), "groups", problems);
  catalogue.owners = read_labels(require_single(documents, "owners", problems), "owners", problems);
  catalogue.policies = read_labels(optional_single(documents, "policies", problems), "policies", problems);
  for (const Entry& sources : find_all(documents, "sources")) read_sources(sources, unfinished, problems);
  catalogue.references = unfinished.rules.sources;
  for (const Entry& drawn_from : find_all(documents, "drawn_from"))
    for (const std::size_t source : read_source_list(drawn_from, unfinished, problems))
      catalogue.sources.push_back(catalogue.references[source]);
  if (const auto entry = optional_single(documents, "frequencies", problems))
    catalogue.frequencies = FrequenciesKind{&unfinished}.read(*entry, reader).value_or(FrequenciesKind::Value());
  if (const auto entry = optional_single(documents, "collection", problems))
    catalogue.collection = collection_form(&unfinished).read(*entry, reader);
  if (const auto entry = optional_single(documents, "populations", problems))
    catalogue.populations = PopulationsKind{}.read(*entry, reader).value_or(std::vector<model::Population>());
  return catalogue;
}

Vocabulary vocabulary_of(const ControlCatalogue& catalogue, const model::Criteria& criteria,
                         const model::Objectives& objectives, const std::vector<Entry>& controls) {
  Vocabulary words;
  words.groups = ids_of(catalogue.groups);
  words.owners = ids_of(catalogue.owners);
  words.policies = ids_of(catalogue.policies);
  words.populations = ids_of(catalogue.populations);
  for (const model::Category& category : criteria)
    for (const model::Named& criterion : category.criteria) words.criteria.push_back(criterion.id);
  for (const model::Objective& objective : objectives) words.objectives.push_back(objective.id);
  for (const Entry& control : controls) words.controls.push_back(control.key);
  return words;
}

/// Into the order of asking: group by group, within a group as written.
void sort_by_group(ControlCatalogue& catalogue) {
  std::vector<std::size_t> order(catalogue.controls.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return catalogue.controls[a].group < catalogue.controls[b].group;
  });
  std::vector<std::size_t> place(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) place[order[i]] = i;
  std::vector<Control> sorted;
  for (const std::size_t i : order) {
    sorted.push_back(std::move(catalogue.controls[i]));
    for (std::size_t& before : sorted.back().depends_on) before = place[before];
    std::sort(sorted.back().depends_on.begin(), sorted.back().depends_on.end());
  }
  catalogue.controls = std::move(sorted);
}

}  // namespace

bool is_control_id(std::string_view text) {
  constexpr std::size_t longest = 8;
  const std::size_t hyphen = text.find('-');
  if (hyphen == std::string_view::npos || text.size() > longest) return false;
  const std::string_view letters = text.substr(0, hyphen);
  const std::string_view digits = text.substr(hyphen + 1);
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  return letters.size() >= 2 && letters.size() <= 4 && is_capital(letters.front()) &&
         std::all_of(letters.begin(), letters.end(), [&](char c) { return is_capital(c) || is_digit(c); }) &&
         digits.size() >= 2 && digits.size() <= 3 && std::all_of(digits.begin(), digits.end(), is_digit);
}

model::Shape shape_of_controls() { return file_shape(control_form(Vocabulary(), nullptr).shape()); }

std::optional<ControlCatalogue> load_controls(const std::vector<base::Source>& files, const model::Criteria& criteria,
                                              const model::Objectives& objectives, Diagnostics& problems) {
  if (files.empty()) {
    problems.add(Code::no_rules, base::Span(), "no controls were found");
    return std::nullopt;
  }
  const std::size_t before = problems.count();
  const Files sorted = sorted_by_name(files);
  const auto roots = read_files(sorted, problems);
  if (!roots) return std::nullopt;
  const std::vector<Entry> documents = root_entries(*roots);
  UnfinishedRules unfinished;
  ControlCatalogue catalogue = read_head(documents, unfinished, problems);
  const std::vector<Entry> entries = declared_controls(documents, problems);
  const Vocabulary words = vocabulary_of(catalogue, criteria, objectives, entries);
  const auto control = control_form(words, &unfinished);
  FormReader reader{problems, codes_of_rules};
  for (const Entry& entry : entries) {
    auto read = control.read(entry, reader);
    if (!read) continue;
    read->id = entry.key;
    catalogue.controls.push_back(*std::move(read));
  }
  if (problems.count() == before) check_unused(documents, catalogue, problems);
  if (problems.count() == before) check_cycles(entries, catalogue.controls, problems);
  if (problems.count() > before) {
    problems.sort_by_place();
    return std::nullopt;
  }
  sort_by_group(catalogue);
  catalogue.sha256 = digest_of(sorted);
  return catalogue;
}

}  // namespace socrates::loader
