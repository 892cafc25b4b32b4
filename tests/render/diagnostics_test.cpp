// SPDX-License-Identifier: Apache-2.0
#include "socrates/render/diagnostics.hpp"

#include <nlohmann/json.hpp>

#include "catch.hpp"

#include "socrates/base/codes.hpp"

using namespace socrates;
using render::diagnostic_text;

namespace {

base::Diagnostic at_place(std::string line, std::size_t caret, std::size_t length) {
  base::Diagnostic diagnostic{};
  diagnostic.code = base::Code::unknown_question;
  diagnostic.message = "unknown question 'x'";
  diagnostic.file = "a.json";
  diagnostic.at = {3, caret + 1};
  diagnostic.line = std::move(line);
  diagnostic.caret = caret;
  diagnostic.length = length;
  return diagnostic;
}

}  // namespace

TEST_CASE("a diagnostic shows its place, its line and a caret below the token") {
  CHECK(diagnostic_text(at_place("  \"x\": 1", 2, 3)) ==
        "a.json:3:3: error: unknown question 'x' [S102]\n"
        "    \"x\": 1\n"
        "    ^~~\n");
}

TEST_CASE("tabs stay in the line and in what leads to the caret") {
  CHECK(diagnostic_text(at_place("\t\"x\": 1", 1, 3)).find("  \t\"x\": 1\n  \t^~~\n") != std::string::npos);
}

TEST_CASE("a caret between two characters is one caret wide") {
  CHECK(diagnostic_text(at_place("ab", 2, 0)).find("  ab\n    ^\n") != std::string::npos);
}

TEST_CASE("escapes in front of the caret move it along") {
  CHECK(diagnostic_text(at_place("\x1b x", 2, 1)).find("  \\x1b x\n       ^\n") != std::string::npos);
}

TEST_CASE("letters of several bytes count once") {
  CHECK(diagnostic_text(at_place("\u00fc x", 3, 1)).find("  \u00fc x\n    ^\n") != std::string::npos);
}

TEST_CASE("no line of an excerpt is wider than 80 columns, and the place is in it") {
  for (const std::size_t caret : {std::size_t{0}, std::size_t{40}, std::size_t{150}, std::size_t{199}}) {
    const std::string text =
        diagnostic_text(at_place(std::string(caret, 'a') + "X" + std::string(199 - caret, 'b'), caret, 1));
    const std::size_t line = text.find('\n') + 1;
    const std::size_t below = text.find('\n', line) + 1;
    INFO(text);
    CHECK(below - line - 1 <= 80);
    CHECK(text[line + text.find('^', below) - below] == 'X');
  }
}

TEST_CASE("a problem without a place names only the file, and one without a file the program") {
  base::Diagnostic diagnostic{};
  diagnostic.code = base::Code::unreadable_file;
  diagnostic.message = "cannot read the file: no such file or directory";
  diagnostic.file = "a.json";
  CHECK(diagnostic_text(diagnostic) == "a.json: error: cannot read the file: no such file or directory [S001]\n");
  diagnostic.file.clear();
  diagnostic.hint = "look";
  CHECK(diagnostic_text(diagnostic) ==
        "socrates: error: cannot read the file: no such file or directory [S001]\n  hint: look\n");
}

TEST_CASE("past the limit problems are counted, not shown") {
  base::Diagnostics problems;
  for (std::size_t i = 0; i < base::most_diagnostics + 5; ++i) problems.add(at_place("", 0, 0));
  const std::string text = render::diagnostics_text(problems);
  CHECK(text.ends_with("socrates: 105 errors in all, of which the first 100 are shown\n"));
}

TEST_CASE("the JSON form has every field, null where there is nothing") {
  base::Diagnostics problems;
  problems.add(at_place("x", 0, 1));
  base::Diagnostic usage{};
  usage.code = base::Code::usage;
  usage.message = "broken \xff and \u202e";
  problems.add(usage);
  const std::string text = render::diagnostics_json(problems);
  CHECK(text.find("\u202e") == std::string::npos);
  const auto document = nlohmann::json::parse(text);
  CHECK(document["schema"] == "socrates.errors/1");
  CHECK(
      document["errors"][0].dump() ==
      R"({"code":"S102","column":1,"file":"a.json","hint":null,"line":3,"message":"unknown question 'x'","path":null})");
  CHECK(document["errors"][1]["file"].is_null());
  CHECK(document["errors"][1]["line"].is_null());
}
