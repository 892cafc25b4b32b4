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

TEST_CASE("width is counted in the columns of a terminal") {
  const struct {
    const char* text;
    std::size_t width;
  } cases[] = {
      {"Prüfung", 7},
      {"Pru\u0308fung", 7},
      {"監査", 4},
      {"ｱｲ", 2},
      {"각", 2},
      {"\u1100\u1161\u11a8", 2},
      {"మీ\u200cరా", 2},
      {"می\u200cخواهم", 7},
      {"\U0001F600", 2},
      {"\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466", 2},
      {"\U0001F44D\U0001F3FD!", 3},
      {"\u2764\uFE0F\u200D\U0001F525", 2},
      {"1\uFE0F\u20E3", 2},
      {"\U0001F1E9\U0001F1EA", 2},
      {"\U0001F3F4\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F", 2},
      {"a\xff\xc3", 3},
  };
  for (const auto& c : cases) {
    INFO(c.text);
    CHECK(width_of(c.text) == c.width);
  }
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
