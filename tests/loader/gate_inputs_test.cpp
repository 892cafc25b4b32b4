// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <vector>

#include "catch.hpp"
#include "socrates/loader/deals_loader.hpp"
#include "socrates/loader/inventory_loader.hpp"
#include "socrates/loader/policy_loader.hpp"
#include "socrates/loader/rules_loader.hpp"

using namespace socrates;

namespace {

const base::Date today = base::parse_date("2026-11-24").value();

/// `S502 at 1:12: unknown key 'nga', did you mean 'nda'?`
std::vector<std::string> lines_of(const base::Diagnostics& problems) {
  std::vector<std::string> lines;
  for (const base::Diagnostic& problem : problems.kept())
    lines.push_back(std::string(base::entry(problem.code).id) + " at " + std::to_string(problem.at.line) + ":" +
                    std::to_string(problem.at.column) + ": " + problem.message +
                    (problem.hint.empty() ? "" : "; " + problem.hint));
  return lines;
}

model::RuleSet no_rules() { return {}; }

std::vector<std::string> deal_problems(const std::string& text) {
  const base::Source source{"deal.json", text};
  const model::RuleSet rules = no_rules();
  base::Diagnostics problems;
  const auto deals = loader::load_deals({source}, rules, today, problems);
  CHECK(deals.has_value() == problems.empty());
  return lines_of(problems);
}

std::vector<std::string> report_problems(const std::string& text) {
  const base::Source source{"reports.json", text};
  base::Diagnostics problems;
  const auto inventory = loader::load_inventory(source, problems);
  CHECK(inventory.has_value() == problems.empty());
  return lines_of(problems);
}

model::RuleSet acceptance() {
  model::RuleSet rules;
  rules.defaults = {{"age_months", 12, 1, 60, "m"}, {"period_months", 6, 1, 24, "m"}};
  model::Decision decision;
  decision.id = "g05";
  decision.combine = model::Combine::exactly_one;
  rules.decisions.push_back(decision);
  return rules;
}

std::vector<std::string> policy_problems(const std::string& text) {
  const base::Source source{"policy.yaml", text};
  base::Diagnostics problems;
  const auto policy = loader::load_policy(source, acceptance(), problems);
  CHECK(policy.has_value() == problems.empty());
  return lines_of(problems);
}

std::vector<std::string> waiver_problems(const std::string& text) {
  const base::Source source{"waivers.yaml", text};
  base::Diagnostics problems;
  const auto waivers = loader::load_waivers(source, acceptance(), problems);
  CHECK(waivers.has_value() == problems.empty());
  return lines_of(problems);
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a deal is read whole") {
  const base::Source source{"deal.json", R"([{"id": "Q-1", "customer": "First Bank", "entity": "Acme Inc",
    "services": ["app"], "regions": null, "decision_date": "2026-12-15", "recurs": "annual", "recipient": "public",
    "nda": "signed", "fiscal_year_end": "02-29", "fiscal_year_ending": null,
    "requires": [{"report": "soc2", "type": "type_2", "categories": ["security", "availability"],
      "age_months_at_most": 12, "age_days_at_most": null, "age_from": "issued", "type_1_accepted": false}],
    "promises": [{"report": "soc1", "by": "2027-03-31"}], "answers": {}, "amount": 120000.5, "currency": "USD"}])"};
  base::Diagnostics problems;
  const auto deals = loader::load_deals({source}, no_rules(), today, problems);
  INFO((problems.empty() ? std::string() : lines_of(problems).front()));
  REQUIRE(deals);
  const model::Deal& deal = deals->front();
  CHECK(deal.id == "Q-1");
  CHECK(deal.regions.is_unknown());
  CHECK(deal.contract_start.is_left_out());
  CHECK(deal.recipient.value == model::Recipient::the_public);
  CHECK(deal.fiscal_year_end.value == base::YearEnd{std::chrono::month{2}, std::chrono::day{29}});
  REQUIRE(deal.requirements.size() == 1);
  const model::Requirement& requirement = deal.requirements.front();
  CHECK(requirement.id == "r1");
  CHECK(requirement.age_months_at_most.value == 12);
  CHECK(requirement.age_days_at_most.is_unknown());
  CHECK(requirement.age_from == model::AgeFrom::issued);
  CHECK(requirement.type_1_accepted.known() == false);
  CHECK(requirement.bridge_letter_accepted.is_left_out());
  CHECK(deal.promises.front().type.is_left_out());
  REQUIRE(deal.amount);
  CHECK(*deal.amount == model::Amount{12000050, "USD"});
}

TEST_CASE("whatever is wrong with deals is reported with its place") {
  struct Case {
    const char* text;
    Lines expected;
  };
  const Case cases[] = {
      {"[]", {"S501 at 1:1: the list holds no deal"}},
      {"7", {"S504 at 1:1: expected a deal, which is an object, found the number 7"}},
      {R"({"id": "d"})",
       {"S503 at 1:1: both 'requires' and 'answers' are missing; give what is asked for under 'requires', or leave it "
        "to "
        "the rules with \"answers\": {}"}},
      {R"({"answers": {}})", {"S503 at 1:1: the key 'id' is missing"}},
      {R"({"id": "d", "answers": {}, "nga": "signed"})", {"S502 at 1:28: unknown key 'nga'; did you mean 'nda'?"}},
      {R"({"id": "d", "answers": {}, "nda": "singed"})",
       {"S505 at 1:35: unknown word about the NDA 'singed'; did you mean 'signed'?"}},
      {R"({"id": "d", "answers": {}, "nda": true})",
       {"S504 at 1:35: expected a text, found true; put the text in quotes"}},
      {R"({"id": "d", "answers": {}, "services": "app"})", {"S504 at 1:40: expected a list, found the text 'app'"}},
      {R"({"id": "d", "answers": {}, "services": ["app", "app"]})", {"S506 at 1:48: 'app' is given twice"}},
      {R"({"id": "d", "answers": {}, "decision_date": "2026-02-30"})",
       {"S109 at 1:45: '2026-02-30' is not a date; dates are written as YYYY-MM-DD"}},
      {R"({"id": "d", "answers": {}, "fiscal_year_end": "13-01"})",
       {"S109 at 1:47: '13-01' is not a day of the year; it is written as MM-DD, such as 12-31"}},
      {R"({"id": "d", "answers": {}, "amount": -1})",
       {"S504 at 1:38: expected an amount from 0 to 1000000000000, with at most two digits after the point, found the "
        "number -1"}},
      {R"({"id": "d", "answers": {}, "amount": 1.234})",
       {"S504 at 1:38: expected an amount from 0 to 1000000000000, with at most two digits after the point, found the "
        "number 1.234"}},
      {R"({"id": "d", "answers": {}, "currency": "usd"})",
       {"S504 at 1:40: expected a currency as three capital letters, such as USD, found the text 'usd'"}},
      {R"({"id": "d", "requires": [{"type": "type_2"}]})",
       {"S503 at 1:26: both 'report' and 'any_of' are missing; give what is required, or several things, one of which "
        "is enough"}},
      {R"({"id": "d", "requires": [{"report": "soc22"}]})",
       {"S505 at 1:37: unknown report 'soc22'; did you mean 'soc2'?"}},
      {R"({"id": "d", "requires": [{"report": "soc2", "period_months_at_least": 121}]})",
       {"S504 at 1:71: expected a whole number from 0 to 120, found the number 121"}},
      {R"({"id": "d", "requires": [{"id": "r", "report": "soc2"}, {"id": "r", "report": "soc1"}]})",
       {"S506 at 1:57: 'r' is given twice"}},
      {R"([{"id": "d", "answers": {}}, {"id": "d", "answers": {}}])", {"S506 at 1:30: 'd' is given twice"}},
      {R"({"id": "d", "answers": {"reports_held": ["soc3"]}})",
       {"S509 at 1:25: 'reports_held' follows from the reports file; leave it out",
        "S102 at 1:25: unknown question 'reports_held'"}},
      {R"({"id": "", "requires": 3, "promises": {}})",
       {"S504 at 1:8: expected a text, found an empty text",
        "S504 at 1:24: expected a list of requirements, found the number 3",
        "S504 at 1:39: expected a list of promises, found a mapping"}},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(deal_problems(c.text) == c.expected);
  }
}

TEST_CASE("a report held is read whole, and what is not known has no value") {
  const base::Source source{"reports.json", R"({"reports": [{"id": "a", "report": "soc2", "also": ["hitrust"],
    "type": "type_2", "categories": ["security"], "covers": ["app"], "regions": null,
    "period": {"from": "2025-10-01", "to": "2026-09-30"}, "issued": "2026-11-05", "opinion": "qualified",
    "qualified_on": ["CC6.2"], "exceptions": [{"on": "CC6.2", "severity": "low", "response": true}],
    "auditor": {"firm": "F", "licensed": true}, "subservice": {"method": "carve_out",
    "organizations": [{"name": "host", "critical": true, "report_held": true}]},
    "bridge_letter": {"from": "2026-10-01", "to": "2026-12-10", "signed": "2026-12-11"}}],
    "next": [{"report": "soc2", "expected": "2027-02-15"}]})"};
  base::Diagnostics problems;
  const auto inventory = loader::load_inventory(source, problems);
  REQUIRE(inventory);
  const model::HeldReport& report = inventory->reports.front();
  CHECK(report.also == std::vector<model::Family>{model::Family::hitrust});
  CHECK_FALSE(report.regions);
  CHECK_FALSE(report.frameworks);
  CHECK(report.auditor.licensed == true);
  CHECK_FALSE(report.auditor.peer_reviewed);
  CHECK(report.subservice->organizations->front().report_held == true);
  CHECK(base::to_text(*report.bridge_letter->signed_on) == "2026-12-11");
  CHECK_FALSE(inventory->next.front().certain);
}

TEST_CASE("whatever is wrong with reports is reported with its place") {
  struct Case {
    const char* text;
    Lines expected;
  };
  const Case cases[] = {
      {"[]", {"S504 at 1:1: expected an object with 'reports' and 'next', found a list"}},
      {"{}", {"S503 at 1:1: the key 'reports' is missing; an empty list says that no report is held"}},
      {R"({"reports": null})", {"S504 at 1:13: expected a list, found nothing"}},
      {R"({"reports": [{"id": "a", "report": "soc2", "opinon": "clean"}]})",
       {"S502 at 1:44: unknown key 'opinon'; did you mean 'opinion'?"}},
      {R"({"reports": [{"id": "a", "report": "soc2"}, {"id": "a", "report": "soc1"}]})",
       {"S506 at 1:45: 'a' is given twice"}},
      {R"({"reports": [{"id": "a", "report": "soc2", "period": {"from": "2026-10-01", "to": "2026-09-30"}}]})",
       {"S507 at 1:54: the period ends before it begins"}},
      {R"({"reports": [{"id": "a", "report": "soc2", "period": {"from": "2026-10-01"}}]})",
       {"S503 at 1:44: the key 'to' is missing"}},
      {R"({"reports": [{"id": "a", "report": "soc2", "issued": "2026-09-30",
           "period": {"from": "2025-10-01", "to": "2026-09-30"}}]})",
       {"S507 at 1:54: the report is issued before the end of the time that it covers; compare 'issued' with 'period' "
        "and 'as_of'"}},
      {R"({"reports": [{"id": "a", "report": "soc2", "opinion": "unmodified", "qualified_on": ["CC6.1"]}]})",
       {"S512 at 1:85: an unmodified opinion is not qualified on anything"}},
      {R"({"reports": [{"id": "a", "report": "soc2", "subservice": {"method": "none", "organizations": [{}]}}]})",
       {"S512 at 1:58: the method says that there is none, but subservice organizations are named"}},
      {R"({"reports": [], "next": [{"report": "soc2", "expected": "2026-12-20",
           "period": {"from": "2026-10-01", "to": "2027-09-30"}}]})",
       {"S507 at 1:57: the report is expected before its period is over; compare 'expected' with 'period'"}},
      {R"({"reports": [{"id": "a", "report": "soc2", "exceptions": {}}]})",
       {"S504 at 1:58: expected a list, found a mapping"}},
      {R"({"reports": [], "next": [{"report": "soc2", "certain": "yes"}]})",
       {"S504 at 1:56: expected true or false, found the text 'yes'; write true"}},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(report_problems(c.text) == c.expected);
  }
}

TEST_CASE("a policy sets thresholds of the acceptance rules within their range") {
  const base::Source source{"policy.yaml", "thresholds:\n  age_months: 9\nalike_services:\n  - [app, app-eu]\n"};
  base::Diagnostics problems;
  const auto policy = loader::load_policy(source, acceptance(), problems);
  REQUIRE(policy);
  CHECK(policy->thresholds.at("age_months") == 9);
  CHECK(policy->alike_services == std::vector<std::vector<std::string>>{{"app", "app-eu"}});
  CHECK(policy_problems("thresholds:\n  age_month: 9\n") ==
        Lines{"S510 at 2:3: unknown threshold 'age_month'; did you mean 'age_months'?"});
  CHECK(policy_problems("thresholds:\n  age_months: 61\n") ==
        Lines{"S504 at 2:15: expected a whole number from 1 to 60, found the number 61"});
  CHECK(policy_problems("threshold: {}\n") ==
        Lines{"S502 at 1:1: unknown key 'threshold'; did you mean 'thresholds'?"});
}

TEST_CASE("a waiver names deal, check, reason, approver and expiry") {
  const base::Source source{
      "waivers.yaml",
      "waivers:\n  - {deal: Q-1, check: G05, reason: agreed, approver: A. B., expiry: \"2027-01-31\"}\n"};
  base::Diagnostics problems;
  const auto waivers = loader::load_waivers(source, acceptance(), problems);
  REQUIRE(waivers);
  CHECK(waivers->front().check == "G05");
  CHECK(waiver_problems("waivers:\n  - {deal: Q-1, check: g05, reason: r, approver: a, expiry: \"2027-01-31\"}\n") ==
        Lines{"S505 at 2:24: unknown check 'g05'; did you mean 'G05'?"});
  CHECK(waiver_problems("{}\n") == Lines{"S503 at 1:1: the key 'waivers' is missing"});
  CHECK(waiver_problems("waivers:\n  - {deal: Q-1, check: G5, reason: r, approver: a}\n") ==
        Lines{"S503 at 2:5: the key 'expiry' is missing", "S505 at 2:24: unknown check 'G5'; expected 'G05'"});
}

TEST_CASE("acceptance rules declare their thresholds with a range") {
  const auto problems_of = [](const std::string& defaults) {
    const base::Source source{"r.yaml",
                              "format: 1\nid: r\nversion: 1\n" + defaults +
                                  "questions:\n  q: {ask: a, yes_no: true}\nsources:\n  s: {title: t, "
                                  "publisher: p}\ndecisions:\n  d:\n    collect: [v]\n    rules:\n      - {id: "
                                  "d.v, when: {q: true}, then: v, because: b, sources: [s], action: {who: we, "
                                  "do: Act.}}\n"};
    base::Diagnostics problems;
    const auto loaded = loader::load_rules({source}, problems);
    if (loaded) {
      CHECK(loaded->rules.decisions.front().rules.front().who == "we");
      CHECK(loaded->rules.decisions.front().rules.front().action == "Act.");
    }
    return lines_of(problems);
  };
  CHECK(problems_of("defaults:\n  age: {value: 12, from: 1, to: 60, meaning: m}\n").empty());
  CHECK(problems_of("defaults:\n  age: {value: 61, from: 1, to: 60, meaning: m}\n") ==
        Lines{"S203 at 5:16: 61 is not within 1 to 60"});
  CHECK(problems_of("defaults:\n  age: {value: 6, from: 1, meaning: m}\n") ==
        Lines{"S202 at 5:3: the key 'to' is missing"});
}
