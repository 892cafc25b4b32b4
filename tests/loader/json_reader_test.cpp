// SPDX-License-Identifier: Apache-2.0
#include "socrates/loader/json_reader.hpp"

#include <algorithm>

#include "cases.hpp"
#include "report.hpp"

#include "socrates/base/codes.hpp"

using namespace socrates;
using namespace socrates::loader;

namespace {

/// The tree in one line, or else what was reported.
std::string outcome_of_json(const std::string& text) {
  const base::Source source{"test.json", text};
  base::Diagnostics problems;
  const auto node = read_json(source, problems);
  const bool is_readable = std::all_of(problems.kept().begin(), problems.kept().end(), [](const auto& problem) {
    return problem.code == base::Code::duplicate_key;  // whose first value stands
  });
  REQUIRE(node.has_value() == is_readable);
  return problems.empty() ? dump(*node) : report_of(problems);
}

void check_json(const std::vector<Case>& cases) { check_outcomes(cases, outcome_of_json); }

}  // namespace

TEST_CASE("JSON values are read as RFC 8259 has them") {
  check_json({
      {"an object", R"({"a": 1, "b": [true, false, null], "c": {}})", "{a: 1, b: [true, false, null], c: {}}"},
      {"escapes", R"(["\"\\\/\b\f\n\r\t\u0041\ud83d\ude00"])",
       "[\"\\\"\\\\/\\u0008\\u000c\\u000a\\u000d\\u0009A\xF0\x9F\x98\x80\"]"},
      {"integers", "[0, -0, 9223372036854775807, -9223372036854775808]",
       "[0, -0, 9223372036854775807, -9223372036854775808]"},
      {"numbers that are no integers keep their digits", "[1.0, 1E2, 18446744073709551615, 1e-5]",
       "[1.0, 1E2, 18446744073709551615, 1e-5]"},
      {"a scalar alone", " \"x\"\n", R"("x")"},
      {"an empty key", R"({"": 1})", R"({"": 1})"},
  });
}

TEST_CASE("integers and other numbers are told apart") {
  const base::Source source{"x", "[12, 12.0, 1e1, 9223372036854775808]"};
  base::Diagnostics problems;
  const auto node = read_json(source, problems);
  REQUIRE(node);
  CHECK(node->items[0].kind == Node::Kind::integer);
  for (std::size_t i = 1; i < 4; ++i) CHECK(node->items[i].kind == Node::Kind::other_number);
}

TEST_CASE("malformed JSON is explained at its place") {
  check_json({
      {"nothing", "", "1:1 S006 [] the text is empty"},
      {"only space", " \n", "1:1 S006 [] the text is empty"},
      {"a comma before the end of an array", "[1,]", "1:3 S006 [,] a comma before ']'"},
      {"a comma before the end of an object", R"({"a":1,})", "1:7 S006 [,] a comma before '}'"},
      {"two commas", "[1,,2]", "1:4 S006 [,] expected a value, found ','"},
      {"a key without quotes", "{a: 1}", "1:2 S006 [a] expected a key or '}', found 'a'"},
      {"a later key without quotes", R"({"a": 1, b: 2})", "1:10 S006 [b] expected a key, found 'b'"},
      {"single quotes", "{'a': 1}", "1:2 S006 ['] expected a key or '}', found a single quote"},
      {"no colon", R"({"a" 1})", "1:6 S006 [1] expected ':', found '1'"},
      {"no value", R"({"a":})", "1:6 S006 [}] expected a value, found '}'"},
      {"no comma", "{\"a\": 1\n \"b\": 2}", "2:2 S006 [\"] expected ',' or '}', found a string"},
      {"the wrong bracket", R"({"a": 1])", "1:8 S006 []] expected ',' or '}', found ']'"},
      {"a wrong word", "[True]", "1:2 S006 [True] expected a value or ']', found 'True'"},
      {"a bare word", R"({"a": abc})", "1:7 S006 [abc] expected a value, found 'abc'"},
      {"a word that runs on", "[truex]", "1:6 S006 [x] expected ',' or ']', found 'x'"},
      {"a leading zero", "[01]", "1:2 S006 [01] a malformed number"},
      {"another base", "[0x10]", "1:2 S006 [0x10] a malformed number"},
      {"two points", "[1.2.3]", "1:2 S006 [1.2.3] a malformed number"},
      {"no digits behind the point", "[1.]", "1:2 S006 [1.] '1.' is not a valid JSON number"},
      {"a number past all bounds", "[1e400]", "1:2 S006 [1e400] '1e400' is not a valid JSON number"},
      {"a plus", "[+1]", "1:2 S006 [+] expected a value or ']', found '+'"},
      {"not a number", "[NaN]", "1:2 S006 [NaN] expected a value or ']', found 'NaN'"},
      {"a comment", "// x\n{}", "1:1 S006 [/] expected a value, found '/'"},
      {"a comment between members", "{\"a\": 1, // x\n\"b\": 2}", "1:10 S006 [/] expected a key, found '/'"},
      {"a second text", "{} {}", "1:4 S006 [{] expected the end of the text, found '{'"},
      {"a bracket too many", "[1]]", "1:4 S006 []] expected the end of the text, found ']'"},
      {"an open object", "{\"a\": 1\n", "2:1 S006 [] expected ',' or '}', found the end of the text"},
      {"an open array", "[", "1:2 S006 [] expected a value or ']', found the end of the text"},
      {"an open string", "[\"abc", "1:2 S006 [\"] a string is not closed"},
      {"a string over lines", "[\"ab\nc\"]", "1:2 S006 [\"ab] a string is not closed on its line"},
      {"a tab in a string", "[\"a\tb\"]", "1:4 S006 [\t] a tab in a string"},
      {"an unknown escape", R"(["a\qb"])", "1:4 S006 [\\q] an escape that JSON does not know"},
      {"a short escape", R"(["\u12"])", "1:3 S006 [\\u] \\u must be followed by four hexadecimal digits"},
      {"the first half of a pair", R"(["\ud83d"])", "1:3 S006 [\\ud83d] half of a surrogate pair"},
      {"the first half and a letter", R"(["\ud83d\u0041"])", "1:3 S006 [\\ud83d] half of a surrogate pair"},
      {"the second half of a pair", R"(["\ude00"])", "1:3 S006 [\\ude00] half of a surrogate pair"},
      {"a pair and then a bad escape", R"(["\ud83d\ude00\x"])", "1:15 S006 [\\x] an escape that JSON does not know"},
  });
}

TEST_CASE("duplicate keys are refused, each at its place") {
  CHECK(outcome_of_json("{\"a\": 1, \"b\": {\"a\": 2},\n \"a\": 3, \"\\u0061\": 4}") ==
        "2:2 S008 [\"a\"] the key 'a' appears twice\n2:10 S008 [\"\\u0061\"] the key 'a' appears twice");
}

TEST_CASE("bytes are checked before the JSON parser sees them") {
  check_json({
      {"invalid UTF-8", "[\"\xC3\"]", "1:3 S004 [\xC3] invalid UTF-8: the byte 0xC3 does not belong here"},
      {"a byte-order mark", "\xEF\xBB\xBF{}", "1:1 S005 [\xEF\xBB\xBF] the text starts with a byte-order mark"},
      {"a control character", "[\"\x01\"]", "1:3 S005 [\x01] the character U+0001 is not allowed"},
  });
  CHECK(outcome_of_json(std::string("[\"\0\"]", 5)).starts_with("1:3 S005"));
  CHECK(outcome_of_json("[\"\xE2\x80\xAB\"]") ==
        "[\"\xE2\x80\xAB\"]");  // names of customers may turn the direction of writing
}

TEST_CASE("UTF-16 is recognized") {
  const base::Source source{"x", "\xFF\xFE{"};
  base::Diagnostics problems;
  read_json(source, problems);
  CHECK(report_of(problems, true).ends_with("| the file looks like UTF-16; save it as UTF-8"));
}

TEST_CASE("JSON larger than the limits is refused") {
  check_json({
      {"too many bytes", std::string(most_bytes + 1, ' '),
       "1:1 S003 [] the input has more than the 4194304 bytes allowed"},
      {"too many values", "[" + repeated("1,", most_values) + "1]",
       "1:200000 S010 [1] more than the 100000 values allowed"},
      {"too deep", repeated("[", most_depth + 1), "1:65 S009 [[] nested deeper than the 64 levels allowed"},
  });
  CHECK(outcome_of_json("[\"" + std::string(most_string, 'x') + "\"]").starts_with("[\"x"));
  CHECK(
      outcome_of_json("[\"" + std::string(most_string + 1, 'x') + "\"]").ends_with("] a text longer than 16384 bytes"));
  CHECK(outcome_of_json("{\"" + std::string(most_string + 1, 'x') + "\": 1}")
            .ends_with("] a key longer than 16384 bytes"));
  CHECK(outcome_of_json(repeated("[", most_depth) + repeated("]", most_depth)).size() == 2 * most_depth);
}
