// SPDX-License-Identifier: Apache-2.0
//
// Small inputs that once took minutes. What is held down is the number of steps, which is the same on all machines.
#include <fmt/format.h>

#include "catch.hpp"
#include "court.hpp"
#include "socrates/gate/steps.hpp"

using namespace socrates;

namespace {

std::vector<std::string> names(const std::string& stem, int count) {
  std::vector<std::string> all;
  for (int i = 0; i < count; ++i) all.push_back(stem + std::to_string(i));
  return all;
}

/// Reports alike but for their ids.
model::Inventory alike_reports(int count, const std::vector<std::string>& covers) {
  model::Inventory inventory = test::inventory_of(R"({"reports": [)" + test::good_report() + "]}");
  inventory.reports.resize(static_cast<std::size_t>(count), inventory.reports.front());
  for (std::size_t i = 0; i < inventory.reports.size(); ++i) {
    inventory.reports[i].id = fmt::format("r{:03}", i);
    inventory.reports[i].covers = covers;
  }
  return inventory;
}

/// A deal that asks for more than the good report has, so that nothing is found soon.
model::Deal unmet_deal(const std::vector<std::string>& services) {
  model::Deal deal = test::deal_of(test::good_deal());
  deal.services = services;
  deal.requirements.front().categories = std::vector<model::TrustCategory>{model::TrustCategory::privacy};
  return deal;
}

std::size_t work(const model::Deal& deal, const model::Inventory& inventory) {
  return test::judged(deal, {inventory, {}, {}, {}}).work;
}

}  // namespace

TEST_CASE("services that stand alike in all reports are judged once") {
  const model::Inventory inventory = alike_reports(10, {"app"});
  const std::size_t of_two = work(unmet_deal(names("s", 2)), inventory);
  CHECK(work(unmet_deal(names("s", 500)), inventory) < 10 * of_two);
}

TEST_CASE("a hundred reports with many services each take little work") {
  CHECK(work(unmet_deal(names("s", 50)), alike_reports(100, names("s", 50))) < 50'000);
}

TEST_CASE("reports to come and many services take little work, and so does what would unlock the deal") {
  model::Inventory inventory = alike_reports(100, {"s1", "s2"});
  for (int i = 0; i < 24; ++i) {
    model::NextReport next;
    next.type = model::ReportType::type_2;
    next.covers = std::vector<std::string>{"s1"};
    next.expected = base::add_days(test::day("2027-01-10"), 10 * i);
    inventory.next.push_back(next);
  }
  const model::Deal deal = unmet_deal(names("s", 100));
  const test::Court court{inventory, {}, {}, {}};
  const gate::DealVerdict verdict = test::judged(deal, court);
  CHECK(verdict.work < gate::most_work_of_a_deal / 2);
  base::Diagnostics problems;
  gate::unlocking_steps(deal, court.company(), test::books(), test::day("2026-11-24"), verdict, problems);
  CHECK(problems.empty());
}

TEST_CASE("long lists of names cost what they hold and no more") {
  model::Deal deal = unmet_deal(names("s", 500));
  deal.requirements.front().frameworks = names("f", 500);
  deal.requirements.front().objectives = names("o", 500);
  model::Inventory inventory = alike_reports(1, names("c", 500));
  inventory.reports.front().frameworks = names("g", 500);
  inventory.reports.front().objectives = names("p", 500);
  CHECK(work(deal, inventory) < 20'000);
}
