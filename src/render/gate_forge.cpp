// SPDX-License-Identifier: Apache-2.0
//
// The forms that build servers read: JUnit XML and the annotations of GitHub.

#include <fmt/format.h>

#include "gate_view.hpp"
#include "sentence.hpp"
#include "socrates/render/escape.hpp"
#include "socrates/render/gate.hpp"

namespace socrates::render {
namespace {

/// What a build server is told of a verdict.
enum class TestResult { good, remark, broken, not_known };

TestResult result_of(gate::Verdict verdict) {
  switch (verdict) {
    case gate::Verdict::pass:
      return TestResult::good;
    case gate::Verdict::pass_with_conditions:
      return TestResult::remark;
    case gate::Verdict::undecided:
      return TestResult::not_known;
    case gate::Verdict::fail:
      return TestResult::broken;
  }
  return TestResult::broken;
}

/// Everything that is said about a requirement, line by line.
std::vector<std::string> lines_of(const gate::RequirementVerdict& requirement) {
  std::vector<std::string> lines;
  if (const std::string sentence = reports_sentence(requirement); !sentence.empty()) lines.push_back(sentence);
  for (const gate::Check& check : requirement.checks) {
    if (check.verdict <= gate::CheckVerdict::pass) continue;
    lines.push_back(fmt::format("{} {}: {}", check.id, check.title, check_sentence(check)));
    for (const std::string& figure : check.figures) lines.push_back("  " + figure);
  }
  for (const std::string& action : actions_of(requirement.actions)) lines.push_back("To do: " + action);
  if (const std::string sentence = earliest_sentence(requirement); !sentence.empty()) lines.push_back(sentence);
  return lines;
}

std::string xml_lines(const gate::RequirementVerdict& requirement) {
  std::string text;
  for (const std::string& line : lines_of(requirement)) text += xml_safe(line) + "\n";
  return text;
}

std::size_t count(const gate::DealVerdict& deal, TestResult result) {
  std::size_t count = 0;
  for (const gate::RequirementVerdict& requirement : deal.requirements)
    if (result_of(requirement.verdict) == result) ++count;
  return count;
}

std::string test_case(const gate::DealVerdict& deal, const gate::RequirementVerdict& requirement) {
  const std::string head = fmt::format("    <testcase classname=\"{}\" name=\"{}\" time=\"0\"", xml_safe(deal.id),
                                       xml_safe(requirement.id + " " + requirement.asked));
  const std::string message = xml_safe(words_of(requirement.verdict));
  const std::string type = std::string(gate::id_of(requirement.verdict));
  const std::string body = xml_lines(requirement);
  switch (result_of(requirement.verdict)) {
    case TestResult::good:
      return head + "/>\n";
    case TestResult::remark:
      return fmt::format("{}>\n      <system-out>{}</system-out>\n    </testcase>\n", head, body);
    case TestResult::broken:
      return fmt::format("{}>\n      <failure message=\"{}\" type=\"{}\">{}</failure>\n    </testcase>\n", head,
                         message, type, body);
    case TestResult::not_known:
      return fmt::format("{}>\n      <error message=\"{}\" type=\"{}\">{}</error>\n    </testcase>\n", head, message,
                         type, body);
  }
  return {};
}

}  // namespace

std::string gate_junit(const GateReport& report) {
  std::string suites;
  std::size_t tests = 0;
  std::size_t failures = 0;
  std::size_t errors = 0;
  for (const gate::DealVerdict& deal : report.deals) {
    const std::size_t broken = count(deal, TestResult::broken);
    const std::size_t unknown = count(deal, TestResult::not_known);
    suites +=
        fmt::format("  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"{}\" skipped=\"0\" time=\"0\">\n",
                    xml_safe(title_of(deal)), deal.requirements.size(), broken, unknown);
    for (const gate::RequirementVerdict& requirement : deal.requirements) suites += test_case(deal, requirement);
    suites += "  </testsuite>\n";
    tests += deal.requirements.size();
    failures += broken;
    errors += unknown;
  }
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<testsuites name=\"socrates gate\" tests=\"{}\" failures=\"{}\" errors=\"{}\" time=\"0\">\n{}</testsuites>\n",
      tests, failures, errors, suites);
}

std::string gate_github(const GateReport& report) {
  std::string text;
  for (const gate::DealVerdict& deal : report.deals) {
    for (const gate::RequirementVerdict& requirement : deal.requirements) {
      const TestResult result = result_of(requirement.verdict);
      const std::string_view command = result == TestResult::good     ? "notice"
                                       : result == TestResult::remark ? "warning"
                                                                      : "error";
      const std::string title = fmt::format("{} {}: {}", deal.id, requirement.id, words_of(requirement.verdict));
      std::string message =
          fmt::format("{} for {}: {}.", requirement.asked, title_of(deal), words_of(requirement.verdict));
      for (const std::string& line : lines_of(requirement))
        message += (message.ends_with('.') ? " " : "; ") + one_line(line);
      text += fmt::format("::{} title={}::{}\n", command, annotation_property(title), annotation_message(message));
    }
  }
  return text + fmt::format("socrates gate: {}{}\n", words_of(report.verdict),
                            is_conditions_no(report) ? "; under --strict, conditions count as a no" : "");
}

}  // namespace socrates::render
