// SPDX-License-Identifier: Apache-2.0
#include "socrates/gate/steps.hpp"
#include "socrates/gate/summing.hpp"

#include <algorithm>

#include "catch.hpp"
#include "court.hpp"
#include "effort.hpp"
#include "random_deals.hpp"

using namespace socrates;

namespace {

std::vector<gate::Step> steps_of(const model::Deal& deal, const test::Court& court) {
  base::Diagnostics problems;
  auto steps = gate::unlocking_steps(deal, court.company(), test::books(), test::day("2026-11-24"),
                                     test::judged(deal, court), problems);
  CHECK(problems.empty());
  return steps;
}

std::vector<std::string> ids_of(const std::vector<gate::Step>& steps) {
  std::vector<std::string> ids;
  for (const gate::Step& step : steps) ids.push_back(step.id);
  return ids;
}

test::Court court() {
  test::Court court;
  court.inventory = test::inventory_of(R"({"reports": [)" + test::good_report() + R"(], "next": [
      {"report": "soc2", "type": "type_2", "categories": ["security", "privacy"], "covers": ["app"],
       "expected": "2027-02-15", "certain": true, "period": {"from": "2026-08-01", "to": "2027-01-31"}}]})");
  return court;
}

}  // namespace

TEST_CASE("a deal that goes through needs no step") {
  CHECK(steps_of(test::deal_of(test::good_deal()), court()).empty());
}

TEST_CASE("a category that lacks is a step, and so is the report planned that has it") {
  auto deal = test::deal_of(test::good_deal());
  deal.requirements.front().categories.value.push_back(model::TrustCategory::privacy);
  const auto steps = steps_of(deal, court());
  CHECK(ids_of(steps) == std::vector<std::string>{"add_category soc2 privacy", "next_report soc2 type_2 2027-02-15"});
  CHECK(steps.front().by == test::day("2027-02-15"));
}

TEST_CASE("a bridge letter is a step where the report is too old, and so is a new period") {
  auto deal = test::deal_of(test::good_deal());
  deal.requirements.front().age_months_at_most = 2;
  deal.requirements.front().bridge_letter_accepted = true;
  test::Court uncertain = court();
  uncertain.inventory.next.front().certain = false;  // a certain one that follows on would be enough
  const auto ids = ids_of(steps_of(deal, uncertain));
  CHECK(ids == std::vector<std::string>{"bridge_letter", "new_period soc2", "next_report soc2 type_2 2027-02-15"});
}

TEST_CASE("a Type 2 is a step where a Type 1 is held") {
  auto deal = test::deal_of(test::good_deal());
  test::Court with_type_1 = court();
  model::HeldReport& report = with_type_1.inventory.reports.front();
  report.type = model::ReportType::type_1;
  report.as_of = report.period->to;
  report.period.reset();
  CHECK(ids_of(steps_of(deal, with_type_1)) ==
        std::vector<std::string>{"next_report soc2 type_2 2027-02-15", "type_2 soc2"});
}

TEST_CASE("services that no report covers are a step, each by itself where that is enough") {
  auto deal = test::deal_of(test::good_deal());
  deal.services.value = {"app", "billing"};
  CHECK(ids_of(steps_of(deal, court())) == std::vector<std::string>{"add_services soc2 billing"});
  deal.services.value = {"app", "billing", "payments"};
  CHECK(ids_of(steps_of(deal, court())) == std::vector<std::string>{"add_services soc2 billing, payments"});
}

TEST_CASE("an agreement is a step where nothing else is missing") {
  auto deal = test::deal_of(test::good_deal());
  deal.nda = model::Nda::none;
  CHECK(ids_of(steps_of(deal, court())) == std::vector<std::string>{"agreement"});
  deal.services.value = {"billing"};
  CHECK(steps_of(deal, court()).empty());
}

TEST_CASE("a summary counts what deals wait for that nothing graver holds up") {
  auto deal = test::deal_of(test::good_deal());
  deal.requirements.front().categories_preferred = std::vector{model::TrustCategory::privacy};
  deal.amount = model::Amount{5000, "USD"};
  test::Court strict = court();
  strict.strictness = gate::Strictness::conditions_fail;
  auto held_up = deal;
  held_up.services.value = {"billing"};
  gate::Summing summing;
  for (const gate::DealVerdict& verdict :
       {test::judged(deal, court()), test::judged(deal, strict), test::judged(held_up, court())})
    summing.add(verdict, {});
  const gate::Summary summary = summing.summary();
  REQUIRE(summary.conditions.size() == 1);
  CHECK(summary.conditions.front().check == "G03");
  CHECK(summary.conditions.front().deals == 2);
  CHECK(summary.conditions.front().money == gate::Money{{"USD", 10000}});
}

TEST_CASE("a summary adds deals and amounts up, by step and by currency") {
  auto deal = test::deal_of(test::good_deal());
  deal.requirements.front().categories.value.push_back(model::TrustCategory::privacy);
  gate::Summing summing;
  for (const auto& [id, amount, currency] :
       {std::make_tuple("d1", 100, "USD"), std::make_tuple("d2", 250, "USD"), std::make_tuple("d3", 70, "EUR")}) {
    deal.id = id;
    deal.amount = model::Amount{amount * 100, currency};
    summing.add(test::judged(deal, court()), steps_of(deal, court()));
  }
  const gate::Summary summary = summing.summary();
  CHECK(summary.by_verdict.at(gate::Verdict::fail).deals == 3);
  REQUIRE(summary.unlocked.size() == 2);
  CHECK(summary.unlocked.front().deals == std::vector<std::string>{"d1", "d2", "d3"});
  CHECK(summary.unlocked.front().money == gate::Money{{"EUR", 7000}, {"USD", 35000}});
  REQUIRE_FALSE(summary.missing.empty());
  CHECK(summary.missing.front().check == "G03");
  CHECK(summary.missing.front().failed == 3);
}

TEST_CASE("of many deals the gravest verdict counts") {
  using gate::Verdict;
  gate::DealVerdict yes;
  yes.verdict = Verdict::pass;
  gate::DealVerdict condition;
  condition.verdict = Verdict::pass_with_conditions;
  gate::DealVerdict unknown;
  unknown.verdict = Verdict::undecided;
  gate::DealVerdict no;
  no.verdict = Verdict::fail;
  CHECK(gate::overall({yes, condition}) == Verdict::pass_with_conditions);
  CHECK(gate::overall({yes, condition, unknown}) == Verdict::undecided);
  CHECK(gate::overall({no, unknown, yes}) == Verdict::fail);
  CHECK(gate::overall({unknown, condition}) == Verdict::undecided);
  CHECK(gate::overall({}) == Verdict::pass);
}

TEST_CASE("what the rules call for has steps like what a deal names") {
  auto deal = test::deal_of(test::good_deal());
  deal.requirements.clear();
  deal.answers = test::answers_of(R"({"offering": ["hosted_software"], "financial_reporting_impact": "none",
      "financial_activities": [], "customer_data": ["stores", "processes"], "data_kinds": ["confidential_business"],
      "personal_data_role": "none", "commitments": ["uptime", "confidentiality"], "requested_by": ["security_team"],
      "requested_reports": ["soc2"], "requested_type": "type_2", "requested_categories": ["availability"],
      "type_1_accepted_meanwhile": false, "public_report_wanted": false, "test_details_needed": true,
      "customers_publicly_listed": false, "customers_outside_us": false, "enterprise_or_regulated_customers": true,
      "enterprise_plans": false, "controls_operating_months": 12, "months_until_needed": 0,
      "minimum_period_months": 6, "customer_sectors": [], "access_to_customer_systems": false})");
  test::Court held = court();
  held.inventory.reports.front().categories = {model::TrustCategory::security};
  CHECK(ids_of(steps_of(deal, held)) == std::vector<std::string>{"add_category soc2 availability"});
}

TEST_CASE("a category that is only preferred is a step where conditions are a no") {
  auto deal = test::deal_of(test::good_deal());
  deal.requirements.front().categories_preferred = std::vector{model::TrustCategory::availability};
  test::Court strict = court();
  strict.strictness = gate::Strictness::conditions_fail;
  strict.inventory.reports.front().categories = {model::TrustCategory::security};
  const auto ids = ids_of(steps_of(deal, strict));
  CHECK(std::count(ids.begin(), ids.end(), "add_category soc2 availability") == 1);
}

TEST_CASE("deals add up the same in parts as in one piece") {
  test::RandomDeals random(21);
  for (std::size_t round = 0; round < tests::share_of(60); ++round) {
    CAPTURE(round);
    const test::Court court{random.inventory(), {}, {}, {}};
    gate::Summing whole;
    gate::Summing first;
    gate::Summing second;
    for (int i = 0; i < 8; ++i) {
      model::Deal deal = random.deal();
      deal.id = std::to_string(i);
      deal.amount = model::Amount{100 * (i + 1), i % 3 == 0 ? "EUR" : "USD"};
      base::Diagnostics problems;
      const gate::DealVerdict verdict = test::judged(deal, court);
      const std::vector<gate::Step> steps =
          gate::unlocking_steps(deal, court.company(), test::books(), test::day("2026-11-24"), verdict, problems);
      whole.add(verdict, steps);
      (i < 5 ? first : second).add(verdict, steps);
    }
    first.add(second);
    CHECK(first.summary() == whole.summary());
    CHECK(whole.summary().deals() == 8);
  }
}
