// SPDX-License-Identifier: Apache-2.0
#include "conditions_loader.hpp"

#include <fmt/format.h>

#include <utility>

#include "socrates/base/codes.hpp"
#include "socrates/base/suggest.hpp"
#include "subject_tests.hpp"

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

void report_unknown_subject(const Part& part, const Draft& draft, Diagnostics& problems) {
  std::vector<std::string> candidates;
  for (const auto& [id, declared] : draft.subjects) {
    if (declared.kind != Declared::Kind::date) candidates.push_back(id);
  }
  for (const char* word : {"all", "any", "not"}) candidates.emplace_back(word);
  const std::string near = base::nearest(part.key, candidates);
  report_key(Code::unknown_subject, part, fmt::format("'{}' is no question, fact or decision", shortened(part.key)),
             problems, near.empty() ? "" : fmt::format("did you mean '{}'?", near));
}

/// Notes where a condition cuts a number, at the first place that does.
void place_thresholds(const Part& part, const model::Question& question, Draft& draft) {
  if (question.kind != model::QuestionKind::number) return;
  const auto place = [&](const Part& bound, long long start) {
    draft.places.emplace(fmt::format("threshold {} {}", question.id, start), bound.node->at);
  };
  if (part.node->kind != Node::Kind::mapping) {
    place(part, part.node->integer);
    place(part, part.node->integer + 1);
  }
  if (const auto from = find(part, "at_least")) place(*from, from->node->integer);
  if (const auto to = find(part, "at_most")) place(*to, to->node->integer + 1);
}

/// `subject: test`.
std::optional<Condition> read_test(const Part& part, Draft& draft, Diagnostics& problems) {
  const auto found = draft.subjects.find(part.key);
  if (found == draft.subjects.end() || found->second.kind == Declared::Kind::date) {
    report_unknown_subject(part, draft, problems);
    return std::nullopt;
  }
  Condition condition;
  condition.subject = found->second.index;
  if (found->second.kind == Declared::Kind::fact) {
    condition.kind = ConditionKind::fact;
    draft.used_facts.insert(condition.subject);
    const auto value = read_boolean(part, problems);
    if (!value) return std::nullopt;
    return *value ? condition : negation_of(std::move(condition));
  }
  const bool is_question = found->second.kind == Declared::Kind::question;
  condition.kind = is_question ? ConditionKind::question : ConditionKind::decision;
  const bool is_good = is_question
                           ? read_question_test(part, draft.rules.questions[condition.subject], condition, problems)
                           : read_decision_test(part, draft.rules.decisions[condition.subject], condition, problems);
  if (!is_good) return std::nullopt;
  if (is_question) place_thresholds(part, draft.rules.questions[condition.subject], draft);
  return condition;
}

/// `all: [...]` and `any: [...]`.
std::optional<Condition> read_junction(const Part& part, Draft& draft, Diagnostics& problems) {
  if (!expect_list(part, "a list of conditions", problems)) return std::nullopt;
  Condition junction;
  junction.kind = part.key == "all" ? ConditionKind::all : ConditionKind::any;
  for (const Part& item : items_of(part)) {
    if (auto condition = read_condition(item, draft, problems)) junction.parts.push_back(*std::move(condition));
  }
  if (junction.parts.size() != part.node->items.size()) return std::nullopt;
  return junction;
}

std::optional<Condition> read_clause(const Part& part, Draft& draft, Diagnostics& problems) {
  if (part.key == "all" || part.key == "any") return read_junction(part, draft, problems);
  if (part.key != "not") return read_test(part, draft, problems);
  auto condition = read_condition(part, draft, problems);
  if (!condition) return std::nullopt;
  return negation_of(*std::move(condition));
}

}  // namespace

std::optional<Condition> read_condition(const Part& part, Draft& draft, Diagnostics& problems) {
  if (!expect_mapping(part, "a condition", problems)) return std::nullopt;
  if (part.node->members.empty()) {
    report(Code::wrong_value, part, "expected a condition, found an empty mapping", problems);
    return std::nullopt;
  }
  Condition all;
  for (const Part& member : members_of(part)) {
    if (auto condition = read_clause(member, draft, problems)) all.parts.push_back(*std::move(condition));
  }
  if (all.parts.size() != part.node->members.size()) return std::nullopt;
  if (all.parts.size() > 1) return all;
  Condition single = std::move(all.parts.front());
  return single;
}

std::optional<Condition> require_condition(const Part& mapping, std::string_view key, Draft& draft,
                                           Diagnostics& problems) {
  const auto part = require(mapping, key, problems);
  if (!part) return std::nullopt;
  return read_condition(*part, draft, problems);
}

}  // namespace socrates::loader
