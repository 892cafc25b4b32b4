// SPDX-License-Identifier: Apache-2.0
//
// A row a deal, for an import into the program that the deals came from.

#include <algorithm>
#include <set>

#include "render/gate_words.hpp"
#include "render/machine/csv.hpp"
#include "render/machine/json_form.hpp"
#include "socrates/base/words.hpp"
#include "socrates/render/gate.hpp"

namespace socrates::render {
namespace {

std::string to_do(const gate::DealVerdict& deal) {
  std::vector<std::string> all;
  for (const gate::RequirementVerdict& requirement : deal.requirements)
    for (const std::string& action : actions_of(requirement.actions))
      if (!base::names(all, action)) all.push_back(action);
  return base::joined(all, " ");
}

/// A value that was carried through, in one cell.
std::string carried(const gate::DealVerdict& deal, const std::string& name) {
  if (!deal.meta) return {};
  for (const auto& [key, value] : deal.meta->members)
    if (key == name)
      return value.kind == model::Anything::Kind::text   ? value.text
             : value.kind == model::Anything::Kind::null ? std::string()
                                                         : json_of(value).dump();
  return {};
}

}  // namespace

std::string gate_csv(const GateReport& report) {
  std::vector<std::string> columns{"id",       "customer", "verdict", "reason",  "send",
                                   "earliest", "to_do",    "amount",  "currency"};
  std::set<std::string> names;
  for (const gate::DealVerdict& deal : report.deals)
    if (deal.meta)
      for (const auto& [key, value] : deal.meta->members) names.insert(key);
  for (const std::string& name : names) columns.push_back("meta." + name);
  std::string text = csv_row(columns);
  for (const gate::DealVerdict& deal : report.deals) {
    std::vector<std::string> cells{deal.id,
                                   deal.customer,
                                   std::string(gate::id_of(gate::under(report.strictness, deal.verdict))),
                                   reason_of(deal),
                                   base::joined(reports_to_send(deal), "; "),
                                   earliest_of(deal),
                                   to_do(deal),
                                   deal.amount ? amount_text(deal.amount->hundredths) : std::string(),
                                   deal.amount ? deal.amount->currency : std::string()};
    for (const std::string& name : names) cells.push_back(carried(deal, name));
    text += csv_row(cells);
  }
  return text;
}

}  // namespace socrates::render
