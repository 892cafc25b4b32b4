// SPDX-License-Identifier: Apache-2.0
//
// Names may be used before they are declared, and in another file. So all files are read first, then everything that
// is named, from sources to decisions, and only then the conditions and rules that name it.

#include "socrates/loader/rules_loader.hpp"

#include <fmt/format.h>

#include <utility>

#include "conditions_loader.hpp"
#include "decisions_loader.hpp"
#include "defaults_loader.hpp"
#include "documents.hpp"
#include "draft.hpp"
#include "part.hpp"
#include "questions_loader.hpp"
#include "rules_checks.hpp"

#include "socrates/base/codes.hpp"

namespace socrates::loader {

namespace {

using base::Code;
using base::Diagnostics;

void read_head(const std::vector<Part>& documents, Draft& draft, Diagnostics& problems) {
  if (const auto id = require_single(documents, "id", problems)) draft.rules.id = read_id(*id, problems).value_or("");
  if (const auto version = require_single(documents, "version", problems)) {
    draft.rules.version = read_version(*version, problems);
  }
}

std::vector<Part> declare_facts(std::vector<Part> facts, Draft& draft, Diagnostics& problems) {
  std::vector<Part> declared;
  for (Part& part : facts) {
    if (!read_key_id(part, problems)) continue;
    if (!declare_subject(draft, part, {Declared::Kind::fact, draft.rules.facts.size(), part.named}, problems)) continue;
    draft.rules.facts.push_back({part.key, {}});
    declared.push_back(std::move(part));
  }
  return declared;
}

void read_documents(const std::vector<Part>& documents, Draft& draft, Diagnostics& problems) {
  for (const Part& document : documents) {
    expect_keys(document,
                {"format", "id", "version", "sections", "sources", "defaults", "questions", "facts", "impossible",
                 "decisions", "notes", "invariants"},
                problems);
  }
  read_head(documents, draft, problems);
  if (const auto sections = find_single(documents, "sections", problems)) read_sections(*sections, draft, problems);
  for (const Part& sources : find_all(documents, "sources")) read_sources(sources, draft, problems);
  if (const auto defaults = find_single(documents, "defaults", problems)) read_defaults(*defaults, draft, problems);
  if (const auto questions = require_single(documents, "questions", problems)) {
    read_questions(*questions, draft, problems);
  }
  const auto facts =
      declare_facts(members_of_all(find_all(documents, "facts"), "a mapping of facts", problems), draft, problems);
  const auto decisions = members_of_all(find_all(documents, "decisions"), "a mapping of decisions", problems);
  for (const Part& decision : decisions) declare_decision(decision, draft, problems);

  for (std::size_t i = 0; i < facts.size(); ++i) {
    draft.rules.facts[i].when = read_condition(facts[i], draft, problems).value_or(model::Condition());
  }
  for (const Part& impossible : find_all(documents, "impossible")) read_impossible(impossible, draft, problems);
  for (const Part& decision : decisions) read_rules(decision, draft, problems);
  for (const Part& notes : find_all(documents, "notes")) read_notes(notes, draft, problems);
  for (const Part& invariants : find_all(documents, "invariants")) read_invariants(invariants, draft, problems);

  check_cycles(draft, problems);
  check_unused(draft, problems);
  check_thresholds(draft, problems);
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
  Draft draft;
  read_documents(root_parts(*roots), draft, problems);
  if (problems.count() > before) {
    problems.sort_by_place();
    return std::nullopt;
  }
  draft.rules.sha256 = digest_of(sorted);
  return LoadedRules{std::move(draft.rules), std::move(draft.places)};
}

}  // namespace socrates::loader
