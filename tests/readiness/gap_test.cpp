// SPDX-License-Identifier: Apache-2.0
#include "socrates/readiness/gap.hpp"

#include "catch.hpp"

using namespace socrates;
using model::ControlStatus;
using model::Weeks;
using readiness::weeks_left;

TEST_CASE("the better a control stands, the less work is left") {
  const Weeks all{2, 6, 13};
  CHECK(weeks_left(all, ControlStatus::unknown) == all);
  CHECK(weeks_left(all, ControlStatus::missing) == all);
  CHECK(weeks_left(all, ControlStatus::designed) == Weeks{1, 3, 7});
  CHECK(weeks_left(all, ControlStatus::partial) == Weeks{1, 2, 4});
  CHECK(weeks_left(all, ControlStatus::in_place) == Weeks{});
  CHECK(weeks_left(all, ControlStatus::not_applicable) == Weeks{});
  CHECK(weeks_left({1, 1, 1}, ControlStatus::partial) == Weeks{1, 1, 1});
}
