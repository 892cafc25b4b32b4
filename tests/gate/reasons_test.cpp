// SPDX-License-Identifier: Apache-2.0
//
// Why a report was left is told in the words of a rule. Where these name no facts they are taken as they stand; else
// all facts about the report are put into sentences first. Both ways have to come to the same rule.
#include <set>

#include "catch.hpp"
#include "court.hpp"
#include "effort.hpp"
#include "random_deals.hpp"
#include "socrates/engine/compile.hpp"
#include "socrates/gate/gatekeeper.hpp"

using namespace socrates;

namespace {

const std::size_t rounds_of_reasons = tests::share_of(300);
constexpr int deals_of_a_round = 4;
constexpr const char* named_fact = "{asked}|";

/// The built-in rules with the name of a fact before each text.
engine::CompiledRules rules_that_name_facts() {
  model::RuleSet rules = test::acceptance().rules;
  for (model::Decision& decision : rules.decisions)
    for (model::Rule& rule : decision.rules) rule.because = named_fact + rule.because;
  return engine::compile(rules).compiled.value();
}

/// Without the fact.
std::string plain_reason_of(std::string why) {
  const std::size_t bar = why.find('|');
  const std::size_t begin = why.find(": ");
  if (bar != std::string::npos) why.erase(begin + 2, bar - begin - 1);
  return why;
}

}  // namespace

TEST_CASE("why a report was left reads the same whether or not the rule names facts") {
  const engine::CompiledRules naming = rules_that_name_facts();
  test::RandomDeals random(13);
  std::set<std::string> reasons;
  for (std::size_t round = 0; round < rounds_of_reasons; ++round) {
    test::Court court{random.inventory(), {}, {}, {}};
    for (model::HeldReport& report : court.inventory.reports)
      if (random.one_in(4)) random.leave_out(report);
    gate::Gatekeeper gatekeeper(court.company(), test::books(), test::day("2026-11-24"));
    gate::Gatekeeper other(court.company(), {test::selection(), naming, test::books().criteria},
                           test::day("2026-11-24"));
    for (int i = 0; i < deals_of_a_round; ++i) {
      const model::Deal deal = random.deal();
      base::Diagnostics problems;
      const gate::DealVerdict plain = gatekeeper.judge(deal, gate::Extent::full, problems).value();
      const gate::DealVerdict named = other.judge(deal, gate::Extent::full, problems).value();
      REQUIRE(plain.requirements.size() == named.requirements.size());
      for (std::size_t r = 0; r < plain.requirements.size(); ++r) {
        const std::vector<gate::Other>& left = plain.requirements[r].others;
        REQUIRE(left.size() == named.requirements[r].others.size());
        for (std::size_t o = 0; o < left.size(); ++o) {
          CHECK(left[o].why == plain_reason_of(named.requirements[r].others[o].why));
          reasons.insert(left[o].why);
        }
      }
    }
  }
  CHECK(reasons.size() >= 10);
}
