// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <utility>

#include "render/gate_words.hpp"
#include "render/sentence.hpp"
#include "socrates/render/gate.hpp"

namespace socrates::render {
namespace {

std::string with_money(std::string text, const gate::Money& money) {
  return money.empty() ? text : text + ", " + money_text(money);
}

Items verdicts(const gate::Summary& summary) {
  Items list;
  for (const auto& [verdict, tally] : summary.by_verdict)
    list.items.push_back({{with_money(counted(tally.deals, "deal"), tally.money)}, {}, std::string(words_of(verdict))});
  return list;
}

Items missing(const gate::Summary& summary) {
  Items list;
  for (const gate::Missing& one : summary.missing)
    list.items.push_back({{fmt::format("fails in {}, undecided in {}", counted(one.failed, "deal"), one.undecided)},
                          {},
                          one.check + " " + one.title});
  return list;
}

Items conditions(const gate::Summary& summary) {
  Items list;
  for (const gate::Condition& one : summary.conditions)
    list.items.push_back({{with_money(counted(one.deals, "deal"), one.money)}, {}, one.check + " " + one.title});
  return list;
}

/// The first of them where there are many; JSON and CSV have all.
std::string named(const std::vector<std::string>& deals) {
  constexpr std::size_t most_named = 20;
  if (deals.size() <= most_named) return joined(deals, ", ");
  const std::vector<std::string> first(deals.begin(), deals.begin() + most_named);
  return fmt::format("{} and {} more", joined(first, ", "), deals.size() - most_named);
}

Items unlocked(const gate::Summary& summary) {
  Items list;
  for (const gate::Unlocked& one : summary.unlocked) {
    const std::string by = one.step.by ? fmt::format(" (planned for {})", base::to_text(*one.step.by)) : "";
    list.items.push_back(
        {{fmt::format("{}: {}", with_money(counted(one.deals.size(), "deal"), one.money), named(one.deals))},
         {},
         one.step.what + by});
  }
  return list;
}

}  // namespace

Document gate_summary_document(const GateReport& report, const gate::Summary& summary) {
  const std::size_t not_judged = report.not_judged.value_or(0);
  if (summary.deals() == 0 && not_judged == 0) return gate_document(report);
  Document document{"Gate: all deals together", base::to_text(report.today), {}, {}, {}, {origin_of(report)}};
  const std::string verdict = fmt::format("{}: {}", counted(summary.deals(), "deal"), words_of(report.verdict));
  document.lead = {{{verdict}, tone_of(report.verdict)}};
  if (not_judged > 0) document.lead.push_back({{counted(not_judged, "line") + " could not be judged"}, Tone::bad});
  document.sections = {{"Verdicts", {verdicts(summary)}},
                       {"What holds deals up", {missing(summary)}},
                       {"Conditions to meet", {conditions(summary)}},
                       {"What would let them through, each on its own", {unlocked(summary)}}};
  if (is_conditions_no(report)) document.sections.push_back(strictness_section());
  return document;
}

}  // namespace socrates::render
