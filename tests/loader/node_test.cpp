// SPDX-License-Identifier: Apache-2.0
#include "socrates/loader/node.hpp"

#include "catch.hpp"
#include "socrates/base/utf8.hpp"
#include "socrates/loader/json_reader.hpp"

using namespace socrates;
using namespace socrates::loader;

namespace {

Node parsed(const std::string& text) {
  const base::Source source{"x", text};
  base::Diagnostics problems;
  return read_json(source, problems).value();
}

}  // namespace

TEST_CASE("a member is found by its key, and by nothing else") {
  const Node node = parsed(R"({"a": 1, "b": 2})");
  REQUIRE(find_member(node, "b") != nullptr);
  CHECK(find_member(node, "b")->value.integer == 2);
  CHECK(find_member(node, "c") == nullptr);
  CHECK(find_member(parsed("[1]"), "a") == nullptr);
}

TEST_CASE("a node is dumped in one line") {
  CHECK(dump(parsed(R"({"a": 1, "b c": [true, "x\"y\\z\n", 1.50], "d": null, "e": {}, "f": []})")) ==
        R"({a: 1, "b c": [true, "x\"y\\z\u000a", 1.50], d: null, e: {}, f: []})");
}

TEST_CASE("messages name what stands there") {
  struct Case {
    const char* text;
    const char* expected;
  };
  const Case cases[] = {
      {"null", "nothing"},
      {"true", "true"},
      {"false", "false"},
      {"12", "the number 12"},
      {"1.50", "the number 1.50"},
      {"\"\"", "an empty text"},
      {"\"abc\"", "the text 'abc'"},
      {"[1]", "a list"},
      {"{}", "a mapping"},
  };
  for (const Case& c : cases) CHECK(describe(parsed(c.text)) == c.expected);
}

TEST_CASE("a long text is cut between characters") {
  std::string text;
  for (int i = 0; i < 100; ++i) {
    text += i % 3 == 0 ? "x" : "\xE2\x82\xAC";
    const std::string cut = shortened(text);
    REQUIRE(cut.size() <= 63);
    REQUIRE(!base::first_invalid_utf8(cut));
    REQUIRE((text.size() <= 60 ? cut == text : cut.ends_with("...")));
  }
}
