// SPDX-License-Identifier: Apache-2.0
//
// Names may be used before they are declared, and in another file. So all files are read first, then everything that
// is named, from sources to decisions, and only then the conditions and rules that name it.

#include "socrates/loader/rules_loader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "conditions_loader.hpp"
#include "decisions_loader.hpp"
#include "draft.hpp"
#include "format_check.hpp"
#include "part.hpp"
#include "questions_loader.hpp"
#include "rules_checks.hpp"
#include "socrates/base/sha256.hpp"
#include "socrates/loader/yaml_reader.hpp"

namespace socrates::loader {

namespace {

using base::Code;
using base::Diagnostics;
using Files = std::vector<const base::Source*>;

std::string_view base_name(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

/// In the byte order of their names: nothing may depend on the order in which files were found.
Files sorted_by_name(const std::vector<base::Source>& files) {
  Files sorted;
  for (const base::Source& file : files) sorted.push_back(&file);
  std::sort(sorted.begin(), sorted.end(), [](const base::Source* a, const base::Source* b) {
    return std::make_tuple(base_name(a->name), std::string_view(a->name), std::string_view(a->text)) <
           std::make_tuple(base_name(b->name), std::string_view(b->name), std::string_view(b->text));
  });
  return sorted;
}

/// Of each file its base name, its size in decimal and its bytes; a zero byte ends the first two.
std::string digest_of(const Files& files) {
  std::string bytes;
  for (const base::Source* file : files) {
    bytes += base_name(file->name);
    bytes += '\0';
    bytes += std::to_string(file->text.size());
    bytes += '\0';
    bytes += file->text;
  }
  return base::sha256_hex(bytes);
}

/// Every file's tree, or nothing when one of them is no YAML or of another format.
std::optional<std::vector<Node>> read_files(const Files& files, Diagnostics& problems) {
  std::vector<Node> roots;
  bool all_good = true;
  for (const base::Source* file : files) {
    auto root = read_yaml(*file, problems);
    if (root && is_format_1(root_part(*root), problems)) {
      roots.push_back(*std::move(root));
    } else {
      all_good = false;
    }
  }
  if (!all_good) return std::nullopt;
  return roots;
}

/// The top-level parts of that key, over all files.
std::vector<Part> find_all(const std::vector<Part>& documents, std::string_view key) {
  std::vector<Part> parts;
  for (const Part& document : documents) {
    if (auto part = find(document, key)) parts.push_back(*std::move(part));
  }
  return parts;
}

/// The top-level part that only one file may give.
std::optional<Part> find_single(const std::vector<Part>& documents, std::string_view key, Diagnostics& problems) {
  const std::vector<Part> parts = find_all(documents, key);
  for (std::size_t i = 1; i < parts.size(); ++i) {
    report_key(Code::repeated_id, parts[i], fmt::format("'{}' is already given at {}", key, place_text(parts[0].named)),
               problems, "only one of the files gives it");
  }
  if (parts.empty()) return std::nullopt;
  return parts.front();
}

std::optional<Part> require_single(const std::vector<Part>& documents, std::string_view key, Diagnostics& problems) {
  auto part = find_single(documents, key, problems);
  if (!part) {
    report_key(Code::missing_key, documents.front(), fmt::format("no file gives '{}'", key), problems);
  }
  return part;
}

/// A version may look like a number; it is kept as it is written.
std::string read_version(const Part& part, Diagnostics& problems) {
  const Node::Kind kind = part.node->kind;
  if (kind == Node::Kind::integer || kind == Node::Kind::other_number) return part.node->text;
  return read_text(part, problems).value_or("");
}

void read_head(const std::vector<Part>& documents, Draft& draft, Diagnostics& problems) {
  if (const auto id = require_single(documents, "id", problems)) draft.rules.id = read_id(*id, problems).value_or("");
  if (const auto version = require_single(documents, "version", problems)) {
    draft.rules.version = read_version(*version, problems);
  }
}

std::vector<Part> members_of_all(const std::vector<Part>& mappings, std::string_view what, Diagnostics& problems) {
  std::vector<Part> members;
  for (const Part& mapping : mappings) {
    if (!expect_mapping(mapping, what, problems)) continue;
    for (Part& member : members_of(mapping)) members.push_back(std::move(member));
  }
  return members;
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
                {"format", "id", "version", "sections", "sources", "questions", "facts", "impossible", "decisions",
                 "notes", "invariants"},
                problems);
  }
  read_head(documents, draft, problems);
  if (const auto sections = find_single(documents, "sections", problems)) read_sections(*sections, draft, problems);
  for (const Part& sources : find_all(documents, "sources")) read_sources(sources, draft, problems);
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
  std::vector<Part> documents;
  for (const Node& root : *roots) documents.push_back(root_part(root));
  Draft draft;
  read_documents(documents, draft, problems);
  if (problems.count() > before) {
    problems.sort_by_place();
    return std::nullopt;
  }
  draft.rules.sha256 = digest_of(sorted);
  return LoadedRules{std::move(draft.rules), std::move(draft.places)};
}

}  // namespace socrates::loader
