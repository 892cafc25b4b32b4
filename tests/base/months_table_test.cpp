// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <random>

#include "catch.hpp"
#include "socrates/base/date.hpp"

using namespace socrates::base;

// Not part of the suite: scripts/deep lets it print what the program counts, and compares that with Python.
TEST_CASE("months of random days, for another implementation to compare", "[.months]") {
  std::mt19937 random(20261124);
  const std::chrono::sys_days first{Date{std::chrono::year{1999}, std::chrono::month{1}, std::chrono::day{1}}};
  std::uniform_int_distribution<int> days(0, 15000);
  std::uniform_int_distribution<int> near(0, 900);
  std::uniform_int_distribution<int> months(-60, 60);
  for (int i = 0; i < 100'000; ++i) {
    const Date from{first + std::chrono::days{days(random)}};
    const Date to = add_days(from, near(random) - 30);
    const int n = months(random);
    std::printf("%s %s %d %s %d %d\n", to_text(from).c_str(), to_text(to).c_str(), n,
                to_text(add_months(from, n)).c_str(), whole_months(from, to), months_since(from, to));
  }
  CHECK(true);
}
