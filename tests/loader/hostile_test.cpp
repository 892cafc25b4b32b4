// SPDX-License-Identifier: Apache-2.0
// Whatever comes in, a reader ends, does not crash, and gives either a tree or problems.
#include <random>
#include <string>
#include <string_view>

#include "cases.hpp"
#include "loader/text/yaml_reader.hpp"
#include "sample.hpp"
#include "socrates/loader/answers_loader.hpp"
#include "socrates/loader/json_reader.hpp"
#include "socrates/loader/rules_loader.hpp"

using namespace socrates;
using namespace socrates::loader;

namespace {

void check_yaml(const std::string& text) {
  const base::Source source{"x.yaml", text};
  base::Diagnostics problems;
  const auto node = read_yaml(source, problems);
  REQUIRE((node.has_value() || !problems.empty()));
}

void check_rules(const std::string& text) {
  const std::vector<base::Source> files = {{"x.yaml", text}};
  base::Diagnostics problems;
  const auto rules = load_rules(files, problems);
  REQUIRE(rules.has_value() == problems.empty());
}

void check_answers(const std::string& text, const model::RuleSet& rules) {
  const base::Source source{"x.json", text};
  base::Diagnostics problems;
  const auto loaded = load_answers(source, rules, tests::today(), problems);
  REQUIRE(loaded.has_value() == problems.empty());
}

/// The text with a few bytes changed, taken out or doubled.
std::string damaged(std::string text, std::mt19937& random) {
  static constexpr std::string_view favourites = "{}[]:,\"'#&*!|>-?%@\\\n\r\t 0\0~";
  for (std::size_t count = 1 + random() % 4; count > 0 && !text.empty(); --count) {
    const std::size_t at = random() % text.size();
    switch (random() % 4) {
      case 0:
        text[at] = static_cast<char>(random() % 256);
        break;
      case 1:
        text[at] = favourites[random() % favourites.size()];
        break;
      case 2:
        text.erase(at, 1 + random() % 8);
        break;
      default:
        text.insert(at, text.substr(at, random() % 20));
    }
  }
  return text;
}

}  // namespace

TEST_CASE("deep nesting is refused without being followed") {
  constexpr std::size_t times = 200'000;
  for (const char* opening :
       {"[", "{a: ", "- ", "? ", "{? ", "[[{a: ", "- - ", "a:\n ", "!x ", "&a ", "* ", "\"", "|\n", "---\n"}) {
    INFO(opening);
    check_yaml(repeated(opening, times));
  }
  check_yaml(repeated("[", times) + repeated("]", times));
  for (const char* opening : {"[", "{\"a\":", "[{\"a\":", "\"", "-", "1", "[1,"}) {
    INFO(opening);
    const base::Source source{"x.json", repeated(opening, times)};
    base::Diagnostics problems;
    const auto node = read_json(source, problems);
    REQUIRE(node.has_value() == problems.empty());
  }
}

TEST_CASE("inputs of the largest size end soon") {
  for (const char* unit : {"a", " ", "a: b\n", "- a\n", "#", "\"", "'", "[", "a: ", "\xC3\xA4", "%", "? a\n", "a:\n"}) {
    INFO(unit);
    check_yaml(repeated(unit, most_bytes / std::string_view(unit).size()));
  }
}

TEST_CASE("lines of the largest length end soon") {
  for (const char* unit :
       {"a,", "{a: b},", "[a],", "a: b,", "\"a\",", "'a',", "? a,", ": ,", ",", "&a b,", "!a b,", "*a ,", "a "}) {
    for (const char* opening : {"[", "{", "- [", "- {", "- \"", "- "}) {
      INFO(opening << unit);
      const std::string line = opening + repeated(unit, (most_line - 10) / std::string_view(unit).size()) + "a]\n";
      check_yaml(repeated(line, 5));
    }
  }
}

TEST_CASE("sample rules cut at any byte give rules or problems") {
  const std::string text = tests::sample_text();
  for (std::size_t size = 0; size <= text.size(); ++size) check_rules(text.substr(0, size));
}

TEST_CASE("damaged sample rules give rules or problems") {
  std::mt19937 random(1);
  for (int i = 0; i < 2000; ++i) check_rules(damaged(tests::sample_text(), random));
}

TEST_CASE("sample answers cut at any byte or damaged give answers or problems") {
  const model::RuleSet rules = tests::sample_rules();
  const std::string text = tests::sample_answers();
  for (std::size_t size = 0; size <= text.size(); ++size) check_answers(text.substr(0, size), rules);
  std::mt19937 random(2);
  for (int i = 0; i < 5000; ++i) check_answers(damaged(text, random), rules);
}
