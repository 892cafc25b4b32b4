// SPDX-License-Identifier: Apache-2.0
#include "socrates/model/packed_answers.hpp"

namespace socrates::model {
namespace {

PackedAnswer packed(const Answer& answer) {
  PackedAnswer result;
  if (const auto* const choice = std::get_if<Choice>(&answer)) {
    result.chosen = std::uint64_t{1} << choice->option;
  } else if (const auto* const number = std::get_if<Number>(&answer)) {
    result.chosen = 1;
    result.number = number->value;
    result.date = number->date;
  } else if (const auto* const selection = std::get_if<Selection>(&answer)) {
    for (std::size_t i = 0; i < selection->options.size(); ++i) {
      if (selection->options[i] == Chosen::yes) result.chosen |= std::uint64_t{1} << i;
      if (selection->options[i] == Chosen::no) result.refused |= std::uint64_t{1} << i;
    }
  }
  return result;
}

Answer unpacked(const Question& question, const PackedAnswer& answer) {
  if ((answer.chosen | answer.refused) == 0) return Unknown();
  if (question.kind == QuestionKind::number) return Number{answer.number, std::string(answer.date)};
  if (question.kind != QuestionKind::several) {
    std::size_t option = 0;
    while (((answer.chosen >> option) & 1U) == 0) ++option;
    return Choice{option};
  }
  Selection selection{std::vector<Chosen>(question.options.size(), Chosen::unknown)};
  for (std::size_t i = 0; i < selection.options.size(); ++i) {
    if (((answer.chosen >> i) & 1U) != 0) selection.options[i] = Chosen::yes;
    if (((answer.refused >> i) & 1U) != 0) selection.options[i] = Chosen::no;
  }
  return selection;
}

}  // namespace

std::uint64_t option_bits(const Question& question) {
  const std::size_t count = question.options.size();
  return count >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1;
}

PackedAnswers packed(const RuleSet& rules, const Answers& answers) {
  PackedAnswers result;
  result.reserve(rules.questions.size());
  for (const Answer& answer : answers) result.push_back(packed(answer));
  result.resize(rules.questions.size());
  return result;
}

Answers unpacked(const RuleSet& rules, const PackedAnswers& answers) {
  Answers result;
  result.reserve(answers.size());
  for (std::size_t q = 0; q < answers.size(); ++q) result.push_back(unpacked(rules.questions[q], answers[q]));
  return result;
}

}  // namespace socrates::model
