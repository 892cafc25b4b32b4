// SPDX-License-Identifier: Apache-2.0
#include "socrates/base/natural.hpp"

#include "catch.hpp"

using socrates::base::Natural;

TEST_CASE("naturals count past every machine word") {
  Natural power(1);
  for (int i = 0; i < 100; ++i) power *= 2;
  CHECK(to_text(power) == "1267650600228229401496703205376");
  Natural sum = power;
  sum += Natural(~std::uint64_t{0});
  CHECK(to_text(sum) == "1267650600246676145570412756991");
  CHECK(to_double(power) == 1267650600228229401496703205376.0);
}

TEST_CASE("naturals print what they were made of") {
  for (const auto value : {std::uint64_t{0}, std::uint64_t{7}, std::uint64_t{999'999'999}, std::uint64_t{1'000'000'000},
                           std::uint64_t{1'000'000'001}, std::uint64_t{4'294'967'296}, ~std::uint64_t{0}})
    CHECK(to_text(Natural(value)) == std::to_string(value));
}

TEST_CASE("a natural times zero is zero, and zero is the number that was never given") {
  Natural number(12345);
  number *= 0;
  CHECK(number == Natural());
  CHECK(number.is_zero());
  number += Natural(3);
  CHECK(number == Natural(3));
}
