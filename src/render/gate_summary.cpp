// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "gate_view.hpp"
#include "sentence.hpp"
#include "socrates/render/escape.hpp"
#include "socrates/render/gate.hpp"

namespace socrates::render {
namespace {

std::string amount_text(std::int64_t hundredths) {
  const std::string whole = std::to_string(hundredths / 100);
  const auto rest = hundredths % 100;
  return rest == 0 ? whole : fmt::format("{}.{:02}", whole, rest);
}

std::string money_text(const gate::Money& money) {
  std::vector<std::string> parts;
  for (const auto& [currency, hundredths] : money)
    parts.push_back(amount_text(hundredths) + (currency.empty() ? "" : " " + currency));
  return joined(parts, ", ");
}

std::string with_money(std::string text, const gate::Money& money) {
  return money.empty() ? text : text + ", " + money_text(money);
}

}  // namespace

std::string gate_summary_text(const GateReport& report, const gate::Summary& summary) {
  std::string text = fmt::format("{}: {}\n\n", counted(report.deals.size(), "deal"), words_of(report.verdict));
  for (const auto& [verdict, tally] : summary.by_verdict)
    text += wrap(prose(fmt::format("{}: {}", words_of(verdict), with_money(counted(tally.deals, "deal"), tally.money))),
                 {2, 4});
  if (!summary.missing.empty()) text += "\nWhat holds deals up\n";
  for (const gate::Missing& missing : summary.missing)
    text += wrap(prose(fmt::format("{} {}: fails in {}, cannot be told in {}", missing.check, missing.title,
                                   counted(missing.failed, "deal"), missing.undecided)),
                 {2, 4});
  if (!summary.unlocked.empty()) text += "\nWhat would let them through, each by itself\n";
  for (const gate::Unlocked& unlocked : summary.unlocked) {
    const std::string by = unlocked.step.by ? fmt::format(" (planned for {})", base::to_text(*unlocked.step.by)) : "";
    text += wrap(prose(fmt::format("{}{}: {}: {}", unlocked.step.what, by,
                                   with_money(counted(unlocked.deals.size(), "deal"), unlocked.money),
                                   joined(unlocked.deals, ", "))),
                 {2, 4});
  }
  if (is_conditions_no(report)) text += "\nUnder --strict, conditions count as a no.\n";
  return text + "\n" + wrap(prose(origin_of(report)));
}

std::string gate_summary_csv(const gate::Summary& summary) {
  std::string text = "step,do,by,deals,currency,amount,ids\n";
  for (const gate::Unlocked& unlocked : summary.unlocked) {
    gate::Money money = unlocked.money;
    if (money.empty()) money.emplace("", 0);
    for (const auto& [currency, hundredths] : money)
      text += fmt::format("{},{},{},{},{},{},{}\n", csv_cell(unlocked.step.id), csv_cell(unlocked.step.what),
                          unlocked.step.by ? base::to_text(*unlocked.step.by) : "", unlocked.deals.size(),
                          csv_cell(currency), unlocked.money.empty() ? "" : amount_text(hundredths),
                          csv_cell(joined(unlocked.deals, " ")));
  }
  return text;
}

}  // namespace socrates::render
