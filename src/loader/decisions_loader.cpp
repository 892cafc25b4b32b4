// SPDX-License-Identifier: Apache-2.0
#include "decisions_loader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "conditions_loader.hpp"
#include "questions_loader.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/base/suggest.hpp"

namespace socrates::loader {

namespace {

using base::Code;
using base::Diagnostics;
using model::Combine;
using model::Decision;
using model::Rule;

struct CombineKey {
  std::string_view key;
  Combine combine;
};

constexpr std::array<CombineKey, 3> combine_keys = {
    {{"strongest", Combine::strongest}, {"exactly_one", Combine::exactly_one}, {"collect", Combine::collect}}};

/// Exactly one of the keys that say how the rules are combined.
void require_combine(const Part& part, Decision& decision, Diagnostics& problems) {
  std::optional<Part> chosen;
  for (const Part& member : members_of(part)) {
    const auto found = std::find_if(combine_keys.begin(), combine_keys.end(),
                                    [&](const CombineKey& entry) { return entry.key == member.key; });
    if (found == combine_keys.end()) continue;
    if (chosen) {
      report_key(Code::wrong_value, member, fmt::format("'{}' beside '{}'", member.key, chosen->key), problems,
                 "the rules of a decision are combined in one way");
      continue;
    }
    chosen = member;
    decision.combine = found->combine;
    decision.values = read_named(member, "values", problems);
  }
  if (!chosen) {
    report_key(Code::missing_key, part, "the values of the decision are missing", problems,
               "add 'strongest', 'exactly_one' or 'collect'");
  }
}

bool is_rule_id(std::string_view id) {
  constexpr std::size_t most_id = 128;
  const auto is_allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
  };
  return !id.empty() && id.size() <= most_id && std::all_of(id.begin(), id.end(), is_allowed) && id.front() != '.' &&
         id.back() != '.' && id.find("..") == std::string_view::npos;
}

/// The id of a rule or a note, entered into the draft; empty after a report.
std::string require_rule_id(const Part& rule, std::string_view what, Draft& draft, Diagnostics& problems) {
  const auto part = require(rule, "id", problems);
  const auto id = part ? read_text(*part, problems) : std::nullopt;
  if (!id) return {};
  if (!is_rule_id(*id)) {
    report(Code::malformed_id, *part, fmt::format("'{}' is not the id of a {}", shortened(*id), what), problems,
           "use lower-case letters, digits and underscores, with dots between the parts");
    return {};
  }
  if (!declare(draft.rule_ids, *id, {Declared::Kind::rule, 0, part->node->at}, part->path, problems)) return {};
  draft.places[fmt::format("{} {}", what, *id)] = part->node->at;
  return *id;
}

std::optional<std::size_t> read_value(const Part& part, const Decision& decision, Diagnostics& problems) {
  if (part.node->kind != Node::Kind::string) {
    report(Code::wrong_value, part,
           fmt::format("expected one value of '{}', found {}", decision.id, describe(*part.node)), problems);
    return std::nullopt;
  }
  const std::string& id = part.node->text;
  const auto value = model::find_value(decision, id);
  if (value) return value;
  std::vector<std::string> ids;
  for (const model::Named& named : decision.values) ids.push_back(named.id);
  report(Code::unknown_value, part, fmt::format("'{}' has no value '{}'", decision.id, shortened(id)), problems,
         base::suggestion(id, ids));
  return std::nullopt;
}

/// One value; of a collecting decision also a list.
std::vector<std::size_t> read_then(const Part& part, const Decision& decision, Diagnostics& problems) {
  if (part.node->kind != Node::Kind::sequence || decision.combine != Combine::collect) {
    const auto value = read_value(part, decision, problems);
    return value ? std::vector{*value} : std::vector<std::size_t>();
  }
  std::vector<std::size_t> values;
  if (!expect_list(part, "a list of values", problems)) return values;
  for (const Part& item : items_of(part)) {
    const auto value = read_value(item, decision, problems);
    if (!value) continue;
    if (std::find(values.begin(), values.end(), *value) == values.end()) {
      values.push_back(*value);
    } else {
      report(Code::repeated_option, item, fmt::format("'{}' is named twice", item.node->text), problems);
    }
  }
  std::sort(values.begin(), values.end());
  return values;
}

/// `otherwise: VALUE` in place of `when` and `then`.
void read_otherwise_value(const Part& part, const Part& otherwise, const Decision& decision, Rule& rule,
                          Diagnostics& problems) {
  if (decision.combine != Combine::exactly_one) {
    const bool levels = decision.combine == Combine::strongest;
    report_key(Code::unknown_key, otherwise, "a rule with 'otherwise' stands in exactly_one decisions only", problems,
               levels ? "write 'otherwise' beside 'rules'" : "a set is empty where no rule applies");
    return;
  }
  for (const char* key : {"when", "then"}) {
    const auto beside = find(part, key);
    if (beside) report_key(Code::wrong_value, *beside, fmt::format("'{}' beside 'otherwise'", key), problems);
  }
  rule.then = read_then(otherwise, decision, problems);
}

/// Who has to do what where the rule applies.
void read_action(const Part& part, const Draft& draft, Rule& rule, Diagnostics& problems) {
  if (!expect_mapping(part, "a mapping with who and do", problems)) return;
  expect_keys(part, {"who", "do"}, problems);
  if (const auto who = require(part, "who", problems)) rule.who = read_id(*who, problems).value_or("");
  rule.action = require_phrase(part, "do", draft, problems);
}

Rule read_rule(const Part& part, const Decision& decision, Draft& draft, Diagnostics& problems) {
  Rule rule;
  if (!expect_mapping(part, "a rule", problems)) return rule;
  expect_keys(part, {"id", "when", "then", "otherwise", "because", "sources", "reply", "action"}, problems);
  rule.id = require_rule_id(part, "rule", draft, problems);
  if (const auto otherwise = find(part, "otherwise")) {
    read_otherwise_value(part, *otherwise, decision, rule, problems);
  } else {
    rule.when = require_condition(part, "when", draft, problems);
    const auto then = require(part, "then", problems);
    if (then) rule.then = read_then(*then, decision, problems);
  }
  rule.because = require_clause(part, "because", draft, problems);
  rule.sources = require_sources(part, draft, problems);
  rule.reply = optional_phrase(part, "reply", draft, problems);
  if (const auto action = find(part, "action")) read_action(*action, draft, rule, problems);
  return rule;
}

/// The reason for the weakest value, as the last rule of the decision.
void require_weakest(const Part& part, Decision& decision, Draft& draft, Diagnostics& problems) {
  const auto otherwise = require(part, "otherwise", problems);
  if (!otherwise || !expect_mapping(*otherwise, "a mapping with because and sources", problems)) return;
  expect_keys(*otherwise, {"because", "sources"}, problems);
  Rule rule;
  rule.id = decision.id + ".otherwise";
  rule.then = {0};
  rule.because = require_clause(*otherwise, "because", draft, problems);
  rule.sources = require_sources(*otherwise, draft, problems);
  const Declared declared{Declared::Kind::rule, 0, otherwise->named};
  if (!declare(draft.rule_ids, rule.id, declared, otherwise->path, problems)) return;
  draft.places["rule " + rule.id] = otherwise->named;
  decision.rules.push_back(std::move(rule));
}

/// `KEY: WORD`, which says one thing or is left out.
bool says_so(const Part& part, std::string_view key, std::string_view word, const Decision& decision,
             Diagnostics& problems) {
  const auto value = find(part, key);
  if (!value) return false;
  const bool is_check = decision.combine == Combine::exactly_one;
  if (is_check && value->node->kind == Node::Kind::string && value->node->text == word) return true;
  if (is_check)
    report(Code::wrong_value, *value, fmt::format("expected '{}', found {}", word, describe(*value->node)), problems);
  else
    report_key(Code::unknown_key, *value, fmt::format("'{}' stands in exactly_one decisions only", key), problems);
  return false;
}

/// At most one rule stands for the complement of the others.
void check_single_otherwise(const std::vector<Part>& rules, Diagnostics& problems) {
  bool has_one = false;
  for (const Part& rule : rules) {
    const auto otherwise = rule.node->kind == Node::Kind::mapping ? find(rule, "otherwise") : std::nullopt;
    if (!otherwise) continue;
    if (has_one) report_key(Code::wrong_value, *otherwise, "a second 'otherwise' in one decision", problems);
    has_one = true;
  }
}

}  // namespace

void declare_decision(const Part& part, Draft& draft, Diagnostics& problems) {
  Decision decision;
  decision.id = part.key;
  const bool is_named = read_key_id(part, problems).has_value();
  if (expect_mapping(part, "a mapping that describes the decision", problems)) {
    expect_keys(part, {"title", "strongest", "exactly_one", "collect", "of", "waive", "otherwise", "rules"}, problems);
    decision.title = optional_text(part, "title", problems);
    require_combine(part, decision, problems);
    decision.is_of_each_report = says_so(part, "of", "each_report", decision, problems);
    decision.is_never_waived = says_so(part, "waive", "never", decision, problems);
    for (const CombineKey& combine : combine_keys)
      if (const auto values = find(part, combine.key)) place_named(draft, *values, "value " + part.key + ".");
  }
  const Declared declared{Declared::Kind::decision, draft.rules.decisions.size(), part.named};
  if (is_named && declare_subject(draft, part, declared, problems))
    draft.rules.decisions.push_back(std::move(decision));
}

void read_rules(const Part& part, Draft& draft, Diagnostics& problems) {
  const auto index = model::find_decision(draft.rules, part.key);
  const bool is_declared = index && draft.subjects.at(part.key).at.offset == part.named.offset &&
                           draft.subjects.at(part.key).at.source == part.named.source;
  if (!is_declared || part.node->kind != Node::Kind::mapping) return;  // reported when it was to be declared
  Decision decision = draft.rules.decisions[*index];
  decision.rules.clear();
  if (const auto rules = require(part, "rules", problems); rules && expect_list(*rules, "a list of rules", problems)) {
    const std::vector<Part> items = items_of(*rules);
    for (const Part& item : items) decision.rules.push_back(read_rule(item, decision, draft, problems));
    if (decision.combine == Combine::exactly_one) check_single_otherwise(items, problems);
  }
  const auto otherwise = find(part, "otherwise");
  if (find(part, "strongest")) {
    require_weakest(part, decision, draft, problems);
  } else if (otherwise && decision.combine != Combine::strongest) {
    report_key(Code::unknown_key, *otherwise, "'otherwise' beside 'rules' stands in strongest decisions only", problems,
               decision.combine == Combine::exactly_one ? "write it as a rule: {id, otherwise: VALUE, because, sources}"
                                                        : "a set is empty where no rule applies");
  }
  draft.rules.decisions[*index] = std::move(decision);
}

void read_notes(const Part& notes, Draft& draft, Diagnostics& problems) {
  if (is_empty_list(notes) || !expect_list(notes, "a list of notes", problems)) return;
  for (const Part& part : items_of(notes)) {
    if (!expect_mapping(part, "a note", problems)) continue;
    expect_keys(part, {"id", "when", "text", "sources"}, problems);
    model::Note note;
    note.id = require_rule_id(part, "note", draft, problems);
    note.when = require_condition(part, "when", draft, problems).value_or(model::Condition());
    note.text = require_phrase(part, "text", draft, problems);
    note.sources = require_sources(part, draft, problems);
    draft.rules.notes.push_back(std::move(note));
  }
}

void read_invariants(const Part& invariants, Draft& draft, Diagnostics& problems) {
  if (is_empty_list(invariants) || !expect_list(invariants, "a list of invariants", problems)) return;
  for (const Part& part : items_of(invariants)) {
    if (!expect_mapping(part, "an invariant with id, always and because", problems)) continue;
    expect_keys(part, {"id", "when", "always", "because"}, problems);
    model::Invariant invariant;
    invariant.id = require_rule_id(part, "invariant", draft, problems);
    if (const auto when = find(part, "when")) invariant.when = read_condition(*when, draft, problems);
    invariant.always = require_condition(part, "always", draft, problems).value_or(model::Condition());
    invariant.because = require_clause(part, "because", draft, problems);
    draft.rules.invariants.push_back(std::move(invariant));
  }
}

namespace {

/// The condition hangs on a decision, itself or through a fact.
bool names_decision(const model::Condition& condition, const model::RuleSet& rules, std::set<std::size_t>& seen_facts) {
  if (condition.kind == model::ConditionKind::decision) return true;
  if (condition.kind == model::ConditionKind::fact && seen_facts.insert(condition.subject).second &&
      names_decision(rules.facts[condition.subject].when, rules, seen_facts))
    return true;
  return std::any_of(condition.parts.begin(), condition.parts.end(),
                     [&](const model::Condition& part) { return names_decision(part, rules, seen_facts); });
}

/// Answers contradict each other by what they say, not by what follows from them.
void refuse_decisions(const Part& clause, const model::Condition& when, const Draft& draft, Diagnostics& problems) {
  std::set<std::size_t> seen_facts;
  if (!names_decision(when, draft.rules, seen_facts)) return;
  report(Code::impossible_form, find(clause, "when").value(), "a contradiction between answers hangs on a decision",
         problems, "name questions, or facts about questions");
}

}  // namespace

void read_impossible(const Part& impossible, Draft& draft, Diagnostics& problems) {
  if (is_empty_list(impossible) || !expect_list(impossible, "a list of clauses", problems)) return;
  for (const Part& part : items_of(impossible)) {
    draft.places[fmt::format("impossible {}", draft.rules.impossible.size())] = part.node->at;
    model::Impossible clause;
    if (expect_mapping(part, "a clause with when and because", problems)) {
      expect_keys(part, {"when", "because"}, problems);
      clause.when = require_condition(part, "when", draft, problems).value_or(model::Condition());
      clause.because = require_clause(part, "because", draft, problems);
      refuse_decisions(part, clause.when, draft, problems);
    }
    draft.rules.impossible.push_back(std::move(clause));
  }
}

}  // namespace socrates::loader
