// SPDX-License-Identifier: Apache-2.0
//
// Annotations as GitHub shows them beside a change.

#include <fmt/format.h>

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

}  // namespace

std::string gate_github(const GateReport& report) {
  if (report.deals.empty()) return std::string(no_deal) + "\n";
  std::string text;
  for (const gate::DealVerdict& deal : report.deals) {
    for (const gate::RequirementVerdict& requirement : deal.requirements) {
      const std::string title = fmt::format("{} {}: {}", deal.id, requirement.id, words_of(requirement.verdict));
      std::string message =
          fmt::format("{} for {}: {}.", requirement.asked, title_of(deal), words_of(requirement.verdict));
      for (const std::string& line : lines_of(requirement))
        message += (message.ends_with('.') ? " " : "; ") + one_line(line);
      text += fmt::format("::{} title={}::{}\n", command_of(requirement.verdict), annotation_property(title),
                          annotation_message(message));
    }
  }
  return text + fmt::format("socrates gate: {}{}\n", words_of(report.verdict),
                            is_conditions_no(report) ? "; under --strict, conditions count as a no" : "");
}

}  // namespace socrates::render
