// SPDX-License-Identifier: Apache-2.0
#include "render/answer_terms.hpp"

#include <fmt/format.h>

#include <vector>

#include "render/sentence.hpp"

namespace socrates::render {
namespace {

using model::Chosen;

std::string selection_term(const model::Question& question, const model::Selection& selection) {
  const std::vector<std::string> has = ids_where(question, selection, Chosen::yes);
  const std::vector<std::string> has_not = ids_where(question, selection, Chosen::no);
  if (model::is_complete(selection))
    return question.id + (has.empty() ? " = none" : fmt::format(" = [{}]", joined(has, ", ")));
  std::string term = question.id;
  if (!has.empty()) term += " has " + listed(has, "and");
  if (!has_not.empty()) term += fmt::format("{} has not {}", has.empty() ? "" : " and", listed(has_not, "or"));
  return term;
}

std::string number_word(const model::Number& number) {
  return number.date.empty() ? std::to_string(number.value) : fmt::format("{} ({})", number.value, number.date);
}

/// The value of an answer that is no selection.
std::string value_word(const model::Question& question, const model::Answer& answer) {
  if (const auto* const choice = std::get_if<model::Choice>(&answer)) return question.options[choice->option].id;
  if (const auto* const number = std::get_if<model::Number>(&answer)) return number_word(*number);
  return "not known";
}

std::string answer_term(const model::Question& question, const model::Answer& answer) {
  if (const auto* const selection = std::get_if<model::Selection>(&answer)) return selection_term(question, *selection);
  return fmt::format("{} = {}", question.id, value_word(question, answer));
}

/// Which options come in and which go.
std::string selection_change(const model::Question& question, const model::Answer& before,
                             const model::Selection& after) {
  const auto* const old = std::get_if<model::Selection>(&before);
  std::vector<std::string> with;
  std::vector<std::string> without;
  for (std::size_t i = 0; i < after.options.size(); ++i) {
    const Chosen was = old == nullptr ? Chosen::unknown : old->options[i];
    if (after.options[i] == was || after.options[i] == Chosen::unknown) continue;
    (after.options[i] == Chosen::yes ? with : without).push_back(question.options[i].id);
  }
  std::string term = question.id;
  if (!with.empty()) term += " with " + listed(with, "and");
  if (!without.empty()) term += fmt::format("{} without {}", with.empty() ? "" : " and", listed(without, "and"));
  return term;
}

std::string range_word(const model::Question& question, const engine::NumberRange& range) {
  if (range.from == range.to) return fmt::format("= {}", range.from);
  if (range.to == question.to) return fmt::format("at least {}", range.from);
  if (range.from == question.from) return fmt::format("at most {}", range.to);
  return fmt::format("from {} to {}", range.from, range.to);
}

}  // namespace

std::vector<std::string> ids_where(const model::Question& question, const model::Selection& selection, Chosen chosen) {
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < selection.options.size(); ++i)
    if (selection.options[i] == chosen) ids.push_back(question.options[i].id);
  return ids;
}

std::string answer_terms(const model::RuleSet& rules, const model::Answers& answers) {
  std::vector<std::string> terms;
  for (std::size_t q = 0; q < answers.size(); ++q)
    if (!model::is_unknown(answers[q])) terms.push_back(answer_term(rules.questions[q], answers[q]));
  return terms.empty() ? "any answers" : joined(terms, "; ");
}

std::string change_term(const model::Question& question, const model::Answer& before, const model::Answer& after) {
  if (const auto* const selection = std::get_if<model::Selection>(&after))
    return selection_change(question, before, *selection);
  return fmt::format("{} = {} instead of {}", question.id, value_word(question, after), value_word(question, before));
}

std::string lack_term(const model::RuleSet& rules, const model::Answers& answers, const engine::Lack& lack) {
  const model::Question& question = rules.questions[lack.question];
  std::vector<std::string> words;
  for (const std::size_t option : lack.options) words.push_back(question.options[option].id);
  if (!words.empty()) return fmt::format("{} = {}", question.id, listed(words, "or"));
  for (const engine::NumberRange& range : lack.ranges) words.push_back(range_word(question, range));
  if (!words.empty()) return fmt::format("{} {}", question.id, listed(words, "or"));
  return change_term(question, answers[lack.question], lack.nearest);
}

}  // namespace socrates::render
