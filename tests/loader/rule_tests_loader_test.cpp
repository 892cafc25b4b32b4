// SPDX-License-Identifier: Apache-2.0
#include "socrates/loader/rule_tests_loader.hpp"

#include "catch.hpp"
#include "report.hpp"
#include "sample.hpp"

using namespace socrates;

namespace {

struct ReadTests {
  std::optional<std::vector<loader::LoadedTest>> tests;
  std::string report;
};

ReadTests read_tests(const std::string& text) {
  const base::Source source{"tests.yaml", text};
  base::Diagnostics problems;
  auto tests = loader::load_rule_tests(source, tests::sample_rules(), tests::today(), problems);
  return {std::move(tests), report_of(problems)};
}

/// What is reported of a file with one test of this body.
std::string problems_of_test(const std::string& body) {
  return read_tests("format: 1\ntests:\n  - {name: t, " + body + "}\n").report;
}

}  // namespace

TEST_CASE("tests are read with their answers on top of those given") {
  const ReadTests good = read_tests(R"(format: 1
rules: sample
given: {impact: direct, offering: [service], needed: 3}
tests:
  - name: first
    answers: {impact: none, needed: null, offering: {has: [goods]}}
    expect: {soc1: [required, not_needed], type: type_1, beside: {surely: [hipaa], maybe: [iso_27001]}}
    fired: [type.soon]
    fired_only: []
    not_fired: [note.x]
    open: [operating, impact]
  - {name: second, answers: {offering: []}, contradiction: true}
)");
  CHECK(good.report.empty());
  REQUIRE(good.tests.has_value());
  REQUIRE(good.tests->size() == 2);
  const model::RuleTest& first = good.tests->front().test;
  CHECK(first.answers[1] == model::Answer{model::Choice{2}});
  CHECK(model::is_unknown(first.answers[3]));
  CHECK(first.answers[0] ==
        model::Answer{model::Selection{{model::Chosen::unknown, model::Chosen::unknown, model::Chosen::yes}}});
  REQUIRE(first.expected.size() == 3);
  CHECK(first.expected[0].possible == std::vector<std::size_t>{0, 2});
  CHECK(first.expected[2].surely == std::vector<std::size_t>{1});
  CHECK(first.expected[2].maybe == std::vector<std::size_t>{0});
  CHECK(first.fired == std::vector<model::RuleReference>{{1, 1}});
  CHECK(first.fired_only.has_value());
  CHECK(first.not_fired == std::vector<model::RuleReference>{{std::nullopt, 0}});
  CHECK(first.open == std::optional(std::vector<std::size_t>{1, 4}));
  CHECK(good.tests->back().test.is_contradiction);
  CHECK(good.tests->back().test.answers[1] == model::Answer{model::Choice{0}});
}

TEST_CASE("every slip in a file of tests is reported at its place") {
  struct Case {
    const char* body;
    const char* expected;
  };
  const std::vector<Case> cases{
      {"fired: [soc1.askd]", "3:23 S701 [soc1.askd] there is no rule or note 'soc1.askd'"},
      {"expect: {soc1: requird}", "3:30 S213 [requird] 'soc1' has no value 'requird'"},
      {"expect: {soc9: required}", "3:24 S210 [soc9] 'soc9' is not a decision"},
      {"expect: {soc1: []}", "3:30 S203 [[]] some value is always possible"},
      {"open: [nothing]", "3:22 S102 [nothing] unknown question 'nothing'"},
      {"answers: {impact: large}, open: []", "3:33 S103 [large] 'impact' has no option 'large'"},
      {"answers: {}", "3:5 S202 [{name: t, answers: {}}] the test says nothing about what must come out"},
      {"contradiction: true, open: []",
       "3:5 S202 [{name: t, contradiction: true, open: []}] contradictory answers have no outcome to test"},
      {"expct: {}, open: []", "3:15 S201 [expct] unknown key 'expct'"},
  };
  for (const auto& [body, expected] : cases) {
    INFO(body);
    const std::string report = problems_of_test(body);
    const std::string wanted = expected;
    CHECK(report.substr(0, report.find(" [")) == wanted.substr(0, wanted.find(" [")));
    CHECK(report.substr(report.find("] ") == std::string::npos ? 0 : report.rfind("] ")) ==
          wanted.substr(wanted.rfind("] ")));
  }
}

TEST_CASE("tests about another rule set are refused") {
  CHECK(read_tests("format: 1\nrules: other\ntests:\n  - {name: t, open: []}\n").report ==
        "2:8 S702 [other] these tests are about the rules 'other', not 'sample'");
}

TEST_CASE("two tests of one name are one too many") {
  CHECK(read_tests("format: 1\ntests:\n  - {name: t, open: []}\n  - {name: t, open: []}\n").report ==
        "4:12 S204 [t] an earlier test has the name 't'");
}
