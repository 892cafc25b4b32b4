// SPDX-License-Identifier: Apache-2.0
#include "socrates/render/escape.hpp"

#include "catch.hpp"

using socrates::render::markdown_safe;
using socrates::render::terminal_safe;

namespace {

struct Case {
  const char* name;
  std::string input;
  std::string expected;
};

}  // namespace

TEST_CASE("what a terminal would obey or hide is shown as an escape") {
  const Case cases[] = {
      {"plain text", "plain 'text' 100 %", "plain 'text' 100 %"},
      {"other languages", "Prüfung 監査 отчёт", "Prüfung 監査 отчёт"},
      {"escape", "\x1b[2J", "\\x1b[2J"},
      {"line ends and tabs", "a\r\n\tb", "a\\r\\n\\tb"},
      {"NUL", std::string("a\0b", 3), "a\\x00b"},
      {"DEL", "\x7f", "\\x7f"},
      {"C1 control sequence introducer", "\xc2\x9b", "\\u009b"},
      {"right-to-left override", "a\u202eb", "a\\u202eb"},
      {"isolate", "\u2066", "\\u2066"},
      {"zero-width space", "a\u200bb", "a\\u200bb"},
      {"line separator", "\u2028", "\\u2028"},
      {"byte-order mark", "\ufeff", "\\ufeff"},
      {"tag characters", "\U000e0041", "\\U000e0041"},
      {"a family of emoji", "\U0001F468\u200D\U0001F469\u200D\U0001F467", "\U0001F468\u200D\U0001F469\u200D\U0001F467"},
      {"a Persian word", "می\u200cخواهم", "می\u200cخواهم"},
      {"a joiner behind broken UTF-8", "\xff\u200c", "\\xff\\u200c"},
      {"broken UTF-8", "a\xff\xc3", "a\\xff\\xc3"},
      {"a backslash stays", "\\x1b", "\\x1b"},
  };
  for (const Case& c : cases) {
    INFO(c.name);
    CHECK(terminal_safe(c.input) == c.expected);
  }
}

TEST_CASE("every code point below 0x20, and DEL to 0x9f, is escaped") {
  for (unsigned point = 0; point < 0xA0; ++point) {
    if (point >= 0x20 && point < 0x7F) continue;
    std::string text;
    if (point >= 0x80) text += static_cast<char>(0xC2);
    text += static_cast<char>(point);
    INFO(point);
    CHECK(terminal_safe(text).front() == '\\');
  }
}

TEST_CASE("Markdown prints the text as it stands") {
  const Case cases[] = {
      {"plain text", "your customers' data, e.g. (payroll): 3 - 4", "your customers' data, e.g. (payroll): 3 - 4"},
      {"mention", "@octocat", "\\@&#8203;octocat"},
      {"mention inside", "by @octocat", "by @&#8203;octocat"},
      {"issue", "see #12", "see #&#8203;12"},
      {"link", "[a](http://b)", "\\[a\\](http\\://b)"},
      {"bare link", "https://a.b www.a.b", "https\\://a.b www\\.a.b"},
      {"table cell", "a|b", "a\\|b"},
      {"HTML", "<script>&amp;", "&lt;script\\>&amp;amp;"},
      {"comment", "<!-- x -->", "&lt;!-- x --\\>"},
      {"code", "`a` ``b``", "\\`a\\` \\`\\`b\\`\\`"},
      {"emphasis", "*a* __b__ ~~c~~", "\\*a\\* \\_\\_b\\_\\_ \\~\\~c\\~\\~"},
      {"heading", "# a", "\\#&#8203; a"},
      {"list", "- a", "\\- a"},
      {"numbered list", "12. a", "12\\. a"},
      {"formula", "$x$", "\\$x\\$"},
      {"line end", "a\n# b", "a\\\\n#&#8203; b"},
  };
  for (const Case& c : cases) {
    INFO(c.name);
    CHECK(markdown_safe(c.input) == c.expected);
  }
}
