// SPDX-License-Identifier: Apache-2.0
//
// What has to hold of every deal and every set of reports, tried on random ones.
#include <algorithm>
#include <random>

#include "catch.hpp"
#include "court.hpp"
#include "effort.hpp"
#include "random_deals.hpp"

using namespace socrates;
using gate::Verdict;

namespace {

const std::size_t rounds = tests::share_of(1500);

bool is_yes(Verdict verdict) { return verdict == Verdict::pass || verdict == Verdict::pass_with_conditions; }

Verdict verdict(const model::Deal& deal, const model::Inventory& inventory) {
  return test::judged(deal, {inventory, {}, {}, {}}).verdict;
}

bool shares(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const auto& x) { return std::find(b.begin(), b.end(), x) != b.end(); });
}

std::vector<model::Family> families(const model::HeldReport& report) {
  std::vector<model::Family> all = report.also;
  all.push_back(report.report);
  return all;
}

bool is_same_examination(const model::HeldReport& a, const model::HeldReport& b) {
  const auto of_b = families(b);
  for (const model::Family family : families(a))
    if (std::find(of_b.begin(), of_b.end(), family) != of_b.end()) return shares(*a.covers, *b.covers);
  return false;
}

/// A later issue, by the day of issue, of something that is held.
bool is_later_issue(const model::HeldReport& report, const model::Inventory& inventory) {
  return std::any_of(inventory.reports.begin(), inventory.reports.end(), [&](const model::HeldReport& held) {
    return is_same_examination(report, held) && *held.issued <= *report.issued;
  });
}

}  // namespace

TEST_CASE("a report more never makes a verdict worse, unless it is a later issue of one held") {
  test::RandomDeals random(1);
  for (std::size_t round = 0; round < rounds; ++round) {
    const model::Deal deal = random.deal();
    model::Inventory inventory = random.inventory();
    const model::HeldReport added = random.report("z");
    if (is_later_issue(added, inventory)) continue;
    const Verdict before = verdict(deal, inventory);
    inventory.reports.push_back(added);
    INFO(round);
    REQUIRE(verdict(deal, inventory) <= before);
  }
}

TEST_CASE("a later qualified report is never hidden by an earlier clean one") {
  test::RandomDeals random(2);
  for (std::size_t round = 0; round < rounds; ++round) {
    model::Deal deal = random.deal();
    deal.requirements.resize(1);
    model::Requirement& asked = deal.requirements.front();
    asked.opinion = {};
    asked.report = model::Family::soc2;
    asked.categories = std::vector<model::TrustCategory>{model::TrustCategory::security};
    model::HeldReport earlier = random.report("a");
    model::HeldReport later = random.report("b");
    for (model::HeldReport* const report : {&earlier, &later}) {
      report->report = model::Family::soc2;
      report->also.clear();
      report->covers = std::vector<std::string>{"app", "crm"};
    }
    earlier.opinion = model::Opinion::unmodified;
    later.opinion = model::Opinion::qualified;
    later.qualified_on = std::vector<std::string>{"CC6.1"};
    later.issued = base::add_days(*earlier.issued, 1 + random.below(200));
    if (deal.decision_date.value < *later.issued) continue;
    INFO(round);
    REQUIRE_FALSE(is_yes(verdict(deal, {{earlier, later}, {}})));
  }
}

TEST_CASE("a fact less about a report held never turns a no into a yes, nor anything into a pass") {
  test::RandomDeals random(3);
  for (std::size_t round = 0; round < 2 * rounds; ++round) {
    const model::Deal deal = random.deal();
    model::Inventory inventory = random.inventory();
    if (inventory.reports.empty()) continue;
    const Verdict before = verdict(deal, inventory);
    const auto which = static_cast<std::size_t>(random.below(static_cast<int>(inventory.reports.size())));
    if (!random.leave_out(inventory.reports[which])) continue;
    const Verdict after = verdict(deal, inventory);
    INFO(round);
    if (before == Verdict::fail) REQUIRE_FALSE(is_yes(after));
    if (before != Verdict::pass) REQUIRE(after != Verdict::pass);
  }
}

TEST_CASE("asking for less never makes it worse") {
  test::RandomDeals random(4);
  for (std::size_t round = 0; round < rounds; ++round) {
    model::Deal deal = random.deal();
    const model::Inventory inventory = random.inventory();
    const Verdict before = verdict(deal, inventory);
    model::Requirement& r = deal.requirements.front();
    switch (random.below(4)) {
      case 0:
        if (!r.period_months_at_least.is_given() || r.period_months_at_least.value == 0) continue;
        r.period_months_at_least.value -= 1;
        break;
      case 1:
        if (!r.age_months_at_most.is_given()) continue;
        r.age_months_at_most.value += 1;
        break;
      case 2:
        if (!r.categories.is_given() || r.categories.value.size() < 2) continue;
        r.categories.value.pop_back();
        break;
      default:
        r.type_1_accepted = true;
    }
    INFO(round);
    REQUIRE(verdict(deal, inventory) <= before);
  }
}

TEST_CASE("the order of reports and of requirements is irrelevant") {
  test::RandomDeals random(5);
  std::mt19937 shuffler(6);
  for (std::size_t round = 0; round < rounds / 3; ++round) {
    model::Deal deal = random.deal();
    model::Inventory inventory = random.inventory();
    const gate::DealVerdict before = test::judged(deal, {inventory, {}, {}, {}});
    std::shuffle(inventory.reports.begin(), inventory.reports.end(), shuffler);
    std::reverse(deal.requirements.begin(), deal.requirements.end());
    gate::DealVerdict after = test::judged(deal, {inventory, {}, {}, {}});
    std::reverse(after.requirements.begin(), after.requirements.end());
    INFO(round);
    REQUIRE(after.verdict == before.verdict);
    for (std::size_t r = 0; r < before.requirements.size(); ++r) {
      REQUIRE(after.requirements[r].met_by == before.requirements[r].met_by);
      REQUIRE(after.requirements[r].nearest == before.requirements[r].nearest);
      REQUIRE(after.requirements[r].earliest == before.requirements[r].earliest);
    }
  }
}

TEST_CASE("on the earliest day the verdict is a yes, if what is planned comes as planned") {
  test::RandomDeals random(7);
  for (std::size_t round = 0; round < rounds / 3; ++round) {
    model::Deal deal = random.deal();
    deal.requirements.resize(1);
    const model::Inventory inventory = random.inventory();
    const gate::RequirementVerdict before = test::judged(deal, {inventory, {}, {}, {}}).requirements.front();
    if (is_yes(before.verdict)) REQUIRE(before.earliest == deal.decision_date.value);
    if (before.earliest) REQUIRE(deal.decision_date.value <= *before.earliest);
  }
}
