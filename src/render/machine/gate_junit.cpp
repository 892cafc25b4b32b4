// SPDX-License-Identifier: Apache-2.0
//
// JUnit XML, as build servers read it: a suite a deal, a test a requirement.

#include <fmt/format.h>

#include "render/gate_words.hpp"
#include "render/sentence.hpp"
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
  const std::string reason = reason_of(requirement);
  const std::string message =
      xml_safe(std::string(words_of(requirement.verdict)) + (reason.empty() ? "" : ": " + reason));
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

std::string properties(const gate::DealVerdict& deal) {
  std::string text;
  for (const auto& [name, value] : carried_along(deal))
    text += fmt::format("      <property name=\"{}\" value=\"{}\"/>\n", xml_safe(name), xml_safe(value));
  return text.empty() ? text : "    <properties>\n" + text + "    </properties>\n";
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
    suites += properties(deal);
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

}  // namespace socrates::render
