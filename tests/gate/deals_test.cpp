// SPDX-License-Identifier: Apache-2.0
//
// What is said of whole deals: those that name no report, waivers, what comes next, what to send meanwhile.
#include "catch.hpp"
#include "court.hpp"

using namespace socrates;
using gate::CheckVerdict;
using gate::Verdict;

namespace {

test::Court court_with(const std::string& reports, const std::string& next = "[]") {
  test::Court court;
  court.inventory = test::inventory_of(R"({"reports": [)" + reports + R"(], "next": )" + next + "}");
  return court;
}

const gate::Check& check_of(const gate::RequirementVerdict& requirement, const std::string& id) {
  for (const gate::Check& check : requirement.checks)
    if (check.id == id) return check;
  throw std::runtime_error("no check " + id);
}

constexpr const char* next_with_privacy = R"([{"report": "soc2", "type": "type_2",
    "categories": ["security", "availability", "privacy"], "covers": ["app"], "expected": "2027-02-15", "certain": true,
    "period": {"from": "2026-08-01", "to": "2027-01-31"}}])";

std::string deal_without_requires(const std::string& answers) { return R"({"id": "d", "answers": )" + answers + "}"; }

/// Everything that the selection rules ask of a payroll processor whose customers' auditors want a SOC 1 Type 2.
constexpr const char* payroll = R"({"offering": ["processing_service"], "financial_reporting_impact": "direct",
    "financial_activities": ["payroll"], "customer_data": ["stores", "processes"], "data_kinds": ["personal"],
    "personal_data_role": "processor", "commitments": [], "requested_by": ["financial_auditors"],
    "requested_reports": ["soc1"], "requested_type": "type_2", "requested_categories": [],
    "type_1_accepted_meanwhile": false, "public_report_wanted": false, "test_details_needed": true,
    "customers_publicly_listed": true, "customers_outside_us": false, "enterprise_or_regulated_customers": false,
    "enterprise_plans": false, "controls_operating_months": 24, "months_until_needed": 60,
    "minimum_period_months": 0, "customer_sectors": [], "access_to_customer_systems": false})";

}  // namespace

TEST_CASE("a deal that names no reports asks for what the selection rules see as needed") {
  const auto none = test::judged(test::deal_of(deal_without_requires(payroll)), court_with(""));
  REQUIRE_FALSE(none.requirements.empty());
  CHECK(none.requirements.front().id == "soc1");
  CHECK(none.requirements.front().weight == gate::Weight::required);
  CHECK(none.verdict == Verdict::fail);
}

TEST_CASE("what is only recommended is at most a condition") {
  const auto verdict = test::judged(test::deal_of(deal_without_requires(payroll)), court_with(""));
  for (const gate::RequirementVerdict& requirement : verdict.requirements)
    if (requirement.weight == gate::Weight::recommended) CHECK(requirement.verdict == Verdict::pass_with_conditions);
}

TEST_CASE("an open decision makes the deal undecided") {
  const auto verdict = test::judged(test::deal_of(deal_without_requires("{}")), court_with(test::good_report()));
  CHECK(verdict.verdict == Verdict::undecided);
  CHECK_FALSE(verdict.requirements.back().checks.front().unknown.empty());
}

TEST_CASE("the answers of the deal stand on top of the company's profile") {
  test::Court court = court_with("");
  court.profile = test::answers_of(payroll);
  const auto as_profile = test::judged(test::deal_of(deal_without_requires("{}")), court);
  CHECK(as_profile.verdict == Verdict::fail);
  const auto without =
      test::judged(test::deal_of(deal_without_requires(R"({"requested_by": [], "requested_reports": []})")), court);
  for (const gate::RequirementVerdict& requirement : without.requirements)
    CHECK(requirement.weight == gate::Weight::recommended);
}

TEST_CASE("an empty list of requirements does not pass for nothing") {
  const auto deal = test::deal_of(R"({"id": "d", "requires": []})");
  CHECK(test::judged(deal, court_with(test::good_report())).verdict == Verdict::undecided);
}

TEST_CASE("the reports held follow from the inventory and cannot be answered beside it") {
  test::Court court = court_with(test::good_report());
  court.profile = test::answers_of(R"({"reports_held": ["soc1_type_2"]})");
  base::Diagnostics problems;
  const auto deal = test::deal_of(test::good_deal());
  CHECK_FALSE(gate::judge(deal, {court.inventory, court.profile, court.policy, court.waivers},
                          {test::selection(), test::acceptance()}, test::day("2026-11-24"), problems));
  CHECK(problems.kept().front().code == base::Code::reports_held_given);
}

TEST_CASE("answers of a deal that contradict the profile are a problem and no verdict") {
  test::Court court = court_with(test::good_report());
  court.profile = test::answers_of(R"({"data_kinds": ["personal"]})");
  base::Diagnostics problems;
  const auto deal = test::deal_of(deal_without_requires(R"({"customer_data": []})"));
  CHECK_FALSE(gate::judge(deal, {court.inventory, court.profile, court.policy, court.waivers},
                          {test::selection(), test::acceptance()}, test::day("2026-11-24"), problems));
  CHECK(problems.kept().front().code == base::Code::deal_contradicts);
}

TEST_CASE("without a decision date the deal is judged as of today, and says so") {
  const auto verdict =
      test::judged(test::deal_of(R"({"id": "d", "requires": [{"report": "soc2"}]})"), court_with(test::good_report()));
  CHECK(verdict.decision_date_is_today);
  CHECK(verdict.decision_date == test::day("2026-11-24"));
}

TEST_CASE("a waiver turns a failed check into a condition until it expires") {
  auto deal = test::deal_of(test::good_deal());
  deal.requirements.front().period_months_at_least = 18;
  test::Court court = court_with(test::good_report());
  CHECK(test::judged(deal, court).verdict == Verdict::fail);
  struct Case {
    const char* expiry;
    const char* check;
    const char* requirement;
    Verdict verdict;
    gate::WaiverUse::State state;
  };
  using State = gate::WaiverUse::State;
  const Case cases[] = {
      {"2026-12-15", "G05", "", Verdict::pass_with_conditions, State::used},
      {"2026-12-15", "G05", "r", Verdict::pass_with_conditions, State::used},
      {"2026-12-14", "G05", "", Verdict::fail, State::expired},
      {"2026-11-23", "G05", "", Verdict::fail, State::expired},
      {"2026-12-15", "G06", "", Verdict::fail, State::idle},
      {"2026-12-15", "G05", "s", Verdict::fail, State::idle},
  };
  for (const Case& c : cases) {
    INFO(c.expiry << " " << c.check << " " << c.requirement);
    court.waivers = {{"d", c.check, c.requirement, "the buyer agreed", "A. Approver", test::day(c.expiry)}};
    const auto verdict = test::judged(deal, court);
    CHECK(verdict.verdict == c.verdict);
    CHECK(verdict.waivers.front().state == c.state);
  }
  court.waivers = {{"other", "G05", "", "the buyer agreed", "A. Approver", test::day("2027-12-15")}};
  CHECK(test::judged(deal, court).waivers.empty());
}

TEST_CASE("a waiver does not turn a don't-know into a yes") {
  auto deal = test::deal_of(test::good_deal());
  test::Court court = court_with(test::good_report());
  court.inventory.reports.front().opinion.reset();
  court.waivers = {{"d", "G09", "", "the buyer agreed", "A. Approver", test::day("2027-12-15")}};
  CHECK(test::judged(deal, court).verdict == Verdict::undecided);
}

TEST_CASE("the earliest day is that of the report that will do") {
  auto deal = test::deal_of(test::good_deal());
  deal.requirements.front().categories.value.push_back(model::TrustCategory::privacy);
  const auto requirement = test::judged(deal, court_with(test::good_report(), next_with_privacy)).requirements.front();
  CHECK(requirement.verdict == Verdict::fail);
  CHECK(requirement.earliest == test::day("2027-02-15"));
  CHECK(requirement.met_by.empty());
  CHECK(requirement.nearest == std::vector<std::string>{"a"});
  CHECK_FALSE(requirement.interim.empty());
}

TEST_CASE("a report that is issued after the decision counts from the day of its issue") {
  auto deal = test::deal_of(test::good_deal());
  deal.decision_date = test::day("2026-11-01");
  const auto requirement = test::judged(deal, court_with(test::good_report())).requirements.front();
  CHECK(requirement.verdict == Verdict::fail);
  CHECK(requirement.earliest == test::day("2026-11-05"));
}

TEST_CASE("where a bridge letter would do, it can be signed at once") {
  auto deal = test::deal_of(test::good_deal());
  deal.requirements.front().age_months_at_most = 2;
  deal.requirements.front().bridge_letter_accepted = true;
  const auto requirement = test::judged(deal, court_with(test::good_report())).requirements.front();
  CHECK(requirement.verdict == Verdict::fail);
  CHECK(requirement.earliest == test::day("2026-12-15"));
  CHECK(requirement.earliest_by == "a bridge letter");
}

TEST_CASE("where nothing is planned there is no earliest day") {
  auto deal = test::deal_of(test::good_deal());
  deal.requirements.front().categories.value.push_back(model::TrustCategory::privacy);
  CHECK_FALSE(test::judged(deal, court_with(test::good_report())).requirements.front().earliest);
}

TEST_CASE("of two reports that would do the more recent one is sent, and the other is explained") {
  std::string older = test::good_report();
  older.replace(older.find("\"a\""), 3, "\"b\"");
  older.replace(older.find("2026-11-05"), 10, "2026-08-05");
  older.replace(older.find("2026-09-30"), 10, "2026-06-30");
  const auto requirement = test::judged(test::deal_of(test::good_deal()), court_with(older + "," + test::good_report()))
                               .requirements.front();
  CHECK(requirement.met_by == std::vector<std::string>{"a"});
  REQUIRE(requirement.others.size() == 1);
  CHECK(requirement.others.front().report == "b");
  CHECK(requirement.others.front().why.find("G06") == 0);
}

TEST_CASE("conditions name who has to act, and come with words for the customer") {
  auto deal = test::deal_of(test::good_deal());
  deal.nda = model::Nda::pending;
  const auto requirement = test::judged(deal, court_with(test::good_report())).requirements.front();
  CHECK(requirement.verdict == Verdict::pass_with_conditions);
  REQUIRE(requirement.actions.size() == 1);
  CHECK(requirement.actions.front().check == "G14");
  CHECK(requirement.actions.front().who == "buyer");
  CHECK_FALSE(requirement.replies.empty());
}

TEST_CASE("the gravest requirement decides, and a no beats a don't-know") {
  auto deal = test::deal_of(test::good_deal());
  deal.requirements.push_back(deal.requirements.front());
  deal.requirements.back().id = "s";
  deal.requirements.back().report = model::Family::pci_dss;
  test::Court court = court_with(test::good_report());
  court.inventory.reports.front().opinion.reset();
  const auto verdict = test::judged(deal, court);
  CHECK(verdict.requirements.front().verdict == Verdict::undecided);
  CHECK(verdict.requirements.back().verdict == Verdict::fail);
  CHECK(verdict.verdict == Verdict::fail);
}

TEST_CASE("promises are judged even where no report is asked for by name") {
  const auto deal = test::deal_of(
      R"({"id": "d", "answers": {}, "promises": [{"report": "soc1", "type": "type_2", "by": "2026-12-24"}]})");
  test::Court court = court_with(test::good_report());
  const auto verdict = test::judged(deal, court);
  CHECK(verdict.verdict == Verdict::fail);
  CHECK(check_of(verdict.requirements.back(), "G17").verdict == CheckVerdict::fail);
}

TEST_CASE("conditions are a no under strictness, and nothing else changes") {
  using gate::Strictness;
  for (const Verdict verdict : {Verdict::pass, Verdict::undecided, Verdict::fail}) {
    CHECK(gate::under(Strictness::conditions_fail, verdict) == verdict);
    CHECK(gate::under(Strictness::conditions_pass, verdict) == verdict);
  }
  CHECK(gate::under(Strictness::conditions_fail, Verdict::pass_with_conditions) == Verdict::fail);
  CHECK(gate::under(Strictness::conditions_pass, Verdict::pass_with_conditions) == Verdict::pass_with_conditions);
}
