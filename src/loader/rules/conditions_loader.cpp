// SPDX-License-Identifier: Apache-2.0
#include "loader/rules/conditions_loader.hpp"

#include <fmt/format.h>

#include <utility>

#include "loader/rules/subject_tests.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/base/suggest.hpp"

namespace socrates::loader {

namespace {

using base::Code;
using base::Diagnostics;
using model::Condition;
using model::ConditionKind;

Condition negation_of(Condition condition) {
  Condition negation;
  negation.kind = ConditionKind::negation;
  negation.parts.push_back(std::move(condition));
  return negation;
}

void report_unknown_subject(const Entry& entry, const UnfinishedRules& unfinished, Diagnostics& problems) {
  std::vector<std::string> candidates;
  for (const auto& [id, declared] : unfinished.subjects) {
    if (declared.kind != Declared::Kind::date) candidates.push_back(id);
  }
  for (const char* word : {"all", "any", "not"}) candidates.emplace_back(word);
  const std::string near = base::nearest(entry.key, candidates);
  report_key(Code::unknown_subject, entry,
             fmt::format("'{}' is not a question, fact or decision", shortened(entry.key)), problems,
             near.empty() ? "" : fmt::format("did you mean '{}'?", near));
}

/// Notes where a condition cuts a number, at the first place that does.
void place_thresholds(const Entry& entry, const model::Question& question, UnfinishedRules& unfinished) {
  if (question.kind != model::QuestionKind::number) return;
  const auto place = [&](const Entry& bound, long long start) {
    unfinished.places.emplace(fmt::format("threshold {} {}", question.id, start), bound.node->at);
  };
  if (entry.node->kind != Node::Kind::mapping) {
    place(entry, entry.node->integer);
    place(entry, entry.node->integer + 1);
  }
  if (const auto from = find(entry, "at_least")) place(*from, from->node->integer);
  if (const auto to = find(entry, "at_most")) place(*to, to->node->integer + 1);
}

/// `subject: test`.
std::optional<Condition> read_test(const Entry& entry, UnfinishedRules& unfinished, Diagnostics& problems) {
  const auto found = unfinished.subjects.find(entry.key);
  if (found == unfinished.subjects.end() || found->second.kind == Declared::Kind::date) {
    report_unknown_subject(entry, unfinished, problems);
    return std::nullopt;
  }
  Condition condition;
  condition.subject = found->second.index;
  if (found->second.kind == Declared::Kind::fact) {
    condition.kind = ConditionKind::fact;
    unfinished.used_facts.insert(condition.subject);
    const auto value = read_boolean(entry, problems);
    if (!value) return std::nullopt;
    return *value ? condition : negation_of(std::move(condition));
  }
  const bool is_question = found->second.kind == Declared::Kind::question;
  condition.kind = is_question ? ConditionKind::question : ConditionKind::decision;
  const bool is_good =
      is_question ? read_question_test(entry, unfinished.rules.questions[condition.subject], condition, problems)
                  : read_decision_test(entry, unfinished.rules.decisions[condition.subject], condition, problems);
  if (!is_good) return std::nullopt;
  if (is_question) place_thresholds(entry, unfinished.rules.questions[condition.subject], unfinished);
  return condition;
}

/// `all: [...]` and `any: [...]`.
std::optional<Condition> read_junction(const Entry& entry, UnfinishedRules& unfinished, Diagnostics& problems) {
  if (!expect_list(entry, "a list of conditions", problems)) return std::nullopt;
  Condition junction;
  junction.kind = entry.key == "all" ? ConditionKind::all : ConditionKind::any;
  for (const Entry& item : items_of(entry)) {
    if (auto condition = read_condition(item, unfinished, problems)) junction.parts.push_back(*std::move(condition));
  }
  if (junction.parts.size() != entry.node->items.size()) return std::nullopt;
  return junction;
}

std::optional<Condition> read_clause(const Entry& entry, UnfinishedRules& unfinished, Diagnostics& problems) {
  if (entry.key == "all" || entry.key == "any") return read_junction(entry, unfinished, problems);
  if (entry.key != "not") return read_test(entry, unfinished, problems);
  auto condition = read_condition(entry, unfinished, problems);
  if (!condition) return std::nullopt;
  return negation_of(*std::move(condition));
}

}  // namespace

std::optional<Condition> read_condition(const Entry& entry, UnfinishedRules& unfinished, Diagnostics& problems) {
  if (!expect_mapping(entry, "a condition", problems)) return std::nullopt;
  if (entry.node->members.empty()) {
    report(Code::wrong_value, entry, "expected a condition, found an empty mapping", problems);
    return std::nullopt;
  }
  Condition all;
  for (const Entry& member : members_of(entry)) {
    if (auto condition = read_clause(member, unfinished, problems)) all.parts.push_back(*std::move(condition));
  }
  if (all.parts.size() != entry.node->members.size()) return std::nullopt;
  if (all.parts.size() > 1) return all;
  Condition single = std::move(all.parts.front());
  return single;
}

std::optional<Condition> require_condition(const Entry& mapping, std::string_view key, UnfinishedRules& unfinished,
                                           Diagnostics& problems) {
  const auto entry = require(mapping, key, problems);
  if (!entry) return std::nullopt;
  return read_condition(*entry, unfinished, problems);
}

}  // namespace socrates::loader
