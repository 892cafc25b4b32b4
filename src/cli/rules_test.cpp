// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.hpp"

#include <utility>

#include "cli/files.hpp"
#include "cli/forms.hpp"
#include "cli/rule_sets.hpp"
#include "socrates/engine/coverage.hpp"
#include "socrates/engine/rule_tests.hpp"
#include "socrates/loader/rule_tests_loader.hpp"
#include "socrates/render/rule_tests.hpp"

namespace socrates::cli {
namespace {

constexpr Form<std::vector<render::RuleTestRun>> other_forms_of_tests[] = {{"junit", render::rule_tests_junit}};
constexpr Forms<std::vector<render::RuleTestRun>> test_forms{render::rule_tests_document, render::rule_tests_json,
                                                             other_forms_of_tests};

constexpr Argument tests_argument{"FILE", "[FILE]...", "Files of tests; tests/*.yaml beside the rules if omitted",
                                  Times::any};
constexpr Argument min_coverage_option{"--min-coverage", "PERCENT",
                                       "Fail if the tests cover less of the rules than this"};
constexpr Argument propose_option{"--propose", "", "Write tests for what is not covered, instead of the result"};

/// The files of tests that stand beside a rule set: `tests/*.yaml` in its folder.
std::optional<std::vector<std::string>> own_tests(const SourcedRules& set, base::Diagnostics& problems) {
  const std::string folder = set.folder + "/tests";
  if (set.folder.empty() || !is_folder(folder)) return std::vector<std::string>{};
  return yaml_files(folder, problems);
}

/// The tests that were run, and what they left to be shown.
struct Suite {
  render::RuleTestRun run;
  engine::Coverage coverage;
  engine::Effort effort{engine::author_limits};  ///< of all tests together
};

bool run_file(const std::string& path, const engine::CompiledRules& compiled, const Options& options, Suite& suite,
              base::Diagnostics& problems) {
  const std::optional<base::Source> source = read_source(path, problems);
  const auto tests = source ? loader::load_rule_tests(*source, compiled.rules, options.today, problems) : std::nullopt;
  if (!tests) return false;
  for (const loader::LoadedTest& loaded : *tests) {
    const base::Position at = base::position_at(loaded.place.source->text, loaded.place.offset);
    suite.run.tests.push_back(
        {loaded.test.name, path, at.line, engine::failures_of(compiled, loaded.test, suite.effort)});
    suite.coverage.add(loaded.test.answers);
  }
  return true;
}

std::string proposals(const engine::CompiledRules& compiled, engine::Coverage& coverage) {
  const model::RuleSet& rules = compiled.rules;
  std::string text = render::rule_tests_head(rules);
  for (std::size_t i = 0; i < coverage.items().size(); ++i) {
    const engine::CoverageItem& item = coverage.items()[i];
    if (item.is_covered) continue;
    model::Answers answers = coverage.answers_for(i);
    coverage.add(answers);
    engine::Outcome outcome = engine::evaluate(compiled, answers).value();
    render::ProposedTest test{render::item_text(rules, item), std::move(answers), std::move(outcome), {}, {}};
    if (item.aspect == engine::Aspect::does_not) test.not_fired.push_back(item.rule);
    if (item.aspect == engine::Aspect::applies || item.aspect == engine::Aspect::decides_alone)
      test.fired.push_back(item.rule);
    text += render::rule_test_yaml(rules, test);
  }
  return text;
}

/// A whole number of percent, 0 where none is asked for.
std::optional<int> min_coverage(const Given& given, base::Diagnostics& problems) {
  if (!is_given(given, min_coverage_option)) return 0;
  if (const std::optional<int> percent = number_of(given, min_coverage_option, 0, 100)) return percent;
  add_usage_problem(problems, "option '--min-coverage' takes a percentage from 0 to 100");
  return std::nullopt;
}

std::optional<Result> run_rules_test(const Given& given, const Options& options, base::Diagnostics& problems) {
  const std::optional<int> least = min_coverage(given, problems);
  const std::vector<std::string> files = values_of(given, tests_argument);
  const bool proposes = is_given(given, propose_option);
  if (proposes && options.format != text_form)
    add_usage_problem(problems, "option '--propose' writes tests, and does not go with --format");
  if (!problems.empty()) return std::nullopt;
  std::optional<std::vector<SourcedRules>> sets = read_rule_sets(options.rules, problems);
  if (!sets) return std::nullopt;
  if ((!files.empty() || proposes) && sets->size() > 1) sets->resize(1);  // named tests are about the first rule set
  const std::optional<std::vector<engine::CompiledRules>> all = prove_rule_sets(*sets, problems);
  if (!all) return std::nullopt;
  std::vector<render::RuleTestRun> runs;
  Result result{ExitStatus::done, {}, {}};
  bool all_read = true;
  for (std::size_t i = 0; i < all->size(); ++i) {
    const engine::CompiledRules& compiled = (*all)[i];
    const auto paths = files.empty() ? own_tests((*sets)[i], problems) : files;
    if (!paths) return std::nullopt;
    Suite suite{{compiled.rules, {}, {}, *least}, engine::Coverage(compiled)};
    for (const std::string& path : *paths) all_read = run_file(path, compiled, options, suite, problems) && all_read;
    if (proposes) {
      if (!all_read) return std::nullopt;
      result.text = proposals(compiled, suite.coverage);
      return result;
    }
    suite.run.coverage = suite.coverage.items();
    if (!render::has_passed(suite.run)) result.status = ExitStatus::no;
    runs.push_back(std::move(suite.run));
  }
  if (!all_read) return std::nullopt;
  result.text = written(test_forms, runs, options);
  return result;
}

}  // namespace

Command rules_test_command() {
  return {"rules test",
          "Run test cases against the rules, and report coverage",
          names_of(test_forms),
          {tests_argument, min_coverage_option, propose_option},
          run_rules_test};
}

}  // namespace socrates::cli
