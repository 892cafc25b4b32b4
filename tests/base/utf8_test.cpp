// SPDX-License-Identifier: Apache-2.0
#include "socrates/base/utf8.hpp"

#include <string>

#include "catch.hpp"

using socrates::base::first_invalid_utf8;
using socrates::base::next_code_point;

namespace {

/// A code point in UTF-8, written the plain way.
std::string encoded(char32_t point) {
  const auto byte = [](char32_t value) { return static_cast<char>(static_cast<unsigned char>(value)); };
  if (point < 0x80) return {byte(point)};
  if (point < 0x800) return {byte(0xC0 | (point >> 6)), byte(0x80 | (point & 0x3F))};
  if (point < 0x10000)
    return {byte(0xE0 | (point >> 12)), byte(0x80 | ((point >> 6) & 0x3F)), byte(0x80 | (point & 0x3F))};
  return {byte(0xF0 | (point >> 18)), byte(0x80 | ((point >> 12) & 0x3F)), byte(0x80 | ((point >> 6) & 0x3F)),
          byte(0x80 | (point & 0x3F))};
}

bool is_surrogate(char32_t point) { return point >= 0xD800 && point <= 0xDFFF; }

}  // namespace

TEST_CASE("every code point is read back, and surrogates are refused") {
  for (char32_t point = 0; point <= 0x10FFFF; ++point) {
    const std::string text = encoded(point);
    if (is_surrogate(point)) {
      REQUIRE(first_invalid_utf8(text) == 0U);
      continue;
    }
    REQUIRE(!first_invalid_utf8(text));
    std::size_t offset = 0;
    REQUIRE(next_code_point(text, offset) == point);
    REQUIRE(offset == text.size());
  }
}

TEST_CASE("of all two-byte texts exactly the well-formed ones pass") {
  for (unsigned first = 0; first < 256; ++first) {
    for (unsigned second = 0; second < 256; ++second) {
      const std::string text = {static_cast<char>(first), static_cast<char>(second)};
      const bool ascii = first < 0x80 && second < 0x80;
      const bool pair = first >= 0xC2 && first <= 0xDF && second >= 0x80 && second <= 0xBF;
      REQUIRE(first_invalid_utf8(text).has_value() == !(ascii || pair));
    }
  }
}

TEST_CASE("the first byte of the bad sequence is named") {
  struct Case {
    const char* name;
    std::string text;
    std::size_t expected;
  };
  const Case cases[] = {
      {"a lone continuation byte", "ab\x80", 2},
      {"an overlong slash in two bytes", "\xC0\xAF", 0},
      {"an overlong slash in three bytes", "x\xE0\x80\xAF", 1},
      {"an overlong slash in four bytes", "x\xF0\x80\x80\xAF", 1},
      {"past the last code point", "\xF4\x90\x80\x80", 0},
      {"a lead byte that no sequence has", "\xF5\x80\x80\x80", 0},
      {"a sequence cut by the end", "abc\xE2\x82", 3},
      {"a sequence cut by a letter",
       "\xE2\x82"
       "a",
       0},
      {"UTF-16 with its mark",
       std::string("\xFF\xFE"
                   "a\0",
                   4),
       0},
  };
  for (const Case& c : cases) {
    INFO(c.name);
    CHECK(first_invalid_utf8(c.text) == c.expected);
  }
}
