// SPDX-License-Identifier: Apache-2.0
#include "worlds/dump.hpp"

#include <cstddef>
#include <vector>

namespace socrates::worlds {
namespace {

using model::Condition;
using model::ConditionKind;
using model::QuestionKind;
using model::Test;

std::string joined(const std::vector<std::string>& texts, const std::string& between) {
  std::string all;
  for (const std::string& text : texts) all += (all.empty() ? "" : between) + text;
  return all;
}

std::string enclosed(std::string open, const std::string& text, const std::string& close) {
  return open.append(text).append(close);
}

template <class Indices>
std::string ids(const std::vector<model::Named>& named, const Indices& indices) {
  std::vector<std::string> texts;
  for (const std::size_t index : indices) texts.push_back(named[index].id);
  return enclosed("[", joined(texts, " "), "]");
}

std::string ids(const std::vector<model::Named>& named) {
  std::vector<std::string> texts;
  for (const auto& each : named) texts.push_back(each.id);
  return enclosed("[", joined(texts, " "), "]");
}

std::string question_ids(const model::RuleSet& rules, const std::vector<std::size_t>& questions) {
  std::vector<std::string> texts;
  for (const std::size_t q : questions) texts.push_back(rules.questions[q].id);
  return enclosed("[", joined(texts, " "), "]");
}

std::string test(const Condition& condition, const std::string& id, const std::vector<model::Named>& values) {
  switch (condition.test) {
    case Test::one_of:
      return id + " in " + ids(values, condition.values);
    case Test::has_all:
      return id + " has all " + ids(values, condition.values);
    case Test::is_empty:
      return id + " is none";
    case Test::in_range:
      return id + " in " + std::to_string(condition.from) + ".." + std::to_string(condition.to);
  }
  return {};
}

std::string parts(const model::RuleSet& rules, const Condition& condition, const std::string& between) {
  std::vector<std::string> texts;
  for (const Condition& part : condition.parts) texts.push_back(dump(rules, part));
  return enclosed("(", joined(texts, between), ")");
}

std::string kind(const model::Question& question) {
  switch (question.kind) {
    case QuestionKind::yes_no:
      return "yes_no";
    case QuestionKind::one:
      return "one " + ids(question.options);
    case QuestionKind::several:
      return "several " + ids(question.options);
    case QuestionKind::number:
      return "number " + std::to_string(question.from) + ".." + std::to_string(question.to);
  }
  return {};
}

std::string combine(model::Combine combine) {
  switch (combine) {
    case model::Combine::strongest:
      return "strongest ";
    case model::Combine::exactly_one:
      return "exactly_one ";
    case model::Combine::collect:
      return "collect ";
  }
  return {};
}

std::string selection(const model::Question& question, const model::Selection& selection) {
  std::vector<std::string> texts;
  for (std::size_t option = 0; option < selection.options.size(); ++option) {
    const auto chosen = selection.options[option];
    const std::string mark = chosen == model::Chosen::yes ? "+" : chosen == model::Chosen::no ? "-" : "?";
    texts.push_back(mark + question.options[option].id);
  }
  return enclosed("[", joined(texts, " "), "]");
}

std::string answer(const model::Question& question, const model::Answer& answer) {
  if (const auto* chosen = std::get_if<model::Selection>(&answer)) return selection(question, *chosen);
  if (const auto* number = std::get_if<model::Number>(&answer)) return std::to_string(number->value);
  if (const auto* choice = std::get_if<model::Choice>(&answer)) return question.options[choice->option].id;
  return "?";
}

std::string reasons(const model::Decision& decision, const std::vector<Reason>& because) {
  std::vector<std::string> texts;
  for (const Reason& reason : because)
    texts.push_back(decision.rules[reason.rule].id + (reason.one_of ? " (one of) for " : " for ") +
                    decision.values[reason.value].id);
  return joined(texts, ", ");
}

}  // namespace

std::string dump(const model::RuleSet& rules, const Condition& condition) {
  switch (condition.kind) {
    case ConditionKind::all:
      return parts(rules, condition, " and ");
    case ConditionKind::any:
      return parts(rules, condition, " or ");
    case ConditionKind::negation:
      return "not " + dump(rules, condition.parts.front());
    case ConditionKind::question:
      return test(condition, rules.questions[condition.subject].id, rules.questions[condition.subject].options);
    case ConditionKind::fact:
      return rules.facts[condition.subject].id;
    case ConditionKind::decision:
      return test(condition, rules.decisions[condition.subject].id, rules.decisions[condition.subject].values);
  }
  return {};
}

std::string dump(const model::RuleSet& rules) {
  std::string text;
  for (const auto& question : rules.questions) text += "question " + question.id + ": " + kind(question) + "\n";
  for (const auto& fact : rules.facts) text += "fact " + fact.id + ": " + dump(rules, fact.when) + "\n";
  for (const auto& clause : rules.impossible) text += "impossible: " + dump(rules, clause.when) + "\n";
  for (const auto& decision : rules.decisions) {
    text += "decision " + decision.id + ": " + combine(decision.combine) + ids(decision.values) + "\n";
    for (const auto& rule : decision.rules)
      text += "  " + rule.id + ": " + (rule.when ? "when " + dump(rules, *rule.when) : "otherwise") + " then " +
              ids(decision.values, rule.then) + "\n";
  }
  for (const auto& note : rules.notes) text += "note " + note.id + ": " + dump(rules, note.when) + "\n";
  return text;
}

std::string dump(const model::RuleSet& rules, const model::Answers& answers) {
  std::vector<std::string> texts;
  for (std::size_t q = 0; q < answers.size(); ++q)
    texts.push_back(rules.questions[q].id + ": " + answer(rules.questions[q], answers[q]));
  return enclosed("{", joined(texts, ", "), "}");
}

std::string dump(const model::RuleSet& rules, const Outcome& outcome) {
  std::string text;
  for (std::size_t d = 0; d < outcome.decisions.size(); ++d) {
    const model::Decision& decision = rules.decisions[d];
    const DecisionOutcome& decided = outcome.decisions[d];
    text += decision.id + ": possible " + ids(decision.values, decided.possible) + " surely " +
            ids(decision.values, decided.surely) + " maybe " + ids(decision.values, decided.maybe) + " because " +
            reasons(decision, decided.because) + " depends on " + question_ids(rules, decided.depends_on) + "\n";
  }
  for (const std::size_t n : outcome.notes) text += "note " + rules.notes[n].id + "\n";
  return text + "open " + question_ids(rules, outcome.open_questions) + "\n";
}

}  // namespace socrates::worlds
