// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "catch.hpp"
#include "shipped.hpp"
#include "socrates/base/diagnostic.hpp"
#include "socrates/builtin/rules.hpp"
#include "socrates/engine/asking.hpp"
#include "socrates/engine/compile.hpp"
#include "socrates/engine/outcome.hpp"
#include "socrates/engine/prove.hpp"
#include "socrates/engine/walk.hpp"
#include "socrates/loader/rules_loader.hpp"

using namespace socrates;

TEST_CASE("the built-in rules are the rules in the YAML files, diagram included") {
  std::vector<base::Source> files = test::selection_files();
  std::reverse(files.begin(), files.end());  // the order of files is irrelevant
  base::Diagnostics problems;
  const auto loaded = loader::load_rules(files, problems);
  for (const auto& problem : problems.kept())
    UNSCOPED_INFO(problem.file << ":" << problem.at.line << " " << problem.message);
  REQUIRE(loaded);
  const engine::CompiledRules& built_in = builtin::selection_rules();
  const engine::Compilation fresh = engine::compile_in_order(loaded->rules, engine::order_of(built_in.space));
  REQUIRE(fresh.findings.empty());
  REQUIRE(fresh.compiled);

  CHECK(built_in.rules == loaded->rules);
  CHECK(built_in.space == fresh.compiled->space);
  CHECK(built_in.roots == fresh.compiled->roots);
  CHECK(std::equal(built_in.diagram.nodes.begin(), built_in.diagram.nodes.end(), fresh.compiled->diagram.nodes.begin(),
                   fresh.compiled->diagram.nodes.end()));
  CHECK(std::equal(built_in.diagram.edges.begin(), built_in.diagram.edges.end(), fresh.compiled->diagram.edges.begin(),
                   fresh.compiled->diagram.edges.end()));
  CHECK(built_in.owned_nodes.empty());
}

TEST_CASE("the built-in criteria are those in the YAML file") {
  base::Diagnostics problems;
  const base::Source file = test::project_file("rules/criteria.yaml");
  const auto criteria = loader::load_criteria(file, problems);
  REQUIRE(problems.empty());
  REQUIRE(criteria);
  CHECK(builtin::criteria() == *criteria);
}

TEST_CASE("everything is proved of the shipped rules, invariants included") {
  const model::RuleSet& rules = test::shipped().rules;
  CHECK(rules.invariants.size() >= 20);
  for (const engine::Finding& finding : engine::prove(rules).findings) FAIL_CHECK(finding.message);
}

TEST_CASE("every shipped rule and note can apply, and can fail to apply") {
  const engine::CompiledRules& rules = test::shipped();
  engine::Walk walk(rules, engine::allowed_by(rules.space, {}));
  const engine::Leaves both = 3;
  for (std::size_t d = 0; d < rules.rules.decisions.size(); ++d)
    for (std::size_t r = 0; r < rules.rules.decisions[d].rules.size(); ++r) {
      INFO(rules.rules.decisions[d].rules[r].id);
      CHECK((walk.reachable(rules.roots.decisions[d].rules[r]) & both) == both);
    }
  for (std::size_t n = 0; n < rules.rules.notes.size(); ++n) {
    INFO(rules.rules.notes[n].id);
    CHECK((walk.reachable(rules.roots.notes[n]) & both) == both);
  }
}

TEST_CASE("every value of every shipped decision can be the outcome") {
  const engine::CompiledRules& rules = test::shipped();
  engine::Walk walk(rules, engine::allowed_by(rules.space, {}));
  for (std::size_t d = 0; d < rules.rules.decisions.size(); ++d) {
    const model::Decision& decision = rules.rules.decisions[d];
    for (std::size_t value = 0; value < decision.values.size(); ++value) {
      INFO(decision.id << " " << decision.values[value].id);
      const auto& roots = rules.roots.decisions[d].values;
      if (decision.combine == model::Combine::collect)
        CHECK((walk.reachable(roots[value]) & 3U) == 3U);
      else
        CHECK(((walk.reachable(roots.front()) >> value) & 1U) == 1U);
    }
  }
}

namespace {

model::Answers nobody_asks(const model::RuleSet& rules) {
  const std::size_t who = model::find_question(rules, "requested_by").value();
  model::Answers answers(rules.questions.size());
  answers[who] = model::Selection{std::vector<model::Chosen>(rules.questions[who].options.size(), model::Chosen::no)};
  return answers;
}

}  // namespace

TEST_CASE("where nobody asks, no question speaks of those who do") {
  const engine::CompiledRules& rules = test::shipped();
  const model::Answers answers = nobody_asks(rules.rules);
  const auto outcome = engine::evaluate(rules, answers);
  REQUIRE(outcome);
  for (const std::size_t q : outcome->open_questions) {
    const std::string& section = rules.rules.sections[rules.rules.questions[q].section.value()].id;
    if (section != "requests" && section != "timing") continue;
    const std::string& words = engine::words_of(rules.rules, answers, q);
    INFO(words);
    CHECK(words.find(" they ") == std::string::npos);
    CHECK(words.find(" the readers accept") == std::string::npos);
  }
}

TEST_CASE("all words of questions can be met in an interview") {
  const engine::CompiledRules& rules = test::shipped();
  const model::Answers answers = nobody_asks(rules.rules);
  const auto outcome = engine::evaluate(rules, answers);
  REQUIRE(outcome);
  std::size_t wordings = 0;
  for (std::size_t q = 0; q < rules.rules.questions.size(); ++q) {
    const model::Question& question = rules.rules.questions[q];
    for (const model::Wording& wording : question.ask_when) {
      INFO(std::string(wording.ask));
      ++wordings;
      CHECK(engine::words_of(rules.rules, answers, q) == wording.ask);
      CHECK(std::count(outcome->open_questions.begin(), outcome->open_questions.end(), q) == 1);
    }
  }
  CHECK(wordings > 0);
}
