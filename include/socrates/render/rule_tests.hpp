// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "socrates/engine/coverage.hpp"
#include "socrates/engine/outcome.hpp"
#include "socrates/model/answers.hpp"
#include "socrates/model/rule_set.hpp"
#include "socrates/model/rule_test.hpp"
#include "socrates/render/document.hpp"

namespace socrates::render {

/// One test that ran; it passed where nothing failed.
struct TestRun {
  std::string name;
  std::string file;
  std::size_t line = 0;
  std::vector<std::string> failures;
};

/// What became of the tests of a rule set.
struct RuleTestRun {
  const model::RuleSet& rules;
  std::vector<TestRun> tests;
  std::vector<engine::CoverageItem> coverage;
  int min_coverage = 0;  ///< percent
};

/// Whether all is well: some test ran, none failed, and no less is covered than was asked for. The exit status and
/// every form of the result come from this.
bool has_passed(const RuleTestRun& run);

/// `rule soc1.auditors_rely applies`, `soc1 is required`.
std::string item_text(const model::RuleSet& rules, const engine::CoverageItem& item);

/// Of each rule set failures, then what is not covered, then one sentence.
Document rule_tests_document(const std::vector<RuleTestRun>& runs);

/// The document `socrates.rules_test/1`.
std::string rule_tests_json(const std::vector<RuleTestRun>& runs);

/// JUnit XML, a suite a rule set; coverage that is too low is a failed test case of its own.
std::string rule_tests_junit(const std::vector<RuleTestRun>& runs);

/// A test that somebody might keep: answers, where they lead, and what they show.
struct ProposedTest {
  std::string name;
  model::Answers answers;
  engine::Outcome outcome;
  std::vector<model::RuleReference> fired;
  std::vector<model::RuleReference> not_fired;
};

/// The head of a file of tests.
std::string rule_tests_head(const model::RuleSet& rules);

/// One item of its list, in the grammar of docs/rules-format.md: every decision that is settled, and the rules.
std::string rule_test_yaml(const model::RuleSet& rules, const ProposedTest& test);

}  // namespace socrates::render
