// SPDX-License-Identifier: Apache-2.0
#include "socrates/interview/offer.hpp"

#include "catch.hpp"
#include "small_rules.hpp"

namespace socrates::interview {
namespace {

using Numbers = std::vector<std::size_t>;

TEST_CASE("every answer is offered where nothing rules it out") {
  const engine::CompiledRules rules = compiled(small_rules());
  const Offer offer = offer_for(rules, worlds::no_answers(rules.rules), 0);
  CHECK(offer.options == std::vector<OptionState>(2, OptionState::offered));
  CHECK(offer.numbered == Numbers{0, 1});
  CHECK(offer.may_be_none);
}

TEST_CASE("an option that would contradict is not offered") {
  const engine::CompiledRules rules = compiled(small_rules());
  model::Answers answers = worlds::no_answers(rules.rules);
  answers[0] = neither;
  const Offer offer = offer_for(rules, answers, 1);
  CHECK(offer.options == std::vector<OptionState>(2, OptionState::contradicts));
  CHECK(offer.numbered.empty());
  CHECK(offer.may_be_none);
}

TEST_CASE("none is not offered where something must be") {
  const engine::CompiledRules rules = compiled(small_rules());
  model::Answers answers = worlds::no_answers(rules.rules);
  answers[1] = only_first;
  CHECK_FALSE(offer_for(rules, answers, 0).may_be_none);
}

TEST_CASE("what is known of a several-choice is not offered again") {
  const engine::CompiledRules rules = compiled(small_rules());
  model::Answers answers = worlds::no_answers(rules.rules);
  answers[1] = selection(model::Chosen::no, model::Chosen::unknown);
  CHECK(offer_for(rules, answers, 1).options == std::vector{OptionState::refused, OptionState::offered});
  answers[1] = selection(model::Chosen::unknown, model::Chosen::yes);
  const Offer offer = offer_for(rules, answers, 1);
  CHECK(offer.options == std::vector{OptionState::offered, OptionState::chosen});
  CHECK(offer.numbered == Numbers{0});
}

TEST_CASE("yes is numbered before no, and a number has no options") {
  const engine::CompiledRules rules = compiled(small_rules());
  CHECK(offer_for(rules, worlds::no_answers(rules.rules), 3).numbered == Numbers{1, 0});
  CHECK(offer_for(rules, worlds::no_answers(rules.rules), 2).options.empty());
}

}  // namespace
}  // namespace socrates::interview
