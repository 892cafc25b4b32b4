// SPDX-License-Identifier: Apache-2.0
//
// One gatekeeper judges many deals, and may tell less of them: neither may change a verdict.
#include "socrates/gate/gatekeeper.hpp"

#include "catch.hpp"
#include "court.hpp"
#include "effort.hpp"
#include "random_deals.hpp"

using namespace socrates;

namespace {

const std::size_t rounds_of_gatekeeping = tests::share_of(400);
constexpr int deals_a_round = 6;

/// What is told in brief, and what is told in full without the rest.
std::vector<std::string> brief(const gate::DealVerdict& deal) {
  std::vector<std::string> lines{deal.id, std::string(gate::id_of(deal.verdict))};
  for (const gate::RequirementVerdict& requirement : deal.requirements) {
    lines.push_back(requirement.id + " " + std::string(gate::id_of(requirement.verdict)));
    lines.insert(lines.end(), requirement.met_by.begin(), requirement.met_by.end());
    for (const gate::Check& check : requirement.checks) {
      lines.push_back(check.id + " " + std::string(gate::id_of(check.verdict)));
      for (const gate::Because& because : check.because) lines.push_back(because.rule);
    }
  }
  return lines;
}

/// The same with whatever else comes of a long way through the rules and the inventory.
std::vector<std::string> full(const gate::DealVerdict& deal) {
  std::vector<std::string> lines = brief(deal);
  lines.push_back(std::to_string(deal.work));
  for (const gate::RequirementVerdict& requirement : deal.requirements) {
    lines.push_back(requirement.earliest ? base::to_text(*requirement.earliest) : "never");
    lines.push_back(requirement.earliest_by);
    for (const gate::Other& other : requirement.others) lines.push_back(other.report + ": " + other.why);
    for (const gate::Check& check : requirement.checks) {
      for (const gate::Because& because : check.because) lines.push_back(because.text);
      lines.insert(lines.end(), check.figures.begin(), check.figures.end());
      lines.insert(lines.end(), check.unknown.begin(), check.unknown.end());
    }
  }
  return lines;
}

std::vector<model::Waiver> some_waivers(test::RandomDeals& random) {
  std::vector<model::Waiver> waivers;
  for (const char* const check : {"G01", "G03", "G06"})
    if (random.one_in(4)) waivers.push_back({"d", check, "", "agreed", "Dana Roe", test::day("2028-01-01")});
  return waivers;
}

test::Court some_court(test::RandomDeals& random) {
  test::Court court{random.inventory(), {}, {}, some_waivers(random)};
  for (model::HeldReport& report : court.inventory.reports)
    if (random.one_in(3)) random.leave_out(report);
  if (random.one_in(2)) court.inventory.next.push_back(random.next());
  return court;
}

}  // namespace

TEST_CASE("a deal comes out the same whichever deals were judged before it") {
  test::RandomDeals random(11);
  for (std::size_t round = 0; round < rounds_of_gatekeeping; ++round) {
    const test::Court court = some_court(random);
    gate::Gatekeeper gatekeeper(court.company(), test::books(), test::day("2026-11-24"));
    for (int i = 0; i < deals_a_round; ++i) {
      const model::Deal deal = random.deal();
      base::Diagnostics problems;
      INFO(round << "." << i);
      CHECK(full(gatekeeper.judge(deal, gate::Extent::full, problems).value()) == full(test::judged(deal, court)));
    }
  }
}

TEST_CASE("what is told in brief is what is told in full, with less") {
  test::RandomDeals random(12);
  for (std::size_t round = 0; round < rounds_of_gatekeeping; ++round) {
    const test::Court court = some_court(random);
    gate::Gatekeeper gatekeeper(court.company(), test::books(), test::day("2026-11-24"));
    for (int i = 0; i < deals_a_round; ++i) {
      const model::Deal deal = random.deal();
      base::Diagnostics problems;
      const gate::DealVerdict told = gatekeeper.judge(deal, gate::Extent::brief, problems).value();
      const gate::DealVerdict whole = gatekeeper.judge(deal, gate::Extent::full, problems).value();
      INFO(round << "." << i);
      CHECK(brief(told) == brief(whole));
      CHECK(told.work <= whole.work);
    }
  }
}
