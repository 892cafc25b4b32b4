// SPDX-License-Identifier: Apache-2.0
//
// A control may depend on one that stands later or in another file, so all of them are declared first and read then.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "control_id.hpp"
#include "documents.hpp"
#include "draft.hpp"
#include "part.hpp"
#include "questions_loader.hpp"
#include "socrates/base/suggest.hpp"
#include "socrates/loader/catalogue_loader.hpp"

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

template <class Value>
struct Word {
  std::string_view id;
  Value value;
};

constexpr std::array<Word<Blocks>, 3> blocks_words = {
    {{"nothing", Blocks::nothing}, {"type_2_window", Blocks::type_2_window}, {"type_1", Blocks::type_1}}};

constexpr std::array<Word<Frequency>, 8> frequency_words = {{{"continuous", Frequency::continuous},
                                                             {"per_event", Frequency::per_event},
                                                             {"daily", Frequency::daily},
                                                             {"weekly", Frequency::weekly},
                                                             {"monthly", Frequency::monthly},
                                                             {"quarterly", Frequency::quarterly},
                                                             {"yearly", Frequency::yearly},
                                                             {"once", Frequency::once}}};

constexpr std::array<Word<Examination>, 2> examination_words = {
    {{"soc1", Examination::soc1}, {"soc2", Examination::soc2}}};

template <class Value, std::size_t Count>
std::optional<Value> read_word(const Part& part, const std::array<Word<Value>, Count>& words, Diagnostics& problems) {
  const auto text = read_text(part, problems);
  if (!text) return std::nullopt;
  std::vector<std::string> ids;
  for (const Word<Value>& word : words) {
    if (word.id == *text) return word.value;
    ids.emplace_back(word.id);
  }
  report(Code::wrong_value, part, fmt::format("'{}' cannot stand here", shortened(*text)), problems,
         base::suggestion(*text, ids));
  return std::nullopt;
}

/// What the controls of a catalogue may name.
struct Vocabulary {
  std::vector<std::string> groups;
  std::vector<std::string> owners;
  std::vector<std::string> criteria;
  std::vector<std::string> objectives;
  std::vector<std::string> controls;
};

std::vector<std::string> ids_of(const std::vector<model::Named>& named) {
  std::vector<std::string> ids;
  for (const model::Named& one : named) ids.push_back(one.id);
  return ids;
}

std::optional<std::size_t> index_of(const std::vector<std::string>& ids, std::string_view id) {
  const auto found = std::find(ids.begin(), ids.end(), id);
  if (found == ids.end()) return std::nullopt;
  return static_cast<std::size_t>(found - ids.begin());
}

/// The index of the id that stands there; anything else is reported under that code.
std::optional<std::size_t> read_reference(const Part& part, std::string_view what, const std::vector<std::string>& ids,
                                          Code code, Diagnostics& problems) {
  const auto id = read_text(part, problems);
  if (!id) return std::nullopt;
  const auto index = index_of(ids, *id);
  if (!index)
    report(code, part, fmt::format("unknown {} '{}'", what, shortened(*id)), problems, base::suggestion(*id, ids));
  return index;
}

/// The same of a list under a key that may be left out; each at most once.
std::vector<std::size_t> read_references(const Part& control, std::string_view key, std::string_view what,
                                         const std::vector<std::string>& ids, Code code, Diagnostics& problems) {
  std::vector<std::size_t> references;
  const auto list = find(control, key);
  if (!list || !expect_list(*list, fmt::format("a list under '{}'", key), problems)) return references;
  for (const Part& item : items_of(*list)) {
    const auto index = read_reference(item, what, ids, code, problems);
    if (!index) continue;
    if (std::find(references.begin(), references.end(), *index) != references.end()) {
      report(Code::repeated_id, item, fmt::format("'{}' is named twice", ids[*index]), problems);
      continue;
    }
    references.push_back(*index);
  }
  return references;
}

std::vector<std::string> named(const std::vector<std::size_t>& indices, const std::vector<std::string>& ids) {
  std::vector<std::string> result;
  for (const std::size_t index : indices) result.push_back(ids[index]);
  return result;
}

std::vector<Examination> read_engagement(const Part& control, Diagnostics& problems) {
  std::vector<Examination> engagement;
  const auto list = find(control, "engagement");
  if (!list || !expect_list(*list, "a list of soc1 and soc2", problems)) return engagement;
  for (const Part& item : items_of(*list)) {
    const auto examination = read_word(item, examination_words, problems);
    if (!examination) continue;
    if (std::find(engagement.begin(), engagement.end(), *examination) != engagement.end()) {
      report(Code::repeated_id, item, fmt::format("'{}' is named twice", item.node->text), problems);
      continue;
    }
    engagement.push_back(*examination);
  }
  return engagement;
}

int read_weeks_under(const Part& weeks, std::string_view key, Diagnostics& problems) {
  const auto part = require(weeks, key, problems);
  const auto number = part ? read_number(*part, problems) : std::nullopt;
  if (!number) return 1;
  if (*number < 1 || *number > most_weeks_of_work)
    report(Code::wrong_value, *part, fmt::format("expected 1 to {} weeks, found {}", most_weeks_of_work, *number),
           problems);
  return *number;
}

model::Weeks read_weeks(const Part& control, Diagnostics& problems) {
  const auto part = require(control, "weeks", problems);
  if (!part || !expect_mapping(*part, "a mapping with least, likely and most", problems)) return {};
  expect_keys(*part, {"least", "likely", "most"}, problems);
  const std::size_t before = problems.count();
  const model::Weeks weeks{read_weeks_under(*part, "least", problems), read_weeks_under(*part, "likely", problems),
                           read_weeks_under(*part, "most", problems)};
  if (problems.count() == before && (weeks.least > weeks.likely || weeks.likely > weeks.most))
    report(Code::wrong_value, *part, "the weeks do not ascend from least over likely to most", problems);
  return weeks;
}

int read_weight(const Part& control, Diagnostics& problems) {
  const auto part = require(control, "weight", problems);
  const auto weight = part ? read_number(*part, problems) : std::nullopt;
  if (!weight) return 1;
  if (*weight < 1 || *weight > most_weight)
    report(Code::wrong_value, *part, fmt::format("expected a weight from 1 to {}, found {}", most_weight, *weight),
           problems);
  return *weight;
}

/// Where the value under a mandatory key leads to.
std::size_t require_reference(const Part& control, std::string_view key, const std::vector<std::string>& ids,
                              Diagnostics& problems) {
  const auto part = require(control, key, problems);
  return part ? read_reference(*part, key, ids, Code::unknown_group, problems).value_or(0) : 0;
}

Control read_control(const Part& part, const Vocabulary& words, Diagnostics& problems) {
  Control control;
  control.id = part.key;
  if (!expect_mapping(part, "a control", problems)) return control;
  expect_keys(part,
              {"group", "title", "ask", "why", "criteria", "objectives", "engagement", "evidence", "weeks", "blocks",
               "weight", "frequency", "owner", "depends_on"},
              problems);
  control.group = require_reference(part, "group", words.groups, problems);
  control.title = require_text(part, "title", problems);
  control.ask = require_text(part, "ask", problems);
  control.why = require_text(part, "why", problems);
  control.criteria =
      named(read_references(part, "criteria", "criterion", words.criteria, Code::unknown_criterion, problems),
            words.criteria);
  control.objectives =
      named(read_references(part, "objectives", "objective", words.objectives, Code::unknown_objective, problems),
            words.objectives);
  control.engagement = read_engagement(part, problems);
  if (!find(part, "criteria") && !find(part, "objectives") && !find(part, "engagement"))
    report_key(Code::serves_nothing, part, fmt::format("the control '{}' serves nothing", control.id), problems,
               "name what it is for under 'criteria', 'objectives' or 'engagement'");
  control.evidence = require_text(part, "evidence", problems);
  control.weeks = read_weeks(part, problems);
  if (const auto blocks = find(part, "blocks"))
    control.blocks = read_word(*blocks, blocks_words, problems).value_or(Blocks::nothing);
  control.weight = read_weight(part, problems);
  if (const auto frequency = require(part, "frequency", problems))
    control.frequency = read_word(*frequency, frequency_words, problems).value_or(Frequency::continuous);
  control.owner = require_reference(part, "owner", words.owners, problems);
  control.depends_on = read_references(part, "depends_on", "control", words.controls, Code::unknown_control, problems);
  return control;
}

/// The controls of all files with a well-formed id that was not given before.
std::vector<Part> declared_controls(const std::vector<Part>& documents, Diagnostics& problems) {
  std::vector<Part> declared;
  Names seen;
  for (Part& part : members_of_all(find_all(documents, "controls"), "a mapping of controls", problems)) {
    if (!is_control_id(part.key)) {
      report_key(Code::malformed_id, part, fmt::format("'{}' is not the id of a control", shortened(part.key)),
                 problems, "controls are numbered as AC-02: capital letters, a hyphen, digits");
    } else if (declare(seen, part.key, {Declared::Kind::rule, 0, part.named}, part.path, problems)) {
      if (declared.size() == most_controls)
        report_key(Code::too_many_values, part, fmt::format("more than {} controls", most_controls), problems);
      declared.push_back(std::move(part));
    }
  }
  return declared;
}

/// Groups and owners that no control names.
void report_unused(const std::vector<Part>& documents, std::string_view key, const std::vector<std::string>& ids,
                   const std::vector<bool>& used, Diagnostics& problems) {
  const std::vector<Part> mappings = find_all(documents, key);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (used[i]) continue;
    const auto part = find(mappings.front(), ids[i]);
    if (part) report_key(Code::unused, *part, fmt::format("no control names '{}'", ids[i]), problems);
  }
}

void check_unused(const std::vector<Part>& documents, const ControlCatalogue& catalogue, Diagnostics& problems) {
  std::vector<bool> groups(catalogue.groups.size());
  std::vector<bool> owners(catalogue.owners.size());
  for (const Control& control : catalogue.controls) {
    groups[control.group] = true;
    owners[control.owner] = true;
  }
  report_unused(documents, "groups", ids_of(catalogue.groups), groups, problems);
  report_unused(documents, "owners", ids_of(catalogue.owners), owners, problems);
}

/// Takes away, again and again, what waits for nothing; a circle is what remains, and what waits for it.
void check_cycles(const std::vector<Part>& parts, const std::vector<Control>& controls, Diagnostics& problems) {
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
    report_key(Code::control_cycle, parts[i],
               fmt::format("'{}' depends on '{}', which stands in a circle", controls[i].id, controls[before].id),
               problems);
  }
}

std::vector<model::Named> require_named(const std::vector<Part>& documents, std::string_view key,
                                        Diagnostics& problems) {
  const auto part = require_single(documents, key, problems);
  if (!part || !expect_mapping(*part, "a mapping of ids to labels", problems)) return {};
  return read_named(*part, key, problems);
}

ControlCatalogue read_head(const std::vector<Part>& documents, Diagnostics& problems) {
  ControlCatalogue catalogue;
  for (const Part& document : documents)
    expect_keys(document, {"format", "id", "version", "groups", "owners", "sources", "drawn_from", "controls"},
                problems);
  if (const auto id = require_single(documents, "id", problems)) catalogue.id = read_id(*id, problems).value_or("");
  if (const auto version = require_single(documents, "version", problems))
    catalogue.version = read_version(*version, problems);
  catalogue.groups = require_named(documents, "groups", problems);
  catalogue.owners = require_named(documents, "owners", problems);
  for (const Part& document : documents)
    for (model::SourceReference& source : read_drawn_from(document, problems))
      catalogue.sources.push_back(std::move(source));
  return catalogue;
}

Vocabulary vocabulary_of(const ControlCatalogue& catalogue, const model::Criteria& criteria,
                         const model::Objectives& objectives, const std::vector<Part>& controls) {
  Vocabulary words{ids_of(catalogue.groups), ids_of(catalogue.owners), {}, {}, {}};
  for (const model::Category& category : criteria)
    for (const model::Named& criterion : category.criteria) words.criteria.push_back(criterion.id);
  for (const model::Objective& objective : objectives) words.objectives.push_back(objective.id);
  for (const Part& control : controls) words.controls.push_back(control.key);
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
  const std::vector<Part> documents = root_parts(*roots);
  ControlCatalogue catalogue = read_head(documents, problems);
  const std::vector<Part> parts = declared_controls(documents, problems);
  const Vocabulary words = vocabulary_of(catalogue, criteria, objectives, parts);
  for (const Part& part : parts) catalogue.controls.push_back(read_control(part, words, problems));
  if (problems.count() == before) check_unused(documents, catalogue, problems);
  if (problems.count() == before) check_cycles(parts, catalogue.controls, problems);
  if (problems.count() > before) {
    problems.sort_by_place();
    return std::nullopt;
  }
  sort_by_group(catalogue);
  catalogue.sha256 = digest_of(sorted);
  return catalogue;
}

}  // namespace socrates::loader
