// SPDX-License-Identifier: Apache-2.0
#include "court.hpp"

#include <stdexcept>

#include "socrates/builtin/rules.hpp"
#include "socrates/loader/answers_loader.hpp"
#include "socrates/loader/deals_loader.hpp"
#include "socrates/loader/inventory_loader.hpp"

namespace socrates::test {
namespace {

void expect_none(const base::Diagnostics& problems, const std::string& text) {
  if (!problems.empty()) throw std::runtime_error(problems.kept().front().message + " in " + text);
}

}  // namespace

const engine::CompiledRules& selection() {
  static const engine::CompiledRules& rules = builtin::selection_rules();
  return rules;
}

const engine::CompiledRules& acceptance() {
  static const engine::CompiledRules& rules = builtin::acceptance_rules();
  return rules;
}

gate::RuleBooks books() {
  static const model::Criteria& criteria = builtin::criteria();
  return {selection(), acceptance(), criteria};
}

gate::Company Court::company() const { return {inventory, profile, policy, waivers, strictness}; }

base::Date day(const std::string& text) { return base::parse_date(text).value(); }

model::Deal deal_of(const std::string& json) {
  base::Diagnostics problems;
  const auto deals =
      loader::load_deals({base::Source{"deal.json", json}}, selection().rules, day("2026-11-24"), problems);
  expect_none(problems, json);
  return deals.value().front();
}

model::Inventory inventory_of(const std::string& json) {
  base::Diagnostics problems;
  const auto inventory = loader::load_inventory({"reports.json", json}, problems);
  expect_none(problems, json);
  return inventory.value();
}

model::Answers answers_of(const std::string& json) {
  base::Diagnostics problems;
  const auto loaded = loader::load_answers({"answers.json", json}, selection().rules, day("2026-11-24"), problems);
  expect_none(problems, json);
  return loaded.value().answers;
}

gate::DealVerdict judged(const model::Deal& deal, const Court& court) {
  base::Diagnostics problems;
  const auto verdict = gate::judge(deal, court.company(), books(), day("2026-11-24"), problems);
  expect_none(problems, deal.id);
  return verdict.value();
}

std::string good_report() {
  return R"({"id": "a", "report": "soc2", "type": "type_2", "categories": ["security", "availability"],
    "entity": "Acme Inc", "covers": ["app"], "regions": ["us"], "period": {"from": "2025-10-01", "to": "2026-09-30"},
    "issued": "2026-11-05", "opinion": "unmodified", "exceptions": [],
    "auditor": {"firm": "F", "licensed": true, "peer_reviewed": true},
    "subservice": {"method": "none", "organizations": []}, "user_entity_controls": "listed", "frameworks": []})";
}

std::string good_deal() {
  return R"({"id": "d", "entity": "Acme Inc", "services": ["app"], "regions": ["us"], "decision_date": "2026-12-15",
    "recipient": "customer", "nda": "signed",
    "requires": [{"id": "r", "report": "soc2", "type": "type_2", "categories": ["security"]}]})";
}

}  // namespace socrates::test
