// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include "catch.hpp"
#include "socrates/readiness/assessment.hpp"
#include "worlds/draw.hpp"

using namespace socrates;
using model::Blocks;
using readiness::Gap;

namespace {

Gap gap(std::size_t index, Blocks blocks, int weeks, std::vector<std::string> depends_on = {}) {
  Gap result;
  result.index = index;
  result.control = std::string(1, static_cast<char>('a' + index));
  result.blocks = blocks;
  result.weeks = {weeks, weeks, weeks};
  result.depends_on = std::move(depends_on);
  return result;
}

/// `unlocks`: for how many criteria each is the first control.
std::string order_of(std::vector<Gap> gaps, const std::vector<std::size_t>& unlocks) {
  for (Gap& one : gaps) one.first_for.resize(unlocks[one.index]);
  std::string order;
  for (const Gap& one : readiness::in_order(std::move(gaps))) order += one.control;
  return order;
}

}  // namespace

TEST_CASE("blockers come first, then what unlocks most, then what takes least") {
  CHECK(order_of({gap(0, Blocks::nothing, 1), gap(1, Blocks::type_2_window, 9), gap(2, Blocks::type_1, 9)},
                 {0, 0, 0}) == "cba");
  CHECK(order_of({gap(0, Blocks::nothing, 1), gap(1, Blocks::nothing, 9)}, {0, 1}) == "ba");
  CHECK(order_of({gap(0, Blocks::nothing, 3), gap(1, Blocks::nothing, 2)}, {1, 1}) == "ba");
  CHECK(order_of({gap(0, Blocks::nothing, 2), gap(1, Blocks::nothing, 2)}, {1, 1}) == "ab");
}

TEST_CASE("the first control for a criterion comes after what holds up a Type 1 of itself, and before the period") {
  CHECK(order_of({gap(0, Blocks::type_2_window, 1), gap(1, Blocks::nothing, 9), gap(2, Blocks::type_1, 9)},
                 {0, 1, 0}) == "cba");
}

TEST_CASE("what a blocker waits for is as urgent as the blocker, and stands before it") {
  CHECK(order_of({gap(0, Blocks::type_2_window, 1), gap(1, Blocks::nothing, 9), gap(2, Blocks::type_1, 1, {"b"})},
                 {5, 0, 0}) == "bca");
}

TEST_CASE("every gap is in the order once, and behind all that it depends on") {
  worlds::Draw draw(11);
  for (int round = 0; round < 300; ++round) {
    const std::size_t count = 1 + draw.below(12);
    std::vector<Gap> gaps;
    std::vector<std::size_t> unlocks;
    for (std::size_t i = 0; i < count; ++i) {
      std::vector<std::string> before;
      for (std::size_t j = 0; j < i; ++j)
        if (draw.chance(20)) before.push_back(gaps[j].control);
      gaps.push_back(gap(i, static_cast<Blocks>(draw.below(3)), draw.between(1, 9), before));
      unlocks.push_back(draw.below(4));
    }
    draw.shuffle(gaps);
    const std::string order = order_of(gaps, unlocks);
    CHECK(order.size() == count);
    for (const Gap& one : gaps)
      for (const std::string& before : one.depends_on) CHECK(order.find(before) < order.find(one.control));
  }
}
