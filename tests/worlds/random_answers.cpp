// SPDX-License-Identifier: Apache-2.0
#include "worlds/random_answers.hpp"

#include <vector>

namespace socrates::worlds {
namespace {

using model::Chosen;
using model::QuestionKind;

Chosen yes_or_no(Draw& draw) { return draw.chance(50) ? Chosen::yes : Chosen::no; }

model::Answer complete_answer(const model::Question& question, Draw& draw) {
  switch (question.kind) {
    case QuestionKind::yes_no:
      return model::Choice{draw.below(2)};
    case QuestionKind::one:
      return model::Choice{draw.below(question.options.size())};
    case QuestionKind::number:
      return model::Number{draw.between(question.from, question.to), {}};
    case QuestionKind::several:
      break;
  }
  model::Selection selection;
  for (std::size_t i = 0; i < question.options.size(); ++i) selection.options.push_back(yes_or_no(draw));
  return selection;
}

void forget_some(model::Answer& answer, Draw& draw) {
  auto* selection = std::get_if<model::Selection>(&answer);
  if (selection == nullptr) return;
  for (Chosen& option : selection->options)
    if (draw.chance(40)) option = Chosen::unknown;
}

model::Answer one_option_more(const model::Question& question, const model::Answer& answer, Draw& draw) {
  model::Selection selection{std::vector<Chosen>(question.options.size(), Chosen::unknown)};
  if (const auto* begun = std::get_if<model::Selection>(&answer)) selection = *begun;
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < selection.options.size(); ++i)
    if (selection.options[i] == Chosen::unknown) open.push_back(i);
  const std::size_t option = draw.one_of(open);
  selection.options[option] = yes_or_no(draw);
  return selection;
}

}  // namespace

model::Answers random_answers(const model::RuleSet& rules, Draw& draw) {
  model::Answers answers(rules.questions.size());
  const auto percent_known = static_cast<unsigned>(draw.below(90));
  for (std::size_t q = 0; q < answers.size(); ++q) {
    if (!draw.chance(percent_known)) continue;
    answers[q] = complete_answer(rules.questions[q], draw);
    if (draw.chance(50)) forget_some(answers[q], draw);
  }
  return answers;
}

model::Answers random_first_answers(const model::RuleSet& rules, std::size_t count, Draw& draw) {
  model::Answers answers(rules.questions.size());
  for (std::size_t q = 0; q < count; ++q) answers[q] = complete_answer(rules.questions[q], draw);
  return answers;
}

model::Answers with_one_more(const model::RuleSet& rules, model::Answers answers, Draw& draw) {
  std::vector<std::size_t> open;
  for (std::size_t q = 0; q < answers.size(); ++q)
    if (!model::is_complete(answers[q])) open.push_back(q);
  if (open.empty()) return answers;
  const std::size_t q = draw.one_of(open);
  const model::Question& question = rules.questions[q];
  answers[q] = question.kind == QuestionKind::several ? one_option_more(question, answers[q], draw)
                                                      : complete_answer(question, draw);
  return answers;
}

}  // namespace socrates::worlds
