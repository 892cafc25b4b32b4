// SPDX-License-Identifier: Apache-2.0
#include "engine/wording.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace socrates::engine {
namespace {

/// Named things of a rule set, in their order, each with all that is said of it: what part of it, and the words.
using NamedWords = std::vector<std::pair<std::string, std::string>>;
struct Worded {
  std::string name;
  NamedWords words;
};

std::string source_ids(const model::RuleSet& rules, const std::vector<std::size_t>& sources) {
  std::string text;
  for (const std::size_t source : sources) text += rules.sources[source].id + " ";
  return text;
}

NamedWords labels_of(const std::vector<model::Named>& named) {
  NamedWords words;
  for (const model::Named& one : named) words.emplace_back("label of '" + one.id + "'", one.label);
  return words;
}

/// A condition by the ids of what it names, so that those of two rule sets can be compared.
std::string spelled(const model::Condition& condition, const model::RuleSet& rules) {
  std::string text = std::to_string(static_cast<int>(condition.kind)) + "(";
  for (const model::Condition& part : condition.parts) text += spelled(part, rules) + " ";
  if (condition.kind == model::ConditionKind::fact) text += rules.facts[condition.subject].id;
  if (condition.kind == model::ConditionKind::question) {
    const model::Question& question = rules.questions[condition.subject];
    text += question.id + " " + std::to_string(static_cast<int>(condition.test));
    for (const std::size_t value : condition.values) text += " " + question.options[value].id;
    text += " " + std::to_string(condition.from) + " " + std::to_string(condition.to);
  }
  return text + ")";
}

/// Of all wordings together, as one may come or go.
void add_wordings(const model::Question& question, const model::RuleSet& rules, NamedWords& words) {
  std::string asks;
  std::string conditions;
  for (const model::Wording& wording : question.ask_when) {
    asks += wording.ask + "\n";
    conditions += spelled(wording.when, rules) + "\n";
  }
  words.emplace_back("question in some situations", asks);
  words.emplace_back("when it is asked in other words", conditions);
}

std::vector<Worded> questions_of(const model::RuleSet& rules) {
  std::vector<Worded> all;
  for (const model::Question& question : rules.questions) {
    NamedWords words = labels_of(question.options);
    words.emplace_back("question", question.ask);
    add_wordings(question, rules, words);
    words.emplace_back("help", question.help);
    words.emplace_back("unit", question.unit);
    words.emplace_back("section", question.section ? rules.sections[*question.section].id : "");
    words.emplace_back("who", question.who);
    words.emplace_back("action", question.action);
    words.emplace_back("can_change", question.can_change ? "true" : "false");
    std::string named;
    for (const model::NamedNumber& number : question.named) named += std::to_string(number.number) + number.meaning;
    words.emplace_back("named numbers", named);
    all.push_back({"question '" + question.id + "'", std::move(words)});
  }
  return all;
}

std::vector<Worded> decisions_of(const model::RuleSet& rules) {
  std::vector<Worded> all;
  for (const model::Decision& decision : rules.decisions) {
    NamedWords words = labels_of(decision.values);
    words.emplace_back("title", decision.title);
    all.push_back({"decision '" + decision.id + "'", std::move(words)});
  }
  return all;
}

std::vector<Worded> rules_of(const model::RuleSet& rules) {
  std::vector<Worded> all;
  for (const model::Decision& decision : rules.decisions)
    for (const model::Rule& rule : decision.rules)
      all.push_back({"rule '" + rule.id + "'",
                     {{"reason", rule.because}, {"reply", rule.reply}, {"sources", source_ids(rules, rule.sources)}}});
  return all;
}

std::vector<Worded> others_of(const model::RuleSet& rules) {
  std::vector<Worded> all;
  for (const model::Note& note : rules.notes)
    all.push_back({"note '" + note.id + "'",
                   {{"text", note.text}, {"summary", note.summary}, {"sources", source_ids(rules, note.sources)}}});
  for (const model::Named& section : rules.sections)
    all.push_back({"section '" + section.id + "'", {{"label", section.label}}});
  for (const model::SourceReference& source : rules.sources)
    all.push_back({"source '" + source.id + "'",
                   {{"title", source.title},
                    {"publisher", source.publisher},
                    {"url", source.url},
                    {"section", source.section},
                    {"date", source.date}}});
  return all;
}

void compare_words(const Worded& before, const Worded& after, std::vector<std::string>& changes) {
  for (const auto& [what, words] : after.words)
    for (const auto& [old_what, old_words] : before.words)
      if (what == old_what && words != old_words) changes.push_back(after.name + ": " + what);
}

/// The names of the first that the second has too.
std::vector<std::string> shared(const std::vector<Worded>& first, const std::map<std::string, const Worded*>& second) {
  std::vector<std::string> names;
  for (const Worded& one : first)
    if (second.count(one.name) != 0) names.push_back(one.name);
  return names;
}

std::map<std::string, const Worded*> by_name(const std::vector<Worded>& all) {
  std::map<std::string, const Worded*> named;
  for (const Worded& one : all) named.emplace(one.name, &one);
  return named;
}

void compare(const std::vector<Worded>& before, const std::vector<Worded>& after, const std::string& order,
             std::vector<std::string>& changes) {
  const auto old = by_name(before);
  for (const Worded& one : after)
    if (const auto known = old.find(one.name); known != old.end()) compare_words(*known->second, one, changes);
  if (shared(before, by_name(after)) != shared(after, old)) changes.push_back(order);
}

}  // namespace

std::vector<std::string> wording_changes(const model::RuleSet& before, const model::RuleSet& after) {
  std::vector<std::string> changes;
  if (before.id != after.id) changes.emplace_back("the id of the rules");
  if (before.version != after.version) changes.emplace_back("the version of the rules");
  compare(questions_of(before), questions_of(after), "the order of the questions", changes);
  compare(decisions_of(before), decisions_of(after), "the order of the decisions", changes);
  compare(rules_of(before), rules_of(after), "the order of the rules", changes);
  compare(others_of(before), others_of(after), "the order of notes, sections or sources", changes);
  std::vector<std::string> clauses;
  for (const model::Impossible& clause : before.impossible) clauses.push_back(clause.because);
  for (const model::Impossible& clause : after.impossible)
    if (std::find(clauses.begin(), clauses.end(), clause.because) == clauses.end())
      changes.emplace_back("a reason of 'impossible'");
  return changes;
}

}  // namespace socrates::engine
