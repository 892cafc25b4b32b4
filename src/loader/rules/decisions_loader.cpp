// SPDX-License-Identifier: Apache-2.0
#include "loader/rules/decisions_loader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <tuple>
#include <utility>

#include "loader/rules/conditions_loader.hpp"
#include "loader/rules/questions_loader.hpp"
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
void require_combine(const Entry& entry, Decision& decision, Diagnostics& problems) {
  std::optional<Entry> chosen;
  for (const Entry& member : members_of(entry)) {
    const auto found = std::find_if(combine_keys.begin(), combine_keys.end(),
                                    [&](const CombineKey& known) { return known.key == member.key; });
    if (found == combine_keys.end()) continue;
    if (chosen) {
      report_key(Code::wrong_value, member, fmt::format("'{}' is given beside '{}'", member.key, chosen->key), problems,
                 "the rules of a decision are combined in one way");
      continue;
    }
    chosen = member;
    decision.combine = found->combine;
    decision.values = read_named(member, "values", problems);
  }
  if (!chosen) {
    report_key(Code::missing_key, entry, "the values of the decision are missing", problems,
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

/// The id of a rule or a note, entered into the rules so far; empty after a report.
std::string require_rule_id(const Entry& rule, std::string_view what, UnfinishedRules& unfinished,
                            Diagnostics& problems) {
  const auto entry = require(rule, "id", problems);
  const auto id = entry ? read_text(*entry, problems) : std::nullopt;
  if (!id) return {};
  if (!is_rule_id(*id)) {
    report(Code::malformed_id, *entry, fmt::format("'{}' is not the id of a {}", shortened(*id), what), problems,
           "use lower-case letters, digits and underscores, with dots between the parts");
    return {};
  }
  if (!declare(unfinished.rule_ids, *id, {Declared::Kind::rule, 0, entry->node->at}, entry->path, problems)) return {};
  unfinished.places[fmt::format("{} {}", what, *id)] = entry->node->at;
  return *id;
}

std::optional<std::size_t> read_value(const Entry& entry, const Decision& decision, Diagnostics& problems) {
  if (entry.node->kind != Node::Kind::string) {
    report(Code::wrong_value, entry,
           fmt::format("expected one value of '{}', found {}", decision.id, describe(*entry.node)), problems);
    return std::nullopt;
  }
  const std::string& id = entry.node->text;
  const auto value = model::find_value(decision, id);
  if (value) return value;
  std::vector<std::string> ids;
  for (const model::Named& named : decision.values) ids.push_back(named.id);
  report(Code::unknown_value, entry, fmt::format("'{}' has no value '{}'", decision.id, shortened(id)), problems,
         base::suggestion(id, ids));
  return std::nullopt;
}

/// One value; of a collecting decision also a list.
std::vector<std::size_t> read_then(const Entry& entry, const Decision& decision, Diagnostics& problems) {
  if (entry.node->kind != Node::Kind::sequence || decision.combine != Combine::collect) {
    const auto value = read_value(entry, decision, problems);
    return value ? std::vector{*value} : std::vector<std::size_t>();
  }
  std::vector<std::size_t> values;
  if (!expect_list(entry, "a list of values", problems)) return values;
  for (const Entry& item : items_of(entry)) {
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
void read_otherwise_value(const Entry& entry, const Entry& otherwise, const Decision& decision, Rule& rule,
                          Diagnostics& problems) {
  if (decision.combine != Combine::exactly_one) {
    const bool levels = decision.combine == Combine::strongest;
    report_key(Code::unknown_key, otherwise, "a rule with 'otherwise' is allowed only in exactly_one decisions",
               problems, levels ? "write 'otherwise' beside 'rules'" : "a set is empty if no rule applies");
    return;
  }
  for (const char* key : {"when", "then"}) {
    const auto beside = find(entry, key);
    if (beside) report_key(Code::wrong_value, *beside, fmt::format("'{}' is given beside 'otherwise'", key), problems);
  }
  rule.then = read_then(otherwise, decision, problems);
}

Rule read_rule(const Entry& entry, const Decision& decision, UnfinishedRules& unfinished, Diagnostics& problems) {
  Rule rule;
  if (!expect_mapping(entry, "a rule", problems)) return rule;
  expect_keys(entry, {"id", "when", "then", "otherwise", "because", "sources", "reply", "action"}, problems);
  rule.id = require_rule_id(entry, "rule", unfinished, problems);
  if (const auto otherwise = find(entry, "otherwise")) {
    read_otherwise_value(entry, *otherwise, decision, rule, problems);
  } else {
    rule.when = require_condition(entry, "when", unfinished, problems);
    const auto then = require(entry, "then", problems);
    if (then) rule.then = read_then(*then, decision, problems);
  }
  rule.because = require_clause(entry, "because", unfinished, problems);
  rule.sources = require_sources(entry, unfinished, problems);
  rule.reply = optional_phrase(entry, "reply", unfinished, problems);
  if (const auto action = find(entry, "action"))
    std::tie(rule.who, rule.action) = read_action(*action, unfinished, problems);
  return rule;
}

/// The reason for the weakest value, as the last rule of the decision.
void require_weakest(const Entry& entry, Decision& decision, UnfinishedRules& unfinished, Diagnostics& problems) {
  const auto otherwise = require(entry, "otherwise", problems);
  if (!otherwise || !expect_mapping(*otherwise, "a mapping with because and sources", problems)) return;
  expect_keys(*otherwise, {"because", "sources"}, problems);
  Rule rule;
  rule.id = decision.id + ".otherwise";
  rule.then = {0};
  rule.because = require_clause(*otherwise, "because", unfinished, problems);
  rule.sources = require_sources(*otherwise, unfinished, problems);
  const Declared declared{Declared::Kind::rule, 0, otherwise->named};
  if (!declare(unfinished.rule_ids, rule.id, declared, otherwise->path, problems)) return;
  unfinished.places["rule " + rule.id] = otherwise->named;
  decision.rules.push_back(std::move(rule));
}

/// `KEY: WORD`, which says one thing or is left out.
bool says_so(const Entry& entry, std::string_view key, std::string_view word, const Decision& decision,
             Diagnostics& problems) {
  const auto value = find(entry, key);
  if (!value) return false;
  const bool is_check = decision.combine == Combine::exactly_one;
  if (is_check && value->node->kind == Node::Kind::string && value->node->text == word) return true;
  if (is_check)
    report(Code::wrong_value, *value, fmt::format("expected '{}', found {}", word, describe(*value->node)), problems);
  else
    report_key(Code::unknown_key, *value, fmt::format("'{}' is allowed only in exactly_one decisions", key), problems);
  return false;
}

/// At most one rule stands for the complement of the others.
void check_single_otherwise(const std::vector<Entry>& rules, Diagnostics& problems) {
  bool has_one = false;
  for (const Entry& rule : rules) {
    const auto otherwise = rule.node->kind == Node::Kind::mapping ? find(rule, "otherwise") : std::nullopt;
    if (!otherwise) continue;
    if (has_one) report_key(Code::wrong_value, *otherwise, "a second 'otherwise' in one decision", problems);
    has_one = true;
  }
}

}  // namespace

void declare_decision(const Entry& entry, UnfinishedRules& unfinished, Diagnostics& problems) {
  Decision decision;
  decision.id = entry.key;
  const bool is_named = read_key_id(entry, problems).has_value();
  if (expect_mapping(entry, "a mapping that describes the decision", problems)) {
    expect_keys(entry, {"title", "strongest", "exactly_one", "collect", "of", "waive", "otherwise", "rules"}, problems);
    decision.title = optional_text(entry, "title", problems);
    require_combine(entry, decision, problems);
    decision.is_of_each_report = says_so(entry, "of", "each_report", decision, problems);
    decision.is_never_waived = says_so(entry, "waive", "never", decision, problems);
    for (const CombineKey& combine : combine_keys)
      if (const auto values = find(entry, combine.key)) place_named(unfinished, *values, "value " + entry.key + ".");
  }
  const Declared declared{Declared::Kind::decision, unfinished.rules.decisions.size(), entry.named};
  if (is_named && declare_subject(unfinished, entry, declared, problems))
    unfinished.rules.decisions.push_back(std::move(decision));
}

void read_rules(const Entry& entry, UnfinishedRules& unfinished, Diagnostics& problems) {
  const auto index = model::find_decision(unfinished.rules, entry.key);
  const bool is_declared = index && unfinished.subjects.at(entry.key).at.offset == entry.named.offset &&
                           unfinished.subjects.at(entry.key).at.source == entry.named.source;
  if (!is_declared || entry.node->kind != Node::Kind::mapping) return;  // reported when it was to be declared
  Decision decision = unfinished.rules.decisions[*index];
  decision.rules.clear();
  if (const auto rules = require(entry, "rules", problems); rules && expect_list(*rules, "a list of rules", problems)) {
    const std::vector<Entry> items = items_of(*rules);
    for (const Entry& item : items) decision.rules.push_back(read_rule(item, decision, unfinished, problems));
    if (decision.combine == Combine::exactly_one) check_single_otherwise(items, problems);
  }
  const auto otherwise = find(entry, "otherwise");
  if (find(entry, "strongest")) {
    require_weakest(entry, decision, unfinished, problems);
  } else if (otherwise && decision.combine != Combine::strongest) {
    report_key(Code::unknown_key, *otherwise, "'otherwise' beside 'rules' is allowed only in strongest decisions",
               problems,
               decision.combine == Combine::exactly_one ? "write it as a rule: {id, otherwise: VALUE, because, sources}"
                                                        : "a set is empty if no rule applies");
  }
  unfinished.rules.decisions[*index] = std::move(decision);
}

void read_notes(const Entry& notes, UnfinishedRules& unfinished, Diagnostics& problems) {
  if (is_empty_list(notes) || !expect_list(notes, "a list of notes", problems)) return;
  for (const Entry& entry : items_of(notes)) {
    if (!expect_mapping(entry, "a note", problems)) continue;
    expect_keys(entry, {"id", "when", "text", "summary", "sources"}, problems);
    model::Note note;
    note.id = require_rule_id(entry, "note", unfinished, problems);
    note.when = require_condition(entry, "when", unfinished, problems).value_or(model::Condition());
    note.text = require_phrase(entry, "text", unfinished, problems);
    note.summary = optional_phrase(entry, "summary", unfinished, problems);
    note.sources = require_sources(entry, unfinished, problems);
    unfinished.rules.notes.push_back(std::move(note));
  }
}

void read_invariants(const Entry& invariants, UnfinishedRules& unfinished, Diagnostics& problems) {
  if (is_empty_list(invariants) || !expect_list(invariants, "a list of invariants", problems)) return;
  for (const Entry& entry : items_of(invariants)) {
    if (!expect_mapping(entry, "an invariant with id, always and because", problems)) continue;
    expect_keys(entry, {"id", "when", "always", "because"}, problems);
    model::Invariant invariant;
    invariant.id = require_rule_id(entry, "invariant", unfinished, problems);
    if (const auto when = find(entry, "when")) invariant.when = read_condition(*when, unfinished, problems);
    invariant.always = require_condition(entry, "always", unfinished, problems).value_or(model::Condition());
    invariant.because = require_clause(entry, "because", unfinished, problems);
    unfinished.rules.invariants.push_back(std::move(invariant));
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
                     [&](const model::Condition& entry) { return names_decision(entry, rules, seen_facts); });
}

/// Answers contradict each other by what they say, not by what follows from them.
void refuse_decisions(const Entry& clause, const model::Condition& when, const UnfinishedRules& unfinished,
                      Diagnostics& problems) {
  std::set<std::size_t> seen_facts;
  if (!names_decision(when, unfinished.rules, seen_facts)) return;
  report(Code::impossible_form, find(clause, "when").value(), "a contradiction between answers depends on a decision",
         problems, "name questions, or facts about questions");
}

}  // namespace

void read_impossible(const Entry& impossible, UnfinishedRules& unfinished, Diagnostics& problems) {
  if (is_empty_list(impossible) || !expect_list(impossible, "a list of clauses", problems)) return;
  for (const Entry& entry : items_of(impossible)) {
    unfinished.places[fmt::format("impossible {}", unfinished.rules.impossible.size())] = entry.node->at;
    model::Impossible clause;
    if (expect_mapping(entry, "a clause with when and because", problems)) {
      expect_keys(entry, {"when", "because"}, problems);
      clause.when = require_condition(entry, "when", unfinished, problems).value_or(model::Condition());
      clause.because = require_clause(entry, "because", unfinished, problems);
      refuse_decisions(entry, clause.when, unfinished, problems);
    }
    unfinished.rules.impossible.push_back(std::move(clause));
  }
}

}  // namespace socrates::loader
