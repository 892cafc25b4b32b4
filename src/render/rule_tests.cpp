// SPDX-License-Identifier: Apache-2.0
#include "socrates/render/rule_tests.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "render/machine/json_form.hpp"
#include "render/rule_tests_sentence.hpp"
#include "render/sentence.hpp"
#include "socrates/engine/rule_tests.hpp"
#include "socrates/render/escape.hpp"

namespace socrates::render {
namespace {

using engine::Aspect;
using engine::CoverageItem;

std::size_t count_failed(const RuleTestRun& run) {
  return static_cast<std::size_t>(
      std::count_if(run.tests.begin(), run.tests.end(), [](const TestRun& test) { return !test.failures.empty(); }));
}

std::size_t count_covered(const RuleTestRun& run) {
  return static_cast<std::size_t>(std::count_if(run.coverage.begin(), run.coverage.end(),
                                                [](const CoverageItem& item) { return item.is_covered; }));
}

/// In percent, rounded down: 100 only where everything is covered.
int percent_covered(const RuleTestRun& run) {
  return run.coverage.empty() ? 100 : static_cast<int>(count_covered(run) * 100 / run.coverage.size());
}

Json run_form(const RuleTestRun& run) {
  Json tests = Json::array();
  for (const TestRun& test : run.tests)
    tests.push_back({{"name", test.name},
                     {"file", test.file},
                     {"line", test.line},
                     {"verdict", test.failures.empty() ? "pass" : "fail"},
                     {"failures", test.failures}});
  Json missing = Json::array();
  for (const CoverageItem& item : run.coverage)
    if (!item.is_covered) missing.push_back(item_text(run.rules, item));
  return {{"verdict", has_passed(run) ? "pass" : "fail"},
          {"tests", std::move(tests)},
          {"coverage",
           {{"covered", count_covered(run)},
            {"items", run.coverage.size()},
            {"percent", percent_covered(run)},
            {"not_covered", std::move(missing)}}},
          {"rules", origin_form(run.rules)}};
}

std::string ids_of(const std::vector<std::size_t>& values, const std::vector<model::Named>& named) {
  std::vector<std::string> ids;
  for (const std::size_t value : values) ids.push_back(named[value].id);
  return "[" + joined(ids, ", ") + "]";
}

std::string rule_ids(const model::RuleSet& rules, const std::vector<model::RuleReference>& references) {
  std::vector<std::string> ids;
  for (const model::RuleReference& rule : references) ids.push_back(engine::id_of(rules, rule));
  return "[" + joined(ids, ", ") + "]";
}

std::string yaml_answer(const model::Question& question, const model::Answer& answer) {
  if (const auto* const number = std::get_if<model::Number>(&answer)) return std::to_string(number->value);
  if (const auto* const choice = std::get_if<model::Choice>(&answer)) return question.options[choice->option].id;
  const auto& options = std::get<model::Selection>(answer).options;
  std::vector<std::size_t> chosen;
  std::vector<std::size_t> refused;
  for (std::size_t i = 0; i < options.size(); ++i) {
    if (options[i] == model::Chosen::yes) chosen.push_back(i);
    if (options[i] == model::Chosen::no) refused.push_back(i);
  }
  if (model::is_complete(answer)) return ids_of(chosen, question.options);
  return fmt::format("{{has: {}, not: {}}}", ids_of(chosen, question.options), ids_of(refused, question.options));
}

}  // namespace

std::string sentence(const RuleTestRun& run) {
  const model::RuleSet& rules = run.rules;
  const std::size_t failed = count_failed(run);
  std::string text = fmt::format("Rules {} {}: ", rules.id, rules.version);
  if (run.tests.empty())
    return text + "no test ran. Write tests into the folder 'tests' beside the rules, or name files of tests.";
  text += fmt::format("{}, {}. ", counted(run.tests.size(), "test"),
                      failed == 0 ? "none failed" : fmt::format("{} failed", failed));
  text +=
      fmt::format("Covered: {} of {} ({} %): rules that apply, rules that do not, rules that decide alone, and values.",
                  count_covered(run), run.coverage.size(), percent_covered(run));
  if (percent_covered(run) < run.min_coverage) text += fmt::format(" That is less than {} %.", run.min_coverage);
  return text;
}

bool has_passed(const RuleTestRun& run) {
  return !run.tests.empty() && count_failed(run) == 0 && percent_covered(run) >= run.min_coverage;
}

std::string item_text(const model::RuleSet& rules, const CoverageItem& item) {
  if (item.aspect == Aspect::is_outcome) {
    const model::Decision& decision = rules.decisions[item.rule.decision.value()];
    return fmt::format("{} {} {}", decision.id, decision.combine == model::Combine::collect ? "holds" : "is",
                       decision.values[item.rule.index].id);
  }
  const std::string what = item.rule.decision ? "rule " : "note ";
  const std::string& id = engine::id_of(rules, item.rule);
  switch (item.aspect) {
    case Aspect::applies:
      return what + id + " applies";
    case Aspect::does_not:
      return what + id + " does not apply";
    case Aspect::decides_alone:
      return what + id + " decides alone";
    case Aspect::is_outcome:
      break;
  }
  return {};
}

std::string rule_tests_json(const std::vector<RuleTestRun>& runs) {
  Json sets = Json::array();
  bool passed = true;
  for (const RuleTestRun& run : runs) {
    passed = passed && has_passed(run);
    sets.push_back(run_form(run));
  }
  return written(
      {{"schema", "socrates.rules_test/1"}, {"verdict", passed ? "pass" : "fail"}, {"sets", std::move(sets)}},
      Layout::indented);
}

std::string rule_tests_junit(const std::vector<RuleTestRun>& runs) {
  std::string suites;
  std::size_t tests = 0;
  std::size_t failures = 0;
  for (const RuleTestRun& run : runs) {
    const std::string suite = xml_safe(fmt::format("rules {}", run.rules.id));
    const bool is_short = run.tests.empty() || percent_covered(run) < run.min_coverage;
    const std::size_t failed = count_failed(run) + (is_short ? 1 : 0);
    suites +=
        fmt::format("  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"0\" time=\"0\">\n",
                    suite, run.tests.size() + 1, failed);
    const auto add = [&](const std::string& name, const std::string& message, const std::string& body) {
      suites += fmt::format("    <testcase classname=\"{}\" name=\"{}\" time=\"0\"", suite, xml_safe(name));
      suites += message.empty() ? "/>\n"
                                : fmt::format(
                                      ">\n      <failure message=\"{}\" type=\"fail\">{}</failure>\n"
                                      "    </testcase>\n",
                                      xml_safe(message), body);
    };
    for (const TestRun& test : run.tests) {
      std::string body = xml_safe(fmt::format("{}:{}", test.file, test.line)) + "\n";
      for (const std::string& failure : test.failures) body += xml_safe(failure) + "\n";
      add(test.name, test.failures.empty() ? "" : test.failures.front(), body);
    }
    add("coverage", is_short ? sentence(run) : "", "");
    suites += "  </testsuite>\n";
    tests += run.tests.size() + 1;
    failures += failed;
  }
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<testsuites name=\"socrates rules test\" tests=\"{}\" failures=\"{}\" errors=\"0\" "
      "time=\"0\">\n{}</testsuites>\n",
      tests, failures, suites);
}

std::string rule_tests_head(const model::RuleSet& rules) {
  return fmt::format("format: 1\nrules: {}\n\ntests:\n", rules.id);
}

std::string rule_test_yaml(const model::RuleSet& rules, const ProposedTest& test) {
  std::string name = written(Json(test.name), Layout::line);
  name.pop_back();
  std::string text = fmt::format("  - name: {}\n    answers:{}\n", name,
                                 std::all_of(test.answers.begin(), test.answers.end(), model::is_unknown) ? " {}" : "");
  for (std::size_t q = 0; q < test.answers.size(); ++q)
    if (!model::is_unknown(test.answers[q]))
      text += fmt::format("      {}: {}\n", rules.questions[q].id, yaml_answer(rules.questions[q], test.answers[q]));
  std::string expected;
  for (std::size_t d = 0; d < rules.decisions.size(); ++d) {
    const model::Decision& decision = rules.decisions[d];
    const engine::DecisionOutcome& outcome = test.outcome.decisions[d];
    if (!engine::is_settled(outcome)) continue;
    expected += fmt::format("      {}: {}\n", decision.id,
                            decision.combine == model::Combine::collect ? ids_of(outcome.surely, decision.values)
                                                                        : decision.values[outcome.possible.front()].id);
  }
  if (!expected.empty()) text += "    expect:\n" + expected;
  if (!test.fired.empty()) text += fmt::format("    fired: {}\n", rule_ids(rules, test.fired));
  if (!test.not_fired.empty()) text += fmt::format("    not_fired: {}\n", rule_ids(rules, test.not_fired));
  return text;
}

}  // namespace socrates::render
