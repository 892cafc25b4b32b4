// SPDX-License-Identifier: Apache-2.0
#include "draft.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "socrates/base/codes.hpp"
#include "socrates/base/suggest.hpp"

namespace socrates::loader {

namespace {

using base::Code;
using base::Diagnostics;

std::string_view word_of(Declared::Kind kind) {
  switch (kind) {
    case Declared::Kind::section:
      return "section";
    case Declared::Kind::source:
      return "source";
    case Declared::Kind::question:
      return "question";
    case Declared::Kind::fact:
      return "fact";
    case Declared::Kind::decision:
      return "decision";
    case Declared::Kind::date:
      return "date";
    case Declared::Kind::rule:
      return "rule";
  }
  return {};
}

/// Where `token` stands in the scalar, which may be folded over several lines; the scalar's own place if it is escaped.
base::Span span_of(std::string_view token, const Part& scalar, std::size_t from) {
  const base::Span& at = scalar.node->at;
  const std::size_t found = at.source->text.find(token, std::max(from, at.offset));
  if (found == std::string::npos) return at;
  return {at.source, found, token.size()};
}

/// Every `{...}` of the text names a question.
void check_placeholders(const Part& part, const Draft& draft, Diagnostics& problems) {
  const std::string_view text = part.node->text;
  std::size_t from = 0;
  for (std::size_t i = text.find_first_of("{}"); i != std::string_view::npos; i = text.find_first_of("{}", i)) {
    const std::size_t close = text.find_first_of("{}", i + 1);
    const bool paired = text[i] == '{' && close != std::string_view::npos && text[close] == '}';
    const std::size_t end = paired ? close + 1 : i + 1;
    const std::string_view token = text.substr(i, end - i);
    const base::Span at = span_of(token, part, from);
    if (at.offset != part.node->at.offset) from = at.offset + token.size();
    i = end;
    if (!paired) {
      problems.add(Code::unknown_placeholder, at, "a brace that names no answer", part.path,
                   "an answer is named as {question}; other braces cannot be used");
      continue;
    }
    const std::string_view id = token.substr(1, token.size() - 2);
    const auto subject = draft.subjects.find(id);
    if (subject != draft.subjects.end() && subject->second.kind == Declared::Kind::question) continue;
    std::vector<std::string> questions;
    for (const auto& question : draft.rules.questions) questions.push_back(question.id);
    problems.add(Code::unknown_placeholder, at, fmt::format("'{}' names no question", shortened(token)), part.path,
                 base::suggestion(id, questions));
  }
}

std::string read_phrase(const Part& part, const Draft& draft, Diagnostics& problems) {
  auto text = read_text(part, problems);
  if (!text) return {};
  check_placeholders(part, draft, problems);
  return *std::move(text);
}

}  // namespace

std::string place_text(base::Span at) {
  const base::Position position = base::position_at(at.source->text, at.offset);
  return fmt::format("{}:{}:{}", at.source->name, position.line, position.column);
}

bool declare(Names& names, const std::string& id, Declared declared, const std::string& path, Diagnostics& problems) {
  const auto [first, is_new] = names.emplace(id, declared);
  if (is_new) return true;
  problems.add(Code::repeated_id, declared.at,
               fmt::format("the id '{}' is already given at {}", id, place_text(first->second.at)), path);
  return false;
}

bool declare_subject(Draft& draft, const Part& part, Declared declared, Diagnostics& problems) {
  if (part.key == "all" || part.key == "any" || part.key == "not") {
    report_key(Code::malformed_id, part, fmt::format("'{}' is a word of conditions", part.key), problems,
               "give it another id");
    return false;
  }
  if (!declare(draft.subjects, part.key, declared, part.path, problems)) return false;
  if (draft.subjects.size() == most_subjects + 1) {
    report_key(Code::too_many_values, part,
               fmt::format("more than the {} questions, facts and decisions that are allowed", most_subjects),
               problems);
  }
  draft.places[fmt::format("{} {}", word_of(declared.kind), part.key)] = declared.at;
  return true;
}

void place_named(Draft& draft, const Part& named, const std::string& prefix) {
  if (named.node->kind == Node::Kind::mapping)
    for (const Part& member : members_of(named)) draft.places.emplace(prefix + member.key, member.named);
  if (named.node->kind == Node::Kind::sequence)
    for (const Part& item : items_of(named)) draft.places.emplace(prefix + item.node->text, item.node->at);
}

std::vector<std::string> ids_of(const Names& names) {
  std::vector<std::string> ids;
  for (const auto& [id, declared] : names) ids.push_back(id);
  return ids;
}

std::vector<std::size_t> require_sources(const Part& mapping, Draft& draft, Diagnostics& problems) {
  const auto list = require(mapping, "sources", problems);
  return list ? read_source_list(*list, draft, problems) : std::vector<std::size_t>();
}

std::vector<std::size_t> read_source_list(const Part& list, Draft& draft, Diagnostics& problems) {
  std::vector<std::size_t> sources;
  if (!expect_list(list, "a list of sources", problems)) return sources;
  for (const Part& item : items_of(list)) {
    const auto id = read_text(item, problems);
    if (!id) continue;
    const auto source = draft.sources.find(*id);
    if (source == draft.sources.end()) {
      report(Code::unknown_source, item, fmt::format("unknown source '{}'", shortened(*id)), problems,
             base::suggestion(*id, ids_of(draft.sources)));
      continue;
    }
    const std::size_t index = source->second.index;
    draft.used_sources.insert(index);
    if (std::find(sources.begin(), sources.end(), index) != sources.end()) {
      report(Code::repeated_id, item, fmt::format("the source '{}' is named twice", *id), problems);
      continue;
    }
    sources.push_back(index);
  }
  return sources;
}

std::string require_phrase(const Part& mapping, std::string_view key, const Draft& draft, Diagnostics& problems) {
  const auto part = require(mapping, key, problems);
  return part ? read_phrase(*part, draft, problems) : std::string();
}

std::string optional_phrase(const Part& mapping, std::string_view key, const Draft& draft, Diagnostics& problems) {
  const auto part = find(mapping, key);
  return part ? read_phrase(*part, draft, problems) : std::string();
}

std::string require_clause(const Part& mapping, std::string_view key, const Draft& draft, Diagnostics& problems) {
  std::string text = require_phrase(mapping, key, draft, problems);
  if (text.ends_with('.')) {
    report(Code::wrong_value, *find(mapping, key), fmt::format("a full stop ends the text of '{}'", key), problems,
           "remove it: the text stands within a sentence");
  }
  return text;
}

}  // namespace socrates::loader
