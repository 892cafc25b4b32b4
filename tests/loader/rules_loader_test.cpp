// SPDX-License-Identifier: Apache-2.0
#include "socrates/loader/rules_loader.hpp"

#include <algorithm>

#include "catch.hpp"
#include "report.hpp"
#include "sample.hpp"
#include "socrates/base/sha256.hpp"

using namespace socrates;
using namespace socrates::loader;
using tests::problems_beside_sample;
using tests::problems_with;

namespace {

/// The sample in three files: what stands before `facts`, before `decisions`, and from there on.
std::vector<base::Source> split_sample() {
  const std::string text = tests::sample_text();
  const std::size_t facts = text.find("facts:");
  const std::size_t decisions = text.find("decisions:");
  return {{"rules/a.yaml", text.substr(0, facts)},
          {"rules/b.yaml", "format: 1\n" + text.substr(facts, decisions - facts)},
          {"rules/c.yaml", "format: 1\n" + text.substr(decisions)}};
}

std::string problems_of_files(const std::vector<base::Source>& files) {
  base::Diagnostics problems;
  CHECK(load_rules(files, problems).has_value() == false);
  return report_of(problems);
}

}  // namespace

TEST_CASE("the id and the version of a rule set are kept as written") {
  const model::RuleSet rules = tests::sample_rules();
  CHECK(rules.id == "sample");
  CHECK(rules.version == "2026.10");
}

TEST_CASE("the order of files does not matter") {
  std::vector<base::Source> files = split_sample();
  base::Diagnostics problems;
  const model::RuleSet expected = load_rules(files, problems).value().rules;
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  do {
    CHECK(load_rules(files, problems).value().rules == expected);
  } while (
      std::next_permutation(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.name < b.name; }));
}

TEST_CASE("a rule set is the same in one file and in three, but for its digest") {
  base::Diagnostics problems;
  model::RuleSet split = load_rules(split_sample(), problems).value().rules;
  model::RuleSet whole = tests::sample_rules();
  CHECK(split.sha256 != whole.sha256);
  split.sha256 = whole.sha256;
  CHECK(split == whole);
}

TEST_CASE("the digest is over base names, sizes and bytes") {
  const std::string text = tests::sample_text();
  std::string bytes = "sample.yaml";
  bytes += '\0';
  bytes += std::to_string(text.size());
  bytes += '\0';
  bytes += text;
  CHECK(tests::sample_rules().sha256 == base::sha256_hex(bytes));
  base::Diagnostics problems;
  CHECK(load_rules({{"some/where/sample.yaml", text}}, problems).value().rules.sha256 == base::sha256_hex(bytes));
}

TEST_CASE("places tell where the parts stand") {
  const std::vector<base::Source> files = {{"sample.yaml", tests::sample_text()}};
  base::Diagnostics problems;
  const auto loaded = load_rules(files, problems);
  REQUIRE(loaded);
  for (const auto& [part, bytes] :
       std::vector<std::pair<std::string, std::string>>{{"question offering", "offering"},
                                                        {"fact relevant", "relevant"},
                                                        {"decision type", "type"},
                                                        {"rule soc1.asked", "soc1.asked"},
                                                        {"rule soc1.otherwise", "otherwise"},
                                                        {"rule type.else", "type.else"},
                                                        {"note note.x", "note.x"},
                                                        {"impossible 0", "when"}}) {
    INFO(part);
    REQUIRE(loaded->places.count(part) == 1);
    const base::Span at = loaded->places.at(part);
    CHECK(at.source->text.substr(at.offset, at.length) == bytes);
  }
}

TEST_CASE("a rule set needs files of format 1") {
  CHECK(problems_of_files({}) == "0:0 S207 [] no rules were found");
  CHECK(problems_of_files({{"a", ""}}) == "1:1 S203 [] expected a mapping that begins with 'format: 1', found nothing");
  CHECK(problems_of_files({{"a", "[x]"}}) ==
        "1:1 S203 [[] expected a mapping that begins with 'format: 1', found a list");
  CHECK(problems_of_files({{"a", "id: x\n"}}) == "1:1 S202 [id] the key 'format' is missing");
  CHECK(problems_of_files({{"a", "format: 2\n"}}) == "1:9 S206 [2] expected format 1, found the number 2");
  CHECK(problems_of_files({{"a", "format: \"1\"\n"}}) == "1:9 S206 [\"1\"] expected format 1, found the text '1'");
}

TEST_CASE("files that cannot be read are reported all, and nothing else then") {
  CHECK(problems_of_files(
            {{"b", "format: 1\na: [\n"}, {"a", "format: 1\nb: b\nb: c\n"}, {"c", "format: 1\nzebra: 1\n"}}) ==
        "3:1 S008 [b] the key 'b' appears twice\n3:1 S007 [] expected ',' or ']'");
}

TEST_CASE("every file is closed, and some parts are given once") {
  CHECK(problems_with("id: sample\n", "") == "1:1 S202 [format] no file gives 'id'");
  CHECK(problems_with("version: 2026.10\n", "") == "1:1 S202 [format] no file gives 'version'");
  CHECK(problems_with("version: 2026.10\n", "version: \"1\"\n").empty());
  CHECK(problems_with("version: 2026.10\n", "version: [1]\n") == "3:10 S203 [[] expected a text, found a list");
  CHECK(problems_with("id: sample\n", "id: Sample\n") == "2:5 S205 [Sample] 'Sample' is not an id");
  CHECK(problems_beside_sample("id: x\n") == "2:1 S204 [id] 'id' is already given at sample.yaml:2:1");
  CHECK(problems_beside_sample("sections: {a: b}\n") ==
        "2:1 S204 [sections] 'sections' is already given at sample.yaml:4:1");
  CHECK(problems_beside_sample("questions: {a: {ask: b, yes_no: true}}\n") ==
        "2:1 S204 [questions] 'questions' is already given at sample.yaml:8:1");
  CHECK(problems_beside_sample("fact: {}\n") == "2:1 S201 [fact] unknown key 'fact'");
  CHECK(problems_of_files({{"a", "format: 1\nid: a\nversion: 1\n"}}) == "1:1 S202 [format] no file gives 'questions'");
}

TEST_CASE("an id given in two files is reported with both places") {
  CHECK(problems_beside_sample("facts: {relevant: {public: true}}\n") ==
        "2:9 S204 [relevant] the id 'relevant' is already given at sample.yaml:33:3");
  CHECK(problems_beside_sample("facts: {impact: {public: true}}\n") ==
        "2:9 S204 [impact] the id 'impact' is already given at sample.yaml:14:3");
  CHECK(problems_beside_sample("sources: {paper: {title: a, publisher: b}}\n") ==
        "2:11 S204 [paper] the id 'paper' is already given at sample.yaml:7:3");
  CHECK(problems_beside_sample("decisions:\n  soc1:\n    collect: [a]\n    rules: []\n") ==
        "3:3 S204 [soc1] the id 'soc1' is already given at sample.yaml:38:3");
}

TEST_CASE("all problems come in the order of files and places") {
  const std::vector<base::Source> files = {
      {"b.yaml", "format: 1\nfacts: {x: {public: maybe}, y: {zebra: 1}}\nnotes: [{id: N}]\n"},
      {"a.yaml", tests::sample_text() + "zebra: 1\n"}};
  base::Diagnostics problems;
  CHECK(!load_rules(files, problems));
  std::vector<std::string> order;
  for (const auto& problem : problems.kept()) {
    order.push_back(problem.file + ":" + std::to_string(problem.at.line) + ":" +
                    std::string(base::entry(problem.code).id));
  }
  CHECK(order == std::vector<std::string>{"a.yaml:65:S201", "b.yaml:2:S216", "b.yaml:2:S203", "b.yaml:2:S216",
                                          "b.yaml:2:S210", "b.yaml:3:S202", "b.yaml:3:S202", "b.yaml:3:S202",
                                          "b.yaml:3:S205"});
}
