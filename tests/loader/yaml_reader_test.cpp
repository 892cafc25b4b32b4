// SPDX-License-Identifier: Apache-2.0
#include "loader/text/yaml_reader.hpp"

#include <algorithm>

#include "cases.hpp"
#include "report.hpp"

#include "socrates/base/codes.hpp"

using namespace socrates;
using namespace socrates::loader;

namespace {

/// The tree in one line, or else what was reported.
std::string outcome_of_yaml(const std::string& text) {
  const base::Source source{"test.yaml", text};
  base::Diagnostics problems;
  const auto node = read_yaml(source, problems);
  const bool is_readable = std::all_of(problems.kept().begin(), problems.kept().end(), [](const auto& problem) {
    return problem.code == base::Code::duplicate_key;  // whose first value stands
  });
  REQUIRE(node.has_value() == is_readable);
  return problems.empty() ? dump(*node) : report_of(problems);
}

void check_yaml(const std::vector<Case>& cases) { check_outcomes(cases, outcome_of_yaml); }

}  // namespace

TEST_CASE("YAML values are what they look like, and only true and false are booleans") {
  check_yaml({
      {"plain words", "a: b c\n", R"({a: "b c"})"},
      {"booleans", "[true, false, True, yes, no, on, off, y]\n",
       R"([true, false, "True", "yes", "no", "on", "off", "y"])"},
      {"nulls", "a: null\nb: ~\nc:\nd: \"null\"\n", R"({a: null, b: null, c: null, d: "null"})"},
      {"integers", "[0, -12, 60, 99999999999999999999]\n", "[0, -12, 60, 99999999999999999999]"},
      {"decimals keep their digits", "version: 2026.10\n", "{version: 2026.10}"},
      {"quoted numbers are texts", "['12', \"010\", '1e5']\n", R"(["12", "010", "1e5"])"},
      {"versions and days are texts", "[1.2.3, 2026-11-22]\n", R"(["1.2.3", "2026-11-22"])"},
      {"keys keep how they look", "60: no date\ntrue: x\n", R"({60: "no date", true: "x"})"},
      {"folding and blocks", "a: >-\n  one\n  two\nb: |\n  one\n  two\nc: one\n  two\n",
       R"({a: "one two", b: "one\u000atwo\u000a", c: "one two"})"},
      {"quotes over lines", "a: \"one\n  two\"\nb: 'it''s'\n", R"({a: "one two", b: "it's"})"},
      {"nesting", "- a: [b, {c: d}]\n  e:\n  - f\n- []\n- {}\n", R"([{a: ["b", {c: "d"}], e: ["f"]}, [], {}])"},
      {"a start and an end of the document", "---\na: b\n...\n", R"({a: "b"})"},
      {"a version directive", "%YAML 1.2\n---\na: b\n", R"({a: "b"})"},
      {"Windows line ends", "a: b\r\nc:\r\n  - d\r\n", R"({a: "b", c: ["d"]})"},
      {"nothing at all", "", "null"},
      {"only a comment", "# nothing\n", "null"},
  });
}

TEST_CASE("words that YAML 1.1 reads otherwise are warned of, as keys and as values, and only without quotes") {
  const base::Source source{"test.yaml", "yes: [no, 'no', off, True, north]\n\"on\": \"off\"\n"};
  base::Diagnostics problems;
  REQUIRE(read_yaml(source, problems));
  CHECK(problems.empty());
  std::string words;
  for (const base::Diagnostic& warning : problems.warnings()) {
    CHECK(warning.code == base::Code::yaml_word);
    words += warning.line.substr(warning.caret, warning.length) + " ";
  }
  CHECK(words == "yes no off True ");
}

TEST_CASE("YAML surprises are refused at their place") {
  check_yaml({
      {"a duplicate key", "a: 1\nb: 2\na: 3\n", "3:1 S008 [a] the key 'a' appears twice"},
      {"a duplicate key in other quotes", "{a: 1, \"a\": 2}", "1:8 S008 [\"a\"] the key 'a' appears twice"},
      {"an anchor", "a: &x b\n", "1:4 S012 [&x] an anchor is not allowed"},
      {"an anchor of a list", "a: &x [b]\n", "1:4 S012 [&] an anchor is not allowed"},
      {"an anchor of nothing", "a: &x\nb: c\n", "1:4 S012 [&x] an anchor is not allowed"},
      {"an alias", "a: &x b\nc: *x\n", "1:4 S012 [&x] an anchor is not allowed\n2:4 S012 [*x] an alias is not allowed"},
      {"an alias of nothing", "a: *x\n", "1:4 S012 [*x] an alias is not allowed"},
      {"a self-alias", "a: &x [*x]\n", "1:4 S012 [&] an anchor is not allowed\n1:8 S012 [*x] an alias is not allowed"},
      {"an alias as a key", "&x a: b\n*x : c\n",
       "1:1 S012 [&x] an anchor is not allowed\n2:1 S012 [*x] an alias is not allowed"},
      {"a merge key", "a: b\n<<: {c: d}\n", "2:1 S012 [<<] a merge key is not allowed"},
      {"a tag", "a: !!str 12\n", "1:4 S013 [!!str] a tag is not allowed"},
      {"a tag of its own", "a: !mine x\n", "1:4 S013 [!mine] a tag is not allowed"},
      {"the empty tag", "a: ! 12\n", "1:4 S013 [!] a tag is not allowed"},
      {"the empty tag of nothing", "a: !\n", "1:4 S013 [!] a tag is not allowed"},
      {"a tag of a list", "a: !!set {b}\n", "1:4 S013 [!] a tag is not allowed"},
      {"a second document", "a: b\n---\nc: d\n", "2:1 S014 [---] a second document begins here"},
      {"an empty second document", "a: b\n---\n", "2:1 S014 [---] a second document begins here"},
      {"ambiguous numbers", "a: 010\nb: [0x1f, 1e5]\n",
       "1:4 S015 [010] '010' is an ambiguous number\n2:5 S015 [0x1f] '0x1f' is an ambiguous number\n"
       "2:11 S015 [1e5] '1e5' is an ambiguous number"},
      {"an ambiguous number as a key", "010: x\n", "1:1 S015 [010] '010' is an ambiguous number"},
      {"a list as a key", "? [a]\n: b\n", "1:3 S016 [[] a list or a mapping is where a key is expected"},
      {"a mapping as a key", "{{a: b}: c}", "1:2 S016 [{] a list or a mapping is where a key is expected"},
      {"null as a key", "null: a\n", "1:1 S016 [null] a key is missing or null"},
      {"no key", "{a: b, : c}", "1:8 S016 [:] a key is missing or null"},
  });
}

TEST_CASE("malformed YAML is explained at its place") {
  check_yaml({
      {"a key without a colon", "a: b\nc\n", "2:1 S007 [c] a ':' is missing after the key"},
      {"an explicit key without a value", "? a\n", "1:3 S007 [a] a ':' is missing after the key"},
      {"two colons", "a: b: c\n", "1:5 S007 [:] a ':' where no value can follow"},
      {"a list that a mapping follows", "- a\nb: c\n", "2:1 S007 [b] the text does not continue the lines above"},
      {"an open list", "a: [b, c", "1:9 S007 [] expected ',' or ']'"},
      {"an open mapping", "a: {b: c", "1:9 S007 [] expected ',' or '}'"},
      {"a bracket too many", "a: [b]]\n", "1:7 S007 []] a bracket closes what was never opened"},
      {"another bracket", "a: [b}\n", "1:6 S007 [}] a bracket closes what was never opened"},
      {"an open quote", "a: \"b\n", "1:4 S007 [\"b] a quoted text is not closed"},
      {"an open quote at the end", "a: 'b", "1:6 S007 [] a quoted text is not closed"},
      {"text behind a quote", "a: \"b\" c\n", "1:8 S007 [c] the mapping cannot continue like this"},
      {"an unknown escape", "a: \"x\\qy\"\n", "1:6 S007 [\\] an unknown escape in a double-quoted text"},
      {"half a character", "a: \"\\ud800\"\n", "1:5 S007 [\\] an escape that means no character"},
      {"a tab as indentation", "a:\n\t- b\n", "2:2 S007 [-] a '-' where no list item is possible"},
      {"a reserved character", "a: @b\n", "1:4 S007 [@] a character that cannot begin a value"},
      {"a directive of tomorrow", "%YAML 3.0\n---\na: b\n", "1:1 S007 [%] a directive that is not understood"},
  });
}

TEST_CASE("bytes are checked before the YAML parser sees them") {
  check_yaml({
      {"invalid UTF-8", "a: \xFF\n", "1:4 S004 [\xFF] invalid UTF-8: the byte 0xFF does not belong here"},
      {"a byte-order mark",
       "\xEF\xBB\xBF"
       "a: b\n",
       "1:1 S005 [\xEF\xBB\xBF] the text starts with a byte-order mark"},
      {"a control character", "a: \x1B[31m\n", "1:4 S005 [\x1B] the character U+001B is not allowed"},
      {"a C1 control character", "a: \xC2\x85\n", "1:4 S005 [\xC2\x85] the character U+0085 is not allowed"},
      {"a lone carriage return", "a: b\rc: d\n", "1:5 S005 [\r] the character U+000D is not allowed"},
      {"a turn of direction", "a: \xE2\x80\xAE\n", "1:4 S005 [\xE2\x80\xAE] the character U+202E is not allowed"},
  });
}

TEST_CASE("a zero byte is refused") {
  CHECK(outcome_of_yaml(std::string("a: b\0c\n", 7)).ends_with("] the character U+0000 is not allowed"));
}

TEST_CASE("YAML larger than the limits is refused") {
  check_yaml({
      {"too many bytes", repeated("#\n", most_bytes / 2) + "#",
       "1:1 S003 [] the input has more than the 4194304 bytes allowed"},
      {"too many values", repeated("- a\n", most_values + 1), "100000:3 S010 [a] more than the 100000 values allowed"},
      {"too deep", repeated("[", most_depth + 1) + repeated("]", most_depth + 1),
       "1:65 S009 [[] nested deeper than the 64 levels allowed"},
      {"a long line", "a: b\nc: " + std::string(most_line, 'x') + "\n",
       "2:1 S011 [] a line longer than the 4096 bytes allowed"},
      {"a long text", "a: |\n" + repeated(" x\n", most_string), "1:4 S011 [|] a text longer than 16384 bytes"},
  });
}

TEST_CASE("YAML up to the limits is read") {
  const std::string deepest = repeated("[", most_depth) + repeated("]", most_depth);
  CHECK(outcome_of_yaml(deepest) == deepest);
  CHECK(outcome_of_yaml(repeated("#\n", most_bytes / 2)) == "null");
  CHECK(outcome_of_yaml(repeated("- a\n", most_values - 1)).starts_with("["));
  CHECK(outcome_of_yaml("a: |\n" + repeated(" x\n", most_string / 2)).starts_with("{a: "));
  CHECK(outcome_of_yaml("a: " + std::string(most_line - 3, 'x')).starts_with("{a: "));
}

TEST_CASE("a problem knows the way to its value") {
  const base::Source source{"test.yaml", "rules:\n  - when: {months: 010}\n"};
  base::Diagnostics problems;
  read_yaml(source, problems);
  REQUIRE(problems.count() == 1);
  CHECK(problems.kept()[0].path == "rules[0].when.months");
  CHECK(problems.kept()[0].file == "test.yaml");
  CHECK(problems.kept()[0].hint == "write a plain decimal number, or put the text in quotes");
}
