// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <utility>

#include "render/rule_tests_sentence.hpp"
#include "socrates/render/rule_tests.hpp"

namespace socrates::render {
namespace {

/// Failures, then what is not covered, then one sentence.
Section section_of(const RuleTestRun& run) {
  Entries entries;
  for (const TestRun& test : run.tests) {
    if (test.failures.empty()) continue;
    Entry entry{fmt::format("{}:{}", test.file, test.line), {"failed: " + test.name}, Tone::bad};
    for (const std::string& failure : test.failures) entry.reasons.push_back({failure});
    entries.entries.push_back(std::move(entry));
  }
  if (!run.tests.empty())
    for (const engine::CoverageItem& item : run.coverage)
      if (!item.is_covered) entries.entries.push_back({"not covered", {item_text(run.rules, item)}});
  return {"", {std::move(entries), Paragraph{{sentence(run)}}}};
}

}  // namespace

Document rule_tests_document(const std::vector<RuleTestRun>& runs) {
  Document document{"Tests of the rules", "", {}, {}, {}, {}};
  for (const RuleTestRun& run : runs) document.sections.push_back(section_of(run));
  return document;
}

}  // namespace socrates::render
