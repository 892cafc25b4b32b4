// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "render/documents/sources.hpp"
#include "render/gate_words.hpp"
#include "render/sentence.hpp"
#include "socrates/render/gate.hpp"
#include "socrates/render/recommendation.hpp"

namespace socrates::render {
namespace {

Entry entry_of(const gate::Check& check) {
  Text value{check_sentence(check)};
  for (const gate::Because& because : check.because) add_keys(because.sources, value.sources);
  Entry entry{fmt::format("{} {}", check.id, check.title), std::move(value)};
  for (const std::string& figure : check.figures) entry.remarks.push_back({figure});
  return entry;
}

Section section_of(const gate::RequirementVerdict& requirement) {
  Entries checks;
  std::size_t passed = 0;
  for (const gate::Check& check : requirement.checks) {
    if (check.verdict == gate::CheckVerdict::pass) ++passed;
    if (check.verdict > gate::CheckVerdict::pass) checks.entries.push_back(entry_of(check));
  }
  Items others;
  for (const gate::Other& other : requirement.others)
    others.items.push_back({{fmt::format("Not {}: {}", other.report, other.why)}});
  return {fmt::format("{} {}", requirement.id, requirement.asked),
          {Paragraph{{reports_sentence(requirement)}}, std::move(checks),
           Paragraph{{passed > 0 ? counted(passed, "check") + " passed" : ""}},
           Paragraph{{earliest_sentence(requirement)}}},
          {{"Each of them", {items_of(alternatives_of(requirement))}},
           {"To do", {items_of(actions_of(requirement.actions))}},
           {"Until then you may send", {items_of(requirement.interim)}},
           {"Words for the customer", {items_of(requirement.replies)}},
           {"Reports set aside", {std::move(others)}}},
          std::string(words_of(requirement.verdict)),
          tone_of(requirement.verdict)};
}

std::string carried_sentence(const gate::DealVerdict& deal) {
  std::string sentence;
  for (const auto& [name, value] : carried_along(deal))
    sentence += fmt::format("{}{}: {}", sentence.empty() ? "" : "; ", name, value);
  return sentence;
}

Section section_of(const gate::DealVerdict& deal) {
  Section section{title_of(deal),
                  {Paragraph{{date_sentence(deal)}}, Paragraph{{carried_sentence(deal)}}},
                  {},
                  std::string(words_of(deal.verdict)),
                  tone_of(deal.verdict)};
  if (deal.requirements.empty()) section.blocks.emplace_back(Paragraph{{"Nothing is asked for."}});
  for (const std::string& notice : deal.notices) section.blocks.emplace_back(Paragraph{{notice}});
  for (const gate::WaiverUse& waiver : deal.waivers) section.blocks.emplace_back(Paragraph{{sentence_of(waiver)}});
  for (const gate::RequirementVerdict& requirement : deal.requirements)
    section.sections.push_back(section_of(requirement));
  return section;
}

Section overview(const std::vector<const gate::DealVerdict*>& deals) {
  Table table{{"Deal", "Verdict", "Send", "Earliest", "Why"}, {}};
  for (const gate::DealVerdict* deal : deals) {
    const std::string earliest = earliest_of(*deal);
    table.rows.push_back({title_of(*deal), std::string(words_of(deal->verdict)), joined(sends_of(*deal), "; "),
                          earliest.empty() ? earliest : "from " + earliest, reason_of(*deal)});
  }
  return {"Overview", {std::move(table)}};
}

}  // namespace

Document gate_document(const GateReport& report) {
  Document document{fmt::format("Gate: {}", words_of(report.verdict)), base::to_text(report.today), {}, {}, {}, {}};
  if (report.deals.empty()) {
    document.lead = {{{std::string(no_deal)}}};
    return document;
  }
  document.origin = {origin_of(report)};
  if (std::string about = about_text(report.about); !about.empty()) document.lead.push_back({{std::move(about)}});
  if (report.deals.size() > 1)
    document.lead.push_back({{fmt::format("All {} deals together: {}.", report.deals.size(), words_of(report.verdict))},
                             tone_of(report.verdict)});
  const std::vector<const gate::DealVerdict*> deals = worst_first(report.deals);
  if (deals.size() > 1) document.sections.push_back(overview(deals));
  for (const gate::DealVerdict* deal : deals) {
    document.sections.push_back(section_of(*deal));
    document.sections.back().is_folded = deals.size() > 1;
  }
  if (is_conditions_no(report)) document.sections.push_back(strictness_section());
  add_named_sources(document, report.acceptance.sources);
  return document;
}

}  // namespace socrates::render
