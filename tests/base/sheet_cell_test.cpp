// SPDX-License-Identifier: Apache-2.0
#include "socrates/base/sheet_cell.hpp"

#include <random>
#include <string>

#include "catch.hpp"
#include "socrates/base/utf8.hpp"

using namespace socrates::base;

namespace {

/// Every part is hostile to some layer, and all of them together to the order of the layers.
std::string hostile_text(std::mt19937& random) {
  static const std::string parts[] = {
      "=1+1",       "@x",     "|calc",      "%x",         "+",          "-",      "'",       "''",      "\"",
      "\"\"",       ",",      ";",          "\t",         "\n",         "\r",     "\r\n",    " ",       "  ",
      "\\",         "\\\\",   "\\x",        "\\x5c",      "\\x5c5c",    "5c",     "\\u200d", "\\u202e", "\\U000e0041",
      "\\uD800",    "\\x41",  "\\n",        "\x01",       "\x1b[2J",    "\x7f",   "\u0085",  "\u200d",  "\u200c",
      "\u202e",     "\u2066", "\ufeff",     "\uffff",     "\ufffe",     "\u00a0", "\uff1d",  "a",       "ب",
      "\U0001F468", "\uFE0F", "\U000E0041", "\U000E0101", "\U0010FFFF", "辻",
  };
  std::string text;
  for (std::size_t count = random() % 7; count > 0; --count) {
    if (random() % 4 != 0) {
      text += parts[random() % std::size(parts)];
      continue;
    }
    const auto point = static_cast<char32_t>(random() % 0x110000);
    if (point < 0xD800 || point > 0xDFFF) append_utf8(text, point);
  }
  if (random() % 16 == 0) text += '\0';
  return text;
}

}  // namespace

TEST_CASE("a text comes back from its cell byte for byte") {
  std::mt19937 random(1);
  for (int i = 0; i < 50'000; ++i) {
    const std::string text = hostile_text(random);
    const std::string cell = sheet_cell(text);
    CAPTURE(text, cell);
    REQUIRE(text_of_cell(cell) == text);
    REQUIRE(cell.find_first_of("\r\x1b\x7f") == std::string::npos);
    REQUIRE((cell.empty() || std::string("=+-@|% \t\n").find(cell.front()) == std::string::npos));
  }
}

TEST_CASE("cells say what stands in them") {
  const struct {
    std::string text;
    std::string cell;
  } cases[] = {
      {"plain 'text', 100 %", "plain 'text', 100 %"},
      {"=1+1", "'=1+1"},
      {"  @x", "'  @x"},
      {"'tis", "''tis"},
      {"'", "''"},
      {" ", "' "},
      {"a ", "'a "},
      {"C:\\new\\xray", "C:\\new\\xray"},
      {"\x1b[2J", "\\x1b[2J"},
      {"a\r\nb", "a\\x0d\nb"},
      {"\\u202e \u202e", "\\x5cu202e \\u202e"},
      {"می\u200cخواهم", "می\u200cخواهم"},
      {"\uff1d1", "'\uff1d1"},
  };
  for (const auto& c : cases) {
    CHECK(sheet_cell(c.text) == c.cell);
    CHECK(text_of_cell(c.cell) == c.text);
  }
}

TEST_CASE("what people type into a cell is read as they mean it") {
  CHECK(text_of_cell("  yes \r\n") == "yes");
  CHECK(text_of_cell(" \t ").empty());
  CHECK(text_of_cell("'tis") == "'tis");
  CHECK(text_of_cell("'quoted' text") == "'quoted' text");
  CHECK(text_of_cell(" '=1 ") == "=1");
  CHECK(text_of_cell("C:\\users\\x\\ud800") == "C:\\users\\x\\ud800");
}
