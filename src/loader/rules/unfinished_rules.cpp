// SPDX-License-Identifier: Apache-2.0
#include "loader/rules/unfinished_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "socrates/base/codes.hpp"
#include "socrates/base/suggest.hpp"
#include "socrates/model/text_words.hpp"

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
base::Span span_of(std::string_view token, const Entry& scalar, std::size_t from) {
  const base::Span& at = scalar.node->at;
  const std::size_t found = at.source->text.find(token, std::max(from, at.offset));
  if (found == std::string::npos) return at;
  return {at.source, found, token.size()};
}

/// Every `{...}` of the text names a question.
void check_placeholders(const Entry& entry, const UnfinishedRules& unfinished, Diagnostics& problems) {
  const std::string_view text = entry.node->text;
  std::size_t from = 0;
  for (std::size_t i = text.find_first_of("{}"); i != std::string_view::npos; i = text.find_first_of("{}", i)) {
    const std::size_t close = text.find_first_of("{}", i + 1);
    const bool paired = text[i] == '{' && close != std::string_view::npos && text[close] == '}';
    const std::size_t end = paired ? close + 1 : i + 1;
    const std::string_view token = text.substr(i, end - i);
    const base::Span at = span_of(token, entry, from);
    if (at.offset != entry.node->at.offset) from = at.offset + token.size();
    i = end;
    if (!paired) {
      problems.add(Code::unknown_placeholder, at, "a brace that does not name an answer", entry.path,
                   "an answer is named as {question}; other braces cannot be used");
      continue;
    }
    const std::string_view id = token.substr(1, token.size() - 2);
    const auto subject = unfinished.subjects.find(id);
    if (subject != unfinished.subjects.end() && subject->second.kind == Declared::Kind::question) continue;
    // Rules that have thresholds judge reports, and the gate knows more of these than answers.
    const bool has_words = !unfinished.rules.defaults.empty();
    if (has_words &&
        std::find(std::begin(model::text_words), std::end(model::text_words), id) != std::end(model::text_words))
      continue;
    std::vector<std::string> questions;
    if (has_words) questions.assign(std::begin(model::text_words), std::end(model::text_words));
    for (const auto& question : unfinished.rules.questions) questions.push_back(question.id);
    problems.add(Code::unknown_placeholder, at, fmt::format("'{}' does not name a question", shortened(token)),
                 entry.path, base::suggestion(id, questions));
  }
}

std::string read_phrase(const Entry& entry, const UnfinishedRules& unfinished, Diagnostics& problems) {
  auto text = read_text(entry, problems);
  if (!text) return {};
  check_placeholders(entry, unfinished, problems);
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

bool declare_subject(UnfinishedRules& unfinished, const Entry& entry, Declared declared, Diagnostics& problems) {
  if (entry.key == "all" || entry.key == "any" || entry.key == "not") {
    report_key(Code::malformed_id, entry, fmt::format("'{}' is a reserved word of conditions", entry.key), problems,
               "give it another id");
    return false;
  }
  if (!declare(unfinished.subjects, entry.key, declared, entry.path, problems)) return false;
  if (unfinished.subjects.size() == most_subjects + 1) {
    report_key(Code::too_many_values, entry,
               fmt::format("more than the {} questions, facts and decisions allowed", most_subjects), problems);
  }
  unfinished.places[fmt::format("{} {}", word_of(declared.kind), entry.key)] = declared.at;
  return true;
}

void place_named(UnfinishedRules& unfinished, const Entry& named, const std::string& prefix) {
  if (named.node->kind == Node::Kind::mapping)
    for (const Entry& member : members_of(named)) unfinished.places.emplace(prefix + member.key, member.named);
  if (named.node->kind == Node::Kind::sequence)
    for (const Entry& item : items_of(named)) unfinished.places.emplace(prefix + item.node->text, item.node->at);
}

std::vector<std::string> ids_of(const Names& names) {
  std::vector<std::string> ids;
  for (const auto& [id, declared] : names) ids.push_back(id);
  return ids;
}

std::vector<std::size_t> require_sources(const Entry& mapping, UnfinishedRules& unfinished, Diagnostics& problems) {
  const auto list = require(mapping, "sources", problems);
  return list ? read_source_list(*list, unfinished, problems) : std::vector<std::size_t>();
}

std::vector<std::size_t> read_source_list(const Entry& list, UnfinishedRules& unfinished, Diagnostics& problems) {
  std::vector<std::size_t> sources;
  if (!expect_list(list, "a list of sources", problems)) return sources;
  for (const Entry& item : items_of(list)) {
    const auto id = read_text(item, problems);
    if (!id) continue;
    const auto source = unfinished.sources.find(*id);
    if (source == unfinished.sources.end()) {
      report(Code::unknown_source, item, fmt::format("unknown source '{}'", shortened(*id)), problems,
             base::suggestion(*id, ids_of(unfinished.sources)));
      continue;
    }
    const std::size_t index = source->second.index;
    unfinished.used_sources.insert(index);
    if (std::find(sources.begin(), sources.end(), index) != sources.end()) {
      report(Code::repeated_id, item, fmt::format("the source '{}' is named twice", *id), problems);
      continue;
    }
    sources.push_back(index);
  }
  std::sort(sources.begin(), sources.end());
  return sources;
}

std::string require_phrase(const Entry& mapping, std::string_view key, const UnfinishedRules& unfinished,
                           Diagnostics& problems) {
  const auto entry = require(mapping, key, problems);
  return entry ? read_phrase(*entry, unfinished, problems) : std::string();
}

std::string optional_phrase(const Entry& mapping, std::string_view key, const UnfinishedRules& unfinished,
                            Diagnostics& problems) {
  const auto entry = find(mapping, key);
  return entry ? read_phrase(*entry, unfinished, problems) : std::string();
}

std::pair<std::string, std::string> read_action(const Entry& entry, const UnfinishedRules& unfinished,
                                                Diagnostics& problems) {
  if (!expect_mapping(entry, "a mapping with who and do", problems)) return {};
  expect_keys(entry, {"who", "do"}, problems);
  const auto who = require(entry, "who", problems);
  std::string id = who ? read_id(*who, problems).value_or("") : std::string();
  return {std::move(id), require_phrase(entry, "do", unfinished, problems)};
}

std::string require_clause(const Entry& mapping, std::string_view key, const UnfinishedRules& unfinished,
                           Diagnostics& problems) {
  std::string text = require_phrase(mapping, key, unfinished, problems);
  if (text.ends_with('.')) {
    report(Code::wrong_value, *find(mapping, key), fmt::format("a full stop ends the text of '{}'", key), problems,
           "remove it: the text continues a sentence");
  }
  return text;
}

}  // namespace socrates::loader
