// SPDX-License-Identifier: Apache-2.0
#include "socrates/interview/offer.hpp"

#include <algorithm>
#include <cstdint>

#include "socrates/engine/walk.hpp"

namespace socrates::interview {

namespace {

OptionState state_of_choice(const engine::CompiledRules& compiled, engine::Allowed allowed, std::size_t variable,
                            std::uint64_t value) {
  if ((allowed[variable] & value) == 0) return OptionState::contradicts;
  allowed[variable] = value;
  return engine::are_possible(compiled, allowed) ? OptionState::offered : OptionState::contradicts;
}

OptionState state_of_part(const engine::CompiledRules& compiled, const engine::Allowed& allowed, std::size_t variable) {
  if (allowed[variable] == engine::chosen_bit) return OptionState::chosen;
  if (allowed[variable] == engine::not_chosen_bit) return OptionState::refused;
  return state_of_choice(compiled, allowed, variable, engine::chosen_bit);
}

bool may_be_none(const engine::CompiledRules& compiled, engine::Allowed allowed,
                 const engine::QuestionVariables& variables) {
  for (std::size_t i = 0; i < variables.count; ++i)
    if (allowed[variables.first + i] != engine::chosen_bit) allowed[variables.first + i] = engine::not_chosen_bit;
  return engine::are_possible(compiled, allowed);
}

}  // namespace

Offer offer_for(const engine::CompiledRules& compiled, const model::Answers& answers, std::size_t question) {
  const engine::Allowed allowed = engine::allowed_by(compiled.space, answers);
  const engine::QuestionVariables& variables = compiled.space.questions[question];
  const model::QuestionKind question_kind = compiled.rules.questions[question].kind;
  Offer offer;
  offer.question = question;
  switch (question_kind) {
    case model::QuestionKind::yes_no:
    case model::QuestionKind::one:
      for (std::size_t value = 0; value < compiled.space.arity[variables.first]; ++value)
        offer.options.push_back(state_of_choice(compiled, allowed, variables.first, std::uint64_t{1} << value));
      break;
    case model::QuestionKind::several:
      for (std::size_t i = 0; i < variables.count; ++i)
        offer.options.push_back(state_of_part(compiled, allowed, variables.first + i));
      offer.may_be_none = may_be_none(compiled, allowed, variables);
      break;
    case model::QuestionKind::number:
      break;
  }
  for (std::size_t option = 0; option < offer.options.size(); ++option)
    if (offer.options[option] == OptionState::offered) offer.numbered.push_back(option);
  if (question_kind == model::QuestionKind::yes_no) std::reverse(offer.numbered.begin(), offer.numbered.end());
  return offer;
}

}  // namespace socrates::interview
