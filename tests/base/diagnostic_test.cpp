// SPDX-License-Identifier: Apache-2.0
#include "socrates/base/diagnostic.hpp"

#include "catch.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/base/utf8.hpp"

using namespace socrates::base;

namespace {

Diagnostic diagnose(const std::string& text, std::size_t offset, std::size_t length) {
  const Source source{"file.json", text};
  Diagnostics problems;
  problems.add(Code::json_syntax, {&source, offset, length}, "message", "a.b", "hint");
  return problems.kept().front();
}

}  // namespace

TEST_CASE("warnings stand apart from errors") {
  Diagnostics problems;
  problems.add(Code::yaml_word, {}, "a word");
  CHECK(problems.empty());
  CHECK(problems.kept().empty());
  REQUIRE(problems.warnings().size() == 1);
  CHECK(entry(problems.warnings()[0].code).severity == Severity::warning);
}

TEST_CASE("a diagnostic copies all that it needs from its source") {
  const Diagnostic found = diagnose("{\n  \"a\": yes\n}\n", 9, 3);
  CHECK(found.code == Code::json_syntax);
  CHECK(found.file == "file.json");
  CHECK(found.at == Position{2, 8});
  CHECK(found.line == "  \"a\": yes");
  CHECK(found.line.substr(found.caret, found.length) == "yes");
  CHECK(found.message == "message");
  CHECK(found.path == "a.b");
  CHECK(found.hint == "hint");
}

TEST_CASE("a diagnostic without a source has no place") {
  Diagnostics problems;
  problems.add(Code::no_rules, Span(), "no rules");
  const Diagnostic& found = problems.kept().front();
  CHECK(found.file.empty());
  CHECK(found.at == Position());
  CHECK(found.line.empty());
}

TEST_CASE("a token that goes on below is cut at the end of its line") {
  const Diagnostic found = diagnose("a: \"x\n  y\"", 3, 7);
  CHECK(found.line.substr(found.caret, found.length) == "\"x");
  CHECK(found.caret + found.length == found.line.size());
}

TEST_CASE("the end of the text and a line end can be pointed at") {
  for (const auto& [text, offset] : {std::pair{"ab", 2}, {"ab\n", 3}, {"ab\r\n", 3}, {"", 0}}) {
    const Diagnostic found = diagnose(text, static_cast<std::size_t>(offset), 1);
    CHECK(found.caret <= found.line.size());
    CHECK(found.length == 0);
  }
}

TEST_CASE("of a long line a window around the token is shown, cut between characters") {
  std::string text;
  for (int i = 0; i < 400; ++i) text += "\xC3\xA4";
  for (std::size_t offset = 0; offset <= text.size(); offset += 2) {
    const Diagnostic found = diagnose(text, offset, 2);
    REQUIRE(found.line.size() <= 202);
    REQUIRE(found.line.size() >= 198);
    REQUIRE(!first_invalid_utf8(found.line));
    REQUIRE(found.at.column == offset + 1);
    REQUIRE(found.line.substr(found.caret, found.length) == text.substr(offset, 2));
  }
}

TEST_CASE("of a long line that is not UTF-8 a window around the byte is shown") {
  for (const char byte : {'\x80', '\xFF'}) {
    const std::string text(500, byte);
    for (std::size_t offset = 0; offset <= text.size(); ++offset) {
      const Diagnostic found = diagnose(text, offset, 1);
      REQUIRE(found.line.size() == 200);
      REQUIRE(found.caret + found.length <= found.line.size());
      REQUIRE(found.length == (offset < text.size() ? 1U : 0U));
    }
  }
}

TEST_CASE("past the limit problems are counted and not kept") {
  Diagnostics problems;
  for (std::size_t i = 0; i < most_diagnostics + 20; ++i) problems.add(Code::usage, Span(), "x");
  CHECK(problems.kept().size() == most_diagnostics);
  CHECK(problems.count() == most_diagnostics + 20);
  CHECK(!problems.empty());
}

TEST_CASE("sorting goes by file, then line, then column, and keeps the order of equals") {
  const Source a{"a", "xx\nxx"};
  const Source b{"b", "xx\nxx"};
  Diagnostics problems;
  problems.add(Code::usage, {&b, 0, 1}, "5");
  problems.add(Code::usage, {&a, 4, 1}, "4");
  problems.add(Code::usage, {&a, 3, 1}, "3");
  problems.add(Code::usage, {&a, 1, 1}, "1");
  problems.add(Code::usage, {&a, 1, 1}, "2");
  problems.add(Code::usage, Span(), "0");
  problems.sort_by_place();
  std::string order;
  for (const Diagnostic& problem : problems.kept()) order += problem.message;
  CHECK(order == "012345");
}
