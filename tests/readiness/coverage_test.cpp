// SPDX-License-Identifier: Apache-2.0
#include "socrates/readiness/coverage.hpp"

#include "catch.hpp"
#include "worlds/draw.hpp"

using namespace socrates;
using model::ControlStatus;
using readiness::Coverage;
using readiness::Share;

namespace {

Coverage of(const std::vector<Share>& shares) {
  Coverage coverage;
  for (const Share& share : shares) add(coverage, share);
  return coverage;
}

Share random_share(worlds::Draw& draw) { return {draw.between(1, 3), static_cast<ControlStatus>(draw.below(6))}; }

}  // namespace

TEST_CASE("coverage weighs, and rounds down") {
  CHECK(percent(of({{3, ControlStatus::in_place}, {1, ControlStatus::missing}})) == 75);
  CHECK(percent(of({{1, ControlStatus::partial}})) == 50);
  CHECK(percent(of({{1, ControlStatus::designed}})) == 25);
  CHECK(percent(of({{1, ControlStatus::in_place}, {1, ControlStatus::in_place}, {1, ControlStatus::unknown}})) == 66);
  CHECK(percent_if_unknown_in_place(of({{1, ControlStatus::in_place}, {1, ControlStatus::unknown}})) == 100);
  CHECK(percent(of({{3, ControlStatus::not_applicable}, {1, ControlStatus::in_place}})) == 100);
  CHECK_FALSE(percent(of({{3, ControlStatus::not_applicable}})));
  CHECK_FALSE(percent(of({})));
}

TEST_CASE("bounds hold whatever is in scope and whatever the unknown turn out to be") {
  worlds::Draw draw(7);
  for (int round = 0; round < 400; ++round) {
    std::vector<Share> sure;
    std::vector<Share> open;
    for (std::size_t i = draw.below(5); i > 0; --i) sure.push_back(random_share(draw));
    for (std::size_t i = draw.below(6); i > 0; --i) open.push_back(random_share(draw));
    const readiness::Bounds bounds = readiness::bounds(of(sure), open);
    int least = 100;
    int most = 0;
    for (unsigned chosen = 0; chosen < (1U << open.size()); ++chosen) {
      std::vector<Share> all = sure;
      for (std::size_t i = 0; i < open.size(); ++i)
        if ((chosen >> i) & 1U) all.push_back(open[i]);
      least = std::min(least, percent(of(all)).value_or(100));
      most = std::max(most, percent_if_unknown_in_place(of(all)).value_or(100));
    }
    CHECK(bounds.least == least);
    CHECK(bounds.most == most);
  }
}
