// SPDX-License-Identifier: Apache-2.0
//
// What is said of whole deals: those that name no report, waivers, what comes next, what to send meanwhile.
#include "catch.hpp"
#include "court.hpp"

#include "socrates/base/codes.hpp"

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
  CHECK_FALSE(gate::judge(deal, court.company(), test::books(), test::day("2026-11-24"), problems));
  CHECK(problems.kept().front().code == base::Code::reports_held_given);
}

TEST_CASE("each report held is an option of the reports held, and a type where the options name types") {
  struct Case {
    const char* report;
    const char* held;
  };
  const std::vector<Case> cases = {
      {R"("report": "soc1", "type": "type_1", "as_of": "2026-06-30")", "soc1_type_1"},
      {R"("report": "soc2", "type": "type_2", "period": {"from": "2025-10-01", "to": "2026-09-30"})", "soc2_type_2"},
      {R"("report": "soc3")", "soc3"},
      {R"("report": "isae_3402", "type": "type_2", "period": {"from": "2025-10-01", "to": "2026-09-30"})", "isae_3402"},
      {R"("report": "c5", "type": "type_2", "period": {"from": "2025-10-01", "to": "2026-09-30"})", "c5"},
      {R"("report": "c5")", "c5"},
      {R"("report": "iso_27001")", "iso_27001"},
      {R"("report": "iso_42001")", "iso_42001"},
      {R"("report": "hitrust", "level": "r2")", "hitrust"},
      {R"("report": "pci_dss", "level": "roc")", "pci_dss"},
      {R"("report": "fedramp", "level": "moderate")", "fedramp"},
      {R"("report": "tisax", "level": "al2")", "tisax"},
  };
  const model::RuleSet& rules = test::selection().rules;
  const std::size_t held = model::find_question(rules, "reports_held").value();
  for (const Case& one : cases) {
    INFO(one.report);
    const model::Inventory inventory =
        test::inventory_of(std::string(R"({"reports": [{"id": "a", "issued": "2026-11-05", )") + one.report + "}]}");
    for (const model::Named& option : rules.questions[held].options) {
      INFO(option.id);
      const model::Answers answers = test::answers_of(R"({"reports_held": [")" + option.id + R"("]})");
      CHECK(gate::says_what_is_held(rules.questions[held], answers[held], inventory, test::day("2026-11-24")) ==
            (option.id == one.held));
    }
  }
}

TEST_CASE("answers of a deal that contradict the profile are a problem and no verdict") {
  test::Court court = court_with(test::good_report());
  court.profile = test::answers_of(R"({"data_kinds": ["personal"]})");
  base::Diagnostics problems;
  const auto deal = test::deal_of(deal_without_requires(R"({"customer_data": []})"));
  CHECK_FALSE(gate::judge(deal, court.company(), test::books(), test::day("2026-11-24"), problems));
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

TEST_CASE("nobody waives that a report is of another kind, not there, replaced, or restricted before the public") {
  const auto deal = test::deal_of(test::good_deal());
  const auto waived = [&](const std::string& check, const test::Court& court, const model::Deal& of) {
    test::Court with = court;
    with.waivers = {{"d", check, "", "the buyer agreed", "A. Approver", test::day("2027-12-15")}};
    return test::judged(of, with).verdict;
  };
  std::string soc1 = test::good_report();
  soc1.replace(soc1.find("soc2"), 4, "soc1");
  CHECK(waived("G01", court_with(soc1), deal) == Verdict::fail);
  CHECK(waived("G01", court_with(""), deal) == Verdict::fail);
  std::string late = test::good_report();
  late.replace(late.find("2026-11-05"), 10, "2027-02-01");
  CHECK(waived("G06", court_with(late), deal) == Verdict::fail);
  std::string old = test::good_report();
  old.replace(old.find("\"a\""), 3, "\"b\"");
  old.replace(old.find("2025-10-01"), 10, "2024-10-01");
  old.replace(old.find("2026-09-30"), 10, "2025-09-30");
  old.replace(old.find("2026-11-05"), 10, "2025-11-05");
  std::string qualified = test::good_report();
  qualified.replace(qualified.find("\"unmodified\""), 12, R"("qualified", "qualified_on": ["CC6.1"])");
  CHECK(waived("G06", court_with(old + "," + qualified), deal) == Verdict::fail);
  CHECK(waived("G06", court_with(old), deal) == Verdict::pass_with_conditions);
  model::Deal for_public = deal;
  for_public.recipient = model::Recipient::the_public;
  CHECK(waived("G14", court_with(test::good_report()), for_public) == Verdict::fail);
}

TEST_CASE("under strictness a condition is a no, and outweighs what is not known") {
  auto deal = test::deal_of(test::good_deal());
  deal.requirements.front().categories_preferred = std::vector<model::TrustCategory>{model::TrustCategory::privacy};
  test::Court court = court_with(test::good_report());
  CHECK(test::judged(deal, court).verdict == Verdict::pass_with_conditions);
  court.strictness = gate::Strictness::conditions_fail;
  CHECK(test::judged(deal, court).verdict == Verdict::fail);
  court.inventory.reports.front().opinion.reset();
  CHECK(test::judged(deal, court).verdict == Verdict::fail);
  court.strictness = gate::Strictness::conditions_pass;
  CHECK(test::judged(deal, court).verdict == Verdict::undecided);
}

TEST_CASE("what a request that names no reports gets wrong is a condition with its reason and words to send back") {
  const std::string answers = R"({"offering": [], "financial_reporting_impact": "none", "financial_activities": [],
    "customer_data": [], "data_kinds": [], "personal_data_role": "none", "commitments": [],
    "requested_by": ["security_team"], "requested_reports": ["soc2"], "requested_type": "unspecified",
    "requested_categories": [], "type_1_accepted_meanwhile": false, "public_report_wanted": false,
    "test_details_needed": false, "customers_publicly_listed": false, "customers_outside_us": false,
    "enterprise_or_regulated_customers": false, "enterprise_plans": false, "controls_operating_months": 12,
    "months_until_needed": 12, "minimum_period_months": 0, "customer_sectors": [],
    "access_to_customer_systems": false})";
  const auto verdict = test::judged(test::deal_of(deal_without_requires(answers)), court_with(""));
  REQUIRE_FALSE(verdict.requirements.empty());
  const gate::RequirementVerdict& request = verdict.requirements.back();
  CHECK(request.id == "request");
  CHECK(request.verdict == Verdict::pass_with_conditions);
  CHECK_FALSE(request.checks.front().because.empty());
  CHECK_FALSE(request.replies.empty());
}

TEST_CASE("a framework that is asked for by name is needed, not only called for") {
  std::string answers = payroll;
  answers.replace(answers.find(R"(["soc1"])"), 8, R"(["soc1", "hitrust"])");
  const auto verdict = test::judged(test::deal_of(deal_without_requires(answers)), court_with(""));
  bool is_there = false;
  for (const gate::RequirementVerdict& requirement : verdict.requirements) {
    if (requirement.id != "hitrust") continue;
    is_there = true;
    CHECK(requirement.weight == gate::Weight::required);
    CHECK(requirement.verdict == Verdict::fail);
  }
  CHECK(is_there);
}

TEST_CASE("only the requirement that does not fit the service is told so") {
  test::Court court = court_with(test::good_report());
  court.profile = test::answers_of(R"({"offering": ["hosted_software"], "financial_reporting_impact": "none",
    "financial_activities": [], "customer_data": ["stores"], "data_kinds": [], "personal_data_role": "none",
    "requested_by": ["security_team"], "access_to_customer_systems": false})");
  const auto verdict = test::judged(test::deal_of(R"({"id": "d", "recipient": "customer", "nda": "signed",
    "requires": [{"report": "soc2"}, {"report": "soc1"}]})"),
                                    court);
  CHECK(check_of(verdict.requirements.front(), "G18").verdict != CheckVerdict::condition);
  CHECK(check_of(verdict.requirements.back(), "G18").verdict == CheckVerdict::condition);
  CHECK_FALSE(check_of(verdict.requirements.back(), "G18").figures.empty());
}

TEST_CASE("what lies in the scope is not mended by the next report") {
  auto deal = test::deal_of(test::good_deal());
  deal.entity = std::string("Other GmbH");
  const auto requirement = test::judged(deal, court_with(test::good_report(), next_with_privacy)).requirements.front();
  CHECK(requirement.verdict == Verdict::fail);
  CHECK_FALSE(requirement.earliest);
}

TEST_CASE("where nothing held or to come will do, a plan may say when a new report is there") {
  auto deal = test::deal_of(test::good_deal());
  test::Court court = court_with("");
  base::Diagnostics problems;
  gate::Company company = court.company();
  company.planned = [](const model::Requirement& requirement) {
    model::NextReport next;
    next.report = requirement.report;
    next.type = requirement.type.known();
    next.categories = requirement.categories.known();
    next.expected = test::day("2027-08-01");
    next.period = model::Period{test::day("2027-01-01"), test::day("2027-06-30")};
    return std::optional(next);
  };
  const auto verdict = gate::judge(deal, company, test::books(), test::day("2026-11-24"), problems);
  REQUIRE(verdict);
  CHECK(verdict->requirements.front().earliest == test::day("2027-08-01"));
}

TEST_CASE("the end of the customer's year is a day on which a report can begin to do") {
  auto deal = test::deal_of(R"({"id": "d", "decision_date": "2026-12-15", "recipient": "customer", "nda": "signed",
    "fiscal_year_end": "03-31", "services": ["app"], "requires": [{"report": "soc1", "type": "type_2"}]})");
  std::string soc1 = test::good_report();
  soc1.replace(soc1.find("soc2"), 4, "soc1");
  soc1.replace(soc1.find("2025-10-01"), 10, "2026-01-01");
  soc1.replace(soc1.find("2026-09-30"), 10, "2026-10-31");
  soc1.replace(soc1.find("2026-11-05"), 10, "2026-12-01");
  const auto requirement = test::judged(deal, court_with(soc1)).requirements.front();
  CHECK(requirement.earliest == test::day("2027-03-31"));
  CHECK(requirement.earliest_by == "a bridge letter signed then");
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
  CHECK(requirement.actions.front().who == "sales");
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
