// SPDX-License-Identifier: Apache-2.0
#include "loader/rules/conditions_loader.hpp"

#include "cases.hpp"
#include "loader/rules/unfinished_rules.hpp"
#include "report.hpp"
#include "sample.hpp"
#include "socrates/loader/rules_loader.hpp"

using namespace socrates;
using namespace socrates::loader;
using model::Condition;
using model::ConditionKind;
using model::Test;

namespace {

std::string list(const model::IndexSet& values) {
  std::string text;
  for (const std::size_t value : values) text += (text.empty() ? "" : ",") + std::to_string(value);
  return text;
}

/// A condition in one line: `all(q1 in 0,1; not(f0))`.
std::string dump(const Condition& condition) {
  std::string parts;
  for (const Condition& part : condition.parts) parts += (parts.empty() ? "" : "; ") + dump(part);
  switch (condition.kind) {
    case ConditionKind::all:
      return "all(" + parts + ")";
    case ConditionKind::any:
      return "any(" + parts + ")";
    case ConditionKind::negation:
      return "not(" + parts + ")";
    case ConditionKind::fact:
      return "f" + std::to_string(condition.subject);
    case ConditionKind::question:
    case ConditionKind::decision:
      break;
  }
  const std::string subject =
      (condition.kind == ConditionKind::question ? "q" : "d") + std::to_string(condition.subject);
  switch (condition.test) {
    case Test::one_of:
      return subject + " in " + list(condition.values);
    case Test::has_all:
      return subject + " has " + list(condition.values);
    case Test::is_empty:
      return subject + " empty";
    case Test::in_range:
      return subject + " " + std::to_string(condition.from) + ".." + std::to_string(condition.to);
  }
  return {};
}

/// What the condition becomes beside the sample, or else what was reported; it stands in line 2 from column 16 on.
std::string outcome_beside(const std::string& sample, const std::string& condition) {
  const std::vector<base::Source> files = {
      {"sample.yaml", sample},
      {"test.yaml", "format: 1\nfacts: {test: " + condition +
                        "}\nnotes: [{id: n, when: {test: true}, text: x, sources: [paper]}]\n"}};
  base::Diagnostics problems;
  const auto loaded = load_rules(files, problems);
  REQUIRE(loaded.has_value() == problems.empty());
  return loaded ? dump(loaded->rules.facts.back().when) : report_of(problems, true);
}

std::string outcome_of_condition(const std::string& condition) {
  return outcome_beside(tests::sample_text(), condition);
}

void check_condition(const std::vector<Case>& cases) { check_outcomes(cases, outcome_of_condition); }

}  // namespace

TEST_CASE("conditions are resolved and written out") {
  check_condition({
      {"one option", "{impact: none}", "q1 in 2"},
      {"one of several options, in the order of the question", "{impact: [indirect, direct]}", "q1 in 0,1"},
      {"an option of a several-choice", "{offering: goods}", "q0 in 2"},
      {"at least one of these", "{offering: [goods, software]}", "q0 in 0,2"},
      {"all of these", "{offering: {has_all: [goods, software]}}", "q0 has 0,2"},
      {"none at all", "{offering: {none: true}}", "q0 empty"},
      {"any at all", "{offering: {any: true}}", "q0 in 0,1,2"},
      {"yes", "{public: true}", "q2 in 1"},
      {"no", "{public: false}", "q2 in 0"},
      {"a number", "{needed: 6}", "q3 6..6"},
      {"at least", "{needed: {at_least: 6}}", "q3 6..60"},
      {"at most", "{needed: {at_most: 6}}", "q3 0..6"},
      {"between", "{needed: {at_least: 6, at_most: 12}}", "q3 6..12"},
      {"a fact", "{relevant: true}", "f0"},
      {"no fact", "{relevant: false}", "not(f0)"},
      {"a level", "{soc1: optional}", "d0 in 1"},
      {"levels", "{soc1: [required, optional]}", "d0 in 1,2"},
      {"at least a level", "{soc1: {at_least: optional}}", "d0 in 1,2"},
      {"at most a level", "{soc1: {at_most: optional}}", "d0 in 0,1"},
      {"between levels", "{soc1: {at_least: optional, at_most: optional}}", "d0 in 1"},
      {"a value", "{type: type_2}", "d1 in 2"},
      {"an element", "{beside: hipaa}", "d2 in 1"},
      {"all elements", "{beside: {has_all: [hipaa, iso_27001]}}", "d2 has 0,1"},
      {"an empty set", "{beside: {none: true}}", "d2 empty"},
      {"a set with something", "{beside: {any: true}}", "d2 in 0,1"},
      {"several keys mean all", "{impact: none, public: true}", "all(q1 in 2; q2 in 1)"},
      {"all", "{all: [{impact: none}, {public: true}]}", "all(q1 in 2; q2 in 1)"},
      {"any", "{any: [{impact: none}, {public: true}]}", "any(q1 in 2; q2 in 1)"},
      {"not", "{not: {impact: none, public: true}}", "not(all(q1 in 2; q2 in 1))"},
      {"nested", "{public: true, any: [{not: {relevant: true}}, {all: [{needed: 1}]}]}",
       "all(q2 in 1; any(not(f0); all(q3 1..1)))"},
  });
}

TEST_CASE("what a condition names must exist") {
  check_condition({
      {"a subject", "{impcat: none}",
       "2:16 S210 [impcat] 'impcat' is not a question, fact or decision | did you mean 'impact'?"},
      {"a subject like nothing", "{zebra: 1}", "2:16 S210 [zebra] 'zebra' is not a question, fact or decision"},
      {"a date is no subject", "{needed_by: 1}",
       "2:16 S210 [needed_by] 'needed_by' is not a question, fact or decision | did you mean 'needed'?"},
      {"an option", "{impact: drect}", "2:24 S211 [drect] 'impact' has no option 'drect' | did you mean 'direct'?"},
      {"an option in a list", "{offering: [goods, sofware]}",
       "2:34 S211 [sofware] 'offering' has no option 'sofware' | did you mean 'software'?"},
      {"an option of has_all", "{offering: {has_all: [x]}}",
       "2:37 S211 [x] 'offering' has no option 'x' | expected one of 'software', 'service', 'goods'"},
      {"a value", "{type: type_3}", "2:22 S211 [type_3] 'type' has no value 'type_3' | did you mean 'type_1'?"},
      {"a level", "{soc1: {at_least: requird}}",
       "2:33 S211 [requird] 'soc1' has no value 'requird' | did you mean 'required'?"},
      {"a test", "{needed: {at_leest: 1}}", "2:25 S201 [at_leest] unknown key 'at_leest' | did you mean 'at_least'?"},
      {"a test of sets", "{offering: {has_any: [goods]}}",
       "2:27 S201 [has_any] unknown key 'has_any' | did you mean 'has_all'?"},
  });
}

TEST_CASE("of a question with too many options, a condition may name any, and nothing more is reported") {
  std::string sample = tests::sample_text();
  const std::string last = "goods: Goods}";
  REQUIRE(sample.find(last) != std::string::npos);
  std::string more = "goods: Goods";
  for (int i = 3; i < 200; ++i) more += ", o" + std::to_string(i) + ": x";
  sample.replace(sample.find(last), last.size(), more + "}");
  for (const std::string test : {"o199", "[goods, o199]", "{has_all: [goods, o199]}", "{any: true}"}) {
    CAPTURE(test);
    CHECK(outcome_beside(sample, "{offering: " + test + "}") ==
          "13:5 S218 [several] 200 options are more than the 60 allowed");
  }
}

TEST_CASE("a test must fit what it tests") {
  check_condition({
      {"a list as a condition", "[x]", "2:15 S203 [[] expected a condition, found a list"},
      {"an empty condition", "{}", "2:15 S203 [{] expected a condition, found an empty mapping"},
      {"an empty list of conditions", "{all: []}", "2:21 S203 [[] expected a list of conditions, found an empty list"},
      {"a mapping for a list of conditions", "{any: {public: true}}",
       "2:21 S203 [{] expected a list of conditions, found a mapping"},
      {"a list under not", "{not: [{public: true}]}", "2:21 S203 [[] expected a condition, found a list"},
      {"a mapping for a one-choice", "{impact: {any: true}}",
       "2:24 S203 [{] expected one option of 'impact', found a mapping"},
      {"an empty list of options", "{impact: []}", "2:24 S203 [[] expected a list of options, found an empty list"},
      {"an option twice", "{impact: [none, none]}", "2:31 S107 [none] 'none' is named twice"},
      {"an option twice in has_all", "{offering: {has_all: [goods, goods]}}",
       "2:44 S107 [goods] 'goods' is named twice"},
      {"a word for has_all", "{offering: {has_all: goods}}",
       "2:36 S203 [goods] expected a list of options, found the text 'goods'"},
      {"not none", "{offering: {none: false}}",
       "2:33 S203 [false] expected true, found false | use 'not' around the condition"},
      {"two tests of a set", "{offering: {none: true, any: true}}",
       "2:26 S203 [{] expected one of 'has_all', 'none' and 'any'"},
      {"no test of a set", "{offering: {}}", "2:26 S203 [{] expected one of 'has_all', 'none' and 'any'"},
      {"a word for yes or no", "{public: yes}",
       "2:24 S203 [yes] expected true or false, found the text 'yes' | write true"},
      {"a number for a fact", "{relevant: 1}", "2:26 S203 [1] expected true or false, found the number 1"},
      {"a word for a number", "{needed: soon}", "2:24 S203 [soon] expected a whole number, found the text 'soon'"},
      {"a decimal for a number", "{needed: {at_least: 1.5}}",
       "2:35 S203 [1.5] expected a whole number, found the number 1.5"},
      {"a list for a number", "{needed: [1, 2]}", "2:24 S203 [[] expected a whole number, found a list"},
      {"no bound", "{needed: {}}", "2:24 S203 [{] expected 'at_least' or 'at_most'"},
      {"no bound of levels", "{soc1: {}}", "2:22 S203 [{] expected 'at_least' or 'at_most'"},
      {"a bound of values without an order", "{type: {at_least: type_1}}",
       "2:22 S203 [{] expected one value of 'type', found a mapping"},
  });
}

TEST_CASE("a condition that can never hold is refused") {
  check_condition({
      {"a number past the range", "{needed: 61}", "2:24 S212 [61] 61 is outside the range of 'needed', 0 to 60"},
      {"a bound past the range", "{needed: {at_least: 61}}",
       "2:35 S212 [61] 61 is outside the range of 'needed', 0 to 60"},
      {"a bound below the range", "{needed: {at_most: -1}}",
       "2:34 S212 [-1] -1 is outside the range of 'needed', 0 to 60"},
      {"bounds the wrong way round", "{needed: {at_least: 7, at_most: 6}}",
       "2:24 S212 [{] no number is at least 7 and at most 6"},
      {"levels the wrong way round", "{soc1: {at_least: required, at_most: optional}}",
       "2:22 S212 [{] nothing is at least 'required' and at most 'optional'"},
  });
}

TEST_CASE("all problems of a condition are found at once") {
  CHECK(outcome_of_condition("{impcat: x, any: [{needed: 99}, {not: {public: 1}}], offering: bad}") ==
        "2:16 S210 [impcat] 'impcat' is not a question, fact or decision | did you mean 'impact'?\n"
        "2:42 S212 [99] 99 is outside the range of 'needed', 0 to 60\n"
        "2:62 S203 [1] expected true or false, found the number 1\n"
        "2:78 S211 [bad] 'offering' has no option 'bad' | expected one of 'software', 'service', 'goods'");
}
