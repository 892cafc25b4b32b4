// SPDX-License-Identifier: Apache-2.0
#include "socrates/model/answer_words.hpp"

#include <algorithm>
#include <vector>

#include "socrates/base/words.hpp"

namespace socrates::model {
namespace {

std::string number_label(const Question& question, const Number& number) {
  for (const NamedNumber& named : question.named)
    if (named.number == number.value && number.date.empty()) return named.meaning;
  std::string label = std::to_string(number.value);
  if (!question.unit.empty()) label += " " + question.unit;
  return number.date.empty() ? label : label + " (" + number.date + ")";
}

std::string selection_label(const Question& question, const Selection& selection) {
  std::vector<std::string> labels;
  for (std::size_t i = 0; i < selection.options.size(); ++i)
    if (selection.options[i] == Chosen::yes) labels.push_back(question.options[i].label);
  if (!labels.empty()) return base::listed(labels, "and");
  return is_complete(selection) ? "none" : "not known yet";
}

}  // namespace

std::string answer_label(const Question& question, const Answer& answer) {
  if (const auto* const choice = std::get_if<Choice>(&answer)) {
    if (question.kind == QuestionKind::yes_no) return choice->option == 1 ? "yes" : "no";
    return question.options[choice->option].label;
  }
  if (const auto* const selection = std::get_if<Selection>(&answer)) return selection_label(question, *selection);
  if (const auto* const number = std::get_if<Number>(&answer)) return number_label(question, *number);
  return "not known yet";
}

std::string filled(std::string_view text, const RuleSet& rules, const Answers& answers) {
  std::string result;
  while (!text.empty()) {
    const std::size_t open = std::min(text.find('{'), text.size());
    const std::size_t close = text.find('}', open);
    result += text.substr(0, open);
    if (close == std::string_view::npos) return result += text.substr(open);
    const auto question = find_question(rules, text.substr(open + 1, close - open - 1));
    result += question && *question < answers.size() ? answer_label(rules.questions[*question], answers[*question])
                                                     : std::string(text.substr(open, close + 1 - open));
    text.remove_prefix(close + 1);
  }
  return result;
}

}  // namespace socrates::model
