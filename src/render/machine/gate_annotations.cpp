// SPDX-License-Identifier: Apache-2.0
//
// Annotations as GitHub shows them beside a change.

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "render/gate_words.hpp"
#include "render/sentence.hpp"
#include "socrates/render/escape.hpp"
#include "socrates/render/gate.hpp"

namespace socrates::render {
namespace {

std::string_view command_of(gate::Verdict verdict) {
  switch (verdict) {
    case gate::Verdict::pass:
      return "notice";
    case gate::Verdict::pass_with_conditions:
      return "warning";
    case gate::Verdict::undecided:
    case gate::Verdict::fail:
      return "error";
  }
  return "error";
}

/// `file=deals.json,line=12,` of where the deal stands.
std::string place_of(const GateReport& report, std::size_t deal) {
  if (report.places.size() != report.deals.size() || report.places[deal].file.empty()) return {};
  return fmt::format("file={},line={},", annotation_property(report.places[deal].file), report.places[deal].line);
}

struct Annotation {
  gate::Verdict verdict;
  std::string line;
};

}  // namespace

std::string gate_github(const GateReport& report) {
  if (report.deals.empty()) return std::string(no_deal) + "\n";
  std::vector<Annotation> annotations;
  for (std::size_t i = 0; i < report.deals.size(); ++i) {
    const gate::DealVerdict& deal = report.deals[i];
    for (const gate::RequirementVerdict& requirement : deal.requirements) {
      const std::string title = fmt::format("{} {}: {}", deal.id, requirement.id, words_of(requirement.verdict));
      std::string message = annotation_message(
          fmt::format("{} for {}: {}.", requirement.asked, title_of(deal), words_of(requirement.verdict)));
      for (const std::string& line : lines_of(requirement))
        (message += annotation_line_end) += annotation_message(one_line(line));
      annotations.push_back(
          {requirement.verdict, fmt::format("::{} {}title={}::{}\n", command_of(requirement.verdict),
                                            place_of(report, i), annotation_property(title), message)});
    }
  }
  std::stable_sort(annotations.begin(), annotations.end(),
                   [](const Annotation& one, const Annotation& other) { return one.verdict > other.verdict; });
  std::string text;
  for (const Annotation& annotation : annotations) text += annotation.line;
  return text + fmt::format("socrates gate: {}{}\n", words_of(report.verdict),
                            is_conditions_no(report) ? "; under --strict, conditions count as a no" : "");
}

}  // namespace socrates::render
