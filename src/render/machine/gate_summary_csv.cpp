// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "render/gate_words.hpp"
#include "render/sentence.hpp"
#include "socrates/render/escape.hpp"
#include "socrates/render/gate.hpp"

namespace socrates::render {

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
