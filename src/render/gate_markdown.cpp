// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "gate_view.hpp"
#include "markdown.hpp"
#include "socrates/render/gate.hpp"

namespace socrates::render {
namespace {

void add_list(std::string_view heading, const std::vector<std::string>& items, std::string& text) {
  if (items.empty()) return;
  text += fmt::format("\n{}:\n\n", heading);
  for (const std::string& item : items) text += "- " + markdown_line(item) + "\n";
}

std::string figures_of(const gate::Check& check) {
  std::string text;
  for (const std::string& figure : check.figures) text += "; " + figure;
  return text;
}

void add(const gate::RequirementVerdict& requirement, std::string& text) {
  text += fmt::format("\n### {} {}: {}\n", markdown_line(requirement.id), markdown_line(requirement.asked),
                      words_of(requirement.verdict));
  if (const std::string sentence = reports_sentence(requirement); !sentence.empty())
    text += "\n" + markdown_line(sentence) + "\n";
  std::string rows;
  for (const gate::Check& check : requirement.checks)
    if (check.verdict > gate::CheckVerdict::pass)
      rows += fmt::format("| {} {} | {} |\n", markdown_line(check.id), markdown_line(check.title),
                          markdown_line(check_sentence(check) + figures_of(check)));
  if (!rows.empty()) text += "\n| Check | Verdict |\n| --- | --- |\n" + rows;
  add_list("To do", actions_of(requirement.actions), text);
  if (const std::string sentence = earliest_sentence(requirement); !sentence.empty())
    text += "\n" + markdown_line(sentence) + "\n";
  add_list("Until then you may send", requirement.interim, text);
  add_list("Words for the customer", requirement.replies, text);
}

}  // namespace

std::string gate_markdown(const GateReport& report) {
  std::string text = fmt::format("# Gate: {}\n", words_of(report.verdict));
  if (is_conditions_no(report)) text += "\nUnder `--strict`, conditions count as a no.\n";
  for (const gate::DealVerdict& deal : report.deals) {
    text += fmt::format("\n## {}: {}\n\n{}\n", markdown_line(title_of(deal)), words_of(deal.verdict),
                        markdown_line(date_sentence(deal)));
    for (const gate::RequirementVerdict& requirement : deal.requirements) add(requirement, text);
    if (deal.requirements.empty()) text += "\nNothing is asked for.\n";
    for (const gate::WaiverUse& waiver : deal.waivers) text += "\n" + markdown_line(sentence_of(waiver)) + "\n";
  }
  return text + "\n---\n\n" + markdown_line(origin_of(report)) + "\n";
}

}  // namespace socrates::render
