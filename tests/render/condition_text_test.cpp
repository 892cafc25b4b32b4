// SPDX-License-Identifier: Apache-2.0
#include "render/condition_text.hpp"

#include "catch.hpp"
#include "worlds/build.hpp"

using namespace socrates;
using namespace socrates::worlds;
using model::Combine;

TEST_CASE("a condition reads as the rules write it") {
  model::RuleSet rules = rule_set(
      {yes_no("asked"), one("kind", {"a", "b", "c"}), several("data", {"x", "y", "z"}), number("months", 0, 24)},
      {decision("level", Combine::strongest, {"low", "middle", "high"}, {}),
       decision("type", Combine::exactly_one, {"none", "one", "two"}, {}),
       decision("beside", Combine::collect, {"p", "q"}, {})});
  rules.facts = {{"fits", is_yes(0)}};
  const std::pair<model::Condition, std::string> cases[] = {
      {is_yes(0), "asked: true"},
      {is_no(0), "asked: false"},
      {is(1, {1}), "kind: b"},
      {is(1, {0, 2}), "kind: [a, c]"},
      {is(2, {1}), "data: y"},
      {is(2, {0, 1}), "data: [x, y]"},
      {is(2, {0, 1, 2}), "data: {any: true}"},
      {has_all(2, {0, 1}), "data: {has_all: [x, y]}"},
      {is_none(2), "data: {none: true}"},
      {in_range(3, 6, 24), "months: {at_least: 6}"},
      {in_range(3, 0, 6), "months: {at_most: 6}"},
      {in_range(3, 3, 6), "months: {at_least: 3, at_most: 6}"},
      {in_range(3, 4, 4), "months: 4"},
      {in_range(3, -1, 30), "months: {at_least: 0}"},
      {holds(0), "fits: true"},
      {negation(holds(0)), "fits: false"},
      {negation(is(1, {0})), "not: {kind: a}"},
      {decides(0, {2}), "level: high"},
      {decides(0, {1, 2}), "level: {at_least: middle}"},
      {decides(0, {0, 1}), "level: {at_most: middle}"},
      {decides(0, {0, 2}), "level: [low, high]"},
      {decides(1, {1, 2}), "type: [one, two]"},
      {decides(2, {0}), "beside: p"},
      {decides_none(2), "beside: {none: true}"},
      {all({is_yes(0), any({is(1, {0}), holds(0)})}), "all: [{asked: true}, {any: [{kind: a}, {fits: true}]}]"},
  };
  for (const auto& [condition, expected] : cases) CHECK(render::condition_text(rules, condition) == expected);
}
