// SPDX-License-Identifier: Apache-2.0
#include "socrates/base/source.hpp"

#include "catch.hpp"

using socrates::base::line_at;
using socrates::base::Position;
using socrates::base::position_at;

TEST_CASE("lines and columns count from one, in bytes") {
  struct Case {
    const char* name;
    const char* text;
    std::size_t offset;
    Position expected;
  };
  const Case cases[] = {
      {"the first byte", "ab\ncd", 0, {1, 1}},
      {"the line end belongs to its line", "ab\ncd", 2, {1, 3}},
      {"the first byte of a line", "ab\ncd", 3, {2, 1}},
      {"the end of the text", "ab\ncd", 5, {2, 3}},
      {"past the end is the end", "ab\ncd", 99, {2, 3}},
      {"the end after a line end", "ab\n", 3, {2, 1}},
      {"an empty text", "", 0, {1, 1}},
      {"CR LF is one line end", "ab\r\ncd", 4, {2, 1}},
      {"CR belongs to the line that it ends", "ab\r\ncd", 2, {1, 3}},
      {"a column counts bytes, not characters", "\xC3\xA4x", 2, {1, 3}},
  };
  for (const Case& c : cases) {
    INFO(c.name);
    CHECK(position_at(c.text, c.offset).line == c.expected.line);
    CHECK(position_at(c.text, c.offset).column == c.expected.column);
  }
}

TEST_CASE("a line comes without its line end") {
  CHECK(line_at("ab\ncd\nef", 3) == "cd");
  CHECK(line_at("ab\ncd\nef", 5) == "cd");
  CHECK(line_at("ab\r\ncd", 1) == "ab");
  CHECK(line_at("ab\r\ncd", 3) == "ab");
  CHECK(line_at("ab\n", 3).empty());
  CHECK(line_at("", 0).empty());
  CHECK(line_at("ab", 99) == "ab");
}

TEST_CASE("the byte at an offset stands at its column in its line") {
  const std::string text = "one\ntwo\r\n\n\tthree\n";
  for (std::size_t offset = 0; offset < text.size(); ++offset) {
    if (text[offset] == '\n' || text[offset] == '\r') continue;
    const Position position = position_at(text, offset);
    REQUIRE(line_at(text, offset)[position.column - 1] == text[offset]);
  }
}
