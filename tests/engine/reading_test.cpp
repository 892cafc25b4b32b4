// SPDX-License-Identifier: Apache-2.0
#include "socrates/engine/reading.hpp"

#include "catch.hpp"
#include "compiled.hpp"
#include "worlds/build.hpp"

namespace socrates::tests {
namespace {

using namespace worlds;
using IdList = std::vector<std::string_view>;

/// `level` is high where a, else middle where b; `set` holds x where a, and y where `uses` has one.
engine::CompiledRules rules() {
  return compiled(rule_set({yes_no("a"), yes_no("b"), several("uses", {"one", "two"})},
                           {decision("level", model::Combine::strongest, {"low", "middle", "high"},
                                     {rule("l.a", is_yes(0), {2}), rule("l.b", is_yes(1), {1}), otherwise("l.o", 0)}),
                            decision("set", model::Combine::collect, {"x", "y"},
                                     {rule("s.a", is_yes(0), {0}), rule("s.u", is(2, {0}), {1})})}));
}

}  // namespace

TEST_CASE("a settled level has a value, and reaches what is below it") {
  const auto compiled = rules();
  const model::Answers answers{no, yes, open};
  const auto outcome = *engine::evaluate(compiled, answers);
  const engine::Reading reading(compiled.rules, answers, outcome);
  CHECK(reading.value("level") == "middle");
  CHECK(reading.is_at_least("level", "low"));
  CHECK(reading.is_at_least("level", "middle"));
  CHECK_FALSE(reading.may_be_at_least("level", "high"));
}

TEST_CASE("an open level has no value, surely reaches the weakest that is possible and may reach the strongest") {
  const auto compiled = rules();
  const model::Answers answers{open, yes, open};
  const auto outcome = *engine::evaluate(compiled, answers);
  const engine::Reading reading(compiled.rules, answers, outcome);
  CHECK(reading.value("level").empty());
  CHECK(reading.is_at_least("level", "middle"));
  CHECK_FALSE(reading.is_at_least("level", "high"));
  CHECK(reading.may_be_at_least("level", "high"));
  CHECK(reading.may_be("level", "middle"));
  CHECK_FALSE(reading.may_be("level", "low"));
}

TEST_CASE("a set has elements that are in it surely, and those that may be") {
  const auto compiled = rules();
  const model::Answers answers{yes, no, open};
  const auto outcome = *engine::evaluate(compiled, answers);
  const engine::Reading reading(compiled.rules, answers, outcome);
  CHECK(reading.elements("set") == IdList{"x"});
  CHECK(reading.possible_elements("set") == IdList{"y"});
}

TEST_CASE("an option holds where it is the answer or is chosen, and is not known where nothing is") {
  const auto compiled = rules();
  const model::Answers answers{yes, open, model::Selection{{model::Chosen::no, model::Chosen::unknown}}};
  const auto outcome = *engine::evaluate(compiled, answers);
  const engine::Reading reading(compiled.rules, answers, outcome);
  CHECK(reading.holds("a", "true"));
  CHECK_FALSE(reading.holds("a", "false"));
  CHECK(reading.chosen("b", "true") == model::Chosen::unknown);
  CHECK(reading.chosen("uses", "one") == model::Chosen::no);
  CHECK(reading.chosen("uses", "two") == model::Chosen::unknown);
  CHECK(reading.as<model::Selection>("uses") != nullptr);
  CHECK(reading.as<model::Number>("uses") == nullptr);
}

TEST_CASE("a name that the rules do not have is as if nothing were known of it") {
  const auto compiled = rules();
  const model::Answers answers{yes, yes, open};
  const auto outcome = *engine::evaluate(compiled, answers);
  const engine::Reading reading(compiled.rules, answers, outcome);
  CHECK(reading.value("other").empty());
  CHECK(reading.outcome("other") == nullptr);
  CHECK_FALSE(reading.is_at_least("other", "low"));
  CHECK_FALSE(reading.is_at_least("level", "other"));
  CHECK_FALSE(reading.may_be_at_least("level", "other"));
  CHECK_FALSE(reading.may_be("other", "low"));
  CHECK(reading.elements("other").empty());
  CHECK(reading.answer("other") == nullptr);
  CHECK_FALSE(reading.holds("a", "other"));
}

}  // namespace socrates::tests
