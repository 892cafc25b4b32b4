// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "socrates/gate/judge.hpp"

namespace socrates::test {

/// What the gate goes by in a test; a deal and reports are given as JSON, as a user would give them.
struct Court {
  model::Inventory inventory;
  model::Answers profile;
  model::Policy policy;
  std::vector<model::Waiver> waivers;
  gate::Strictness strictness = gate::Strictness::conditions_pass;

  /// To judge with; the court must outlive it.
  [[nodiscard]] gate::Company company() const;
};

const engine::CompiledRules& selection();
const engine::CompiledRules& acceptance();
gate::RuleBooks books();
base::Date day(const std::string& text);

/// These throw where the loader reports a problem.
model::Deal deal_of(const std::string& json);
model::Inventory inventory_of(const std::string& json);
model::Answers answers_of(const std::string& json);

/// Judges on 24 November 2026; throws where there is a problem.
gate::DealVerdict judged(const model::Deal& deal, const Court& court);

/// A report that is beyond reproach, and a deal that asks for it.
std::string good_report();
std::string good_deal();

}  // namespace socrates::test
