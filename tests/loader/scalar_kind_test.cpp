// SPDX-License-Identifier: Apache-2.0
#include "loader/text/scalar_kind.hpp"

#include "catch.hpp"

using namespace socrates::loader;

TEST_CASE("unquoted scalars are numbers, texts, or neither for sure") {
  struct Case {
    ScalarKind expected;
    std::vector<const char*> texts;
  };
  const std::vector<Case> cases{
      {ScalarKind::integer, {"0", "7", "-0", "-12", "1000000", "99999999999999999999"}},
      {ScalarKind::decimal, {"2026.11", "0.5", "-1.25", "0.0", "2026.10"}},
      {ScalarKind::ambiguous,
       {"010",  "00",     "0x1f",      "0X1F",       "-0x1f", "0o17",  "0b101", "1_000", "1e5",
        "1E5",  "1.5e-3", "+5",        "+0.5",       ".5",    "5.",    "-.5",   "-010",  "1_0.5",
        "01.5", "12:30",  "190:20:30", "12:30:45.5", ".inf",  "-.inf", "+.Inf", ".NAN",  ".nan"}},
      {ScalarKind::none, {"",    "-",   "+",    ".",   "abc", "1.2.3", "2026-11-22", "1a",  "a1",  "e5",
                          "1e",  "0x",  "0xg",  "12:", ":12", "_1",    "..",         "--1", "1-2", "1 000",
                          "inf", "nan", "12:a", "10%", "1,5", "5.x",   "0o8",        "0b2", "1::2"}},
  };
  for (const Case& c : cases) {
    for (const char* text : c.texts) {
      INFO(text);
      CHECK(scalar_kind(text) == c.expected);
    }
  }
}

TEST_CASE("integers are read whole or not at all") {
  CHECK(to_integer("0") == 0);
  CHECK(to_integer("-12") == -12);
  CHECK(to_integer("9223372036854775807") == 9223372036854775807LL);
  CHECK(!to_integer("9223372036854775808"));
  CHECK(!to_integer("12x"));
  CHECK(!to_integer(""));
  CHECK(!to_integer("+1"));
}
