// SPDX-License-Identifier: Apache-2.0
//
// Names may be used before they are declared, and in another file. So all files are read first, then everything that
// is named, from sources to decisions, and only then the conditions and rules that name it.

#include "socrates/loader/rules_loader.hpp"

#include <fmt/format.h>

#include <utility>

#include "loader/entry.hpp"
#include "loader/rules/conditions_loader.hpp"
#include "loader/rules/cross_checks.hpp"
#include "loader/rules/decisions_loader.hpp"
#include "loader/rules/defaults_loader.hpp"
#include "loader/rules/folder_files.hpp"
#include "loader/rules/questions_loader.hpp"
#include "loader/rules/unfinished_rules.hpp"
#include "loader/rules/wordings_loader.hpp"

#include "socrates/base/codes.hpp"

namespace socrates::loader {

namespace {

using base::Code;
using base::Diagnostics;

void read_rules_head(const std::vector<Entry>& documents, UnfinishedRules& unfinished, Diagnostics& problems) {
  if (const auto id = require_single(documents, "id", problems))
    unfinished.rules.id = read_id(*id, problems).value_or("");
  if (const auto version = require_single(documents, "version", problems)) {
    unfinished.rules.version = read_version(*version, problems);
  }
  if (const auto contract = find_single(documents, "contract", problems)) {
    const auto word = read_text(*contract, problems);
    if (word && *word != "own")
      report(Code::wrong_value, *contract, "expected own; rules without this key keep the contract", problems);
    unfinished.rules.has_own_contract = word == "own";
  }
}

std::vector<Entry> declare_facts(std::vector<Entry> facts, UnfinishedRules& unfinished, Diagnostics& problems) {
  std::vector<Entry> declared;
  for (Entry& entry : facts) {
    if (!read_key_id(entry, problems)) continue;
    if (!declare_subject(unfinished, entry, {Declared::Kind::fact, unfinished.rules.facts.size(), entry.named},
                         problems))
      continue;
    unfinished.rules.facts.push_back({entry.key, {}});
    declared.push_back(std::move(entry));
  }
  return declared;
}

void read_documents(const std::vector<Entry>& documents, UnfinishedRules& unfinished, Diagnostics& problems) {
  for (const Entry& document : documents) {
    expect_keys(document,
                {"format", "id", "version", "contract", "sections", "sources", "defaults", "questions", "facts",
                 "impossible", "decisions", "notes", "invariants"},
                problems);
  }
  read_rules_head(documents, unfinished, problems);
  if (const auto sections = find_single(documents, "sections", problems))
    read_sections(*sections, unfinished, problems);
  for (const Entry& sources : find_all(documents, "sources")) read_sources(sources, unfinished, problems);
  if (const auto defaults = find_single(documents, "defaults", problems))
    read_defaults(*defaults, unfinished, problems);
  const auto questions = require_single(documents, "questions", problems);
  if (questions) read_questions(*questions, unfinished, problems);
  const auto facts =
      declare_facts(members_of_all(find_all(documents, "facts"), "a mapping of facts", problems), unfinished, problems);
  const auto decisions = members_of_all(find_all(documents, "decisions"), "a mapping of decisions", problems);
  for (const Entry& decision : decisions) declare_decision(decision, unfinished, problems);

  for (std::size_t i = 0; i < facts.size(); ++i) {
    unfinished.rules.facts[i].when = read_condition(facts[i], unfinished, problems).value_or(model::Condition());
  }
  if (questions) read_wordings(*questions, unfinished, problems);
  for (const Entry& impossible : find_all(documents, "impossible")) read_impossible(impossible, unfinished, problems);
  for (const Entry& decision : decisions) read_rules(decision, unfinished, problems);
  for (const Entry& notes : find_all(documents, "notes")) read_notes(notes, unfinished, problems);
  for (const Entry& invariants : find_all(documents, "invariants")) read_invariants(invariants, unfinished, problems);

  check_cycles(unfinished, problems);
  check_unused(unfinished, problems);
  check_thresholds(unfinished, problems);
}

}  // namespace

std::optional<LoadedRules> load_rules(const std::vector<base::Source>& files, Diagnostics& problems) {
  if (files.empty()) {
    problems.add(Code::no_rules, base::Span(), "no rules were found");
    return std::nullopt;
  }
  const std::size_t before = problems.count();
  const Files sorted = sorted_by_name(files);
  const auto roots = read_files(sorted, problems);
  if (!roots) return std::nullopt;
  UnfinishedRules unfinished;
  read_documents(root_entries(*roots), unfinished, problems);
  if (problems.count() > before) {
    problems.sort_by_place();
    return std::nullopt;
  }
  unfinished.rules.sha256 = digest_of(sorted);
  return LoadedRules{std::move(unfinished.rules), std::move(unfinished.places)};
}

}  // namespace socrates::loader
