// SPDX-License-Identifier: Apache-2.0
#include "socrates/render/layout.hpp"

#include "catch.hpp"

using namespace socrates::render;

TEST_CASE("lines break at spaces and hang below the first") {
  CHECK(wrap("one two three four", {2, 4}, 11) == "  one two\n    three\n    four\n");
}

TEST_CASE("a line may be as wide as the width and no wider") {
  CHECK(wrap("aaa bbb", {}, 7) == "aaa bbb\n");
  CHECK(wrap("aaa bbb", {}, 6) == "aaa\nbbb\n");
}

TEST_CASE("a word longer than the width stays whole") {
  CHECK(wrap("a financial_reporting_impact b", {}, 10) == "a\nfinancial_reporting_impact\nb\n");
}

TEST_CASE("width is counted in code points") {
  CHECK(width_of("Prüfung") == 7);
  CHECK(wrap("üüü üüü", {}, 7) == "üüü üüü\n");
}

TEST_CASE("a short number stays with the word before it") {
  CHECK(wrap("you need a SOC 2, now", {}, 14) == "you need a\nSOC 2, now\n");
}

TEST_CASE("line ends and runs of spaces in a text are single spaces") {
  CHECK(prose("  a\n  b\t c\n") == "a b c");
  CHECK(one_line("").empty());
}

TEST_CASE("a labelled paragraph hangs below its own start") {
  CHECK(labelled("-", "one two", 2) == "  - one two\n");
  CHECK(labelled("  hint:", std::string(40, 'a') + " " + std::string(40, 'b')) ==
        "  hint: " + std::string(40, 'a') + "\n        " + std::string(40, 'b') + "\n");
}

TEST_CASE("colour adds nothing but the accent") {
  CHECK(bold("a", Color::off) == "a");
  CHECK(bold("a", Color::on) == "\x1b[1ma\x1b[0m");
  CHECK(red("a", Color::on) == "\x1b[1;31ma\x1b[0m");
}
