// SPDX-License-Identifier: Apache-2.0
//
// What has to hold of alternatives, of what is due later, of levels, letters, profiles and promises, tried on random
// deals.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "court.hpp"
#include "effort.hpp"
#include "random_deals.hpp"
#include "socrates/loader/deals_loader.hpp"

using namespace socrates;
using gate::Verdict;

namespace {

const std::size_t rounds_of_requests = tests::share_of(500);

gate::RequirementVerdict judged_alone(const model::Deal& deal, const model::Requirement& requirement,
                                      const test::Court& court) {
  model::Deal alone = deal;
  alone.promises.clear();
  alone.requirements = {requirement};
  alone.requirements.front().id = "r";
  for (model::Requirement& alternative : alone.requirements.front().any_of) alternative.id = "r";
  return test::judged(alone, court).requirements.front();
}

Verdict verdict_alone(const model::Deal& deal, const model::Requirement& requirement, const test::Court& court) {
  return judged_alone(deal, requirement, court).verdict;
}

test::Court court_of(test::RandomDeals& random) {
  test::Court court;
  court.inventory = random.inventory();
  if (random.one_in(4)) court.strictness = gate::Strictness::conditions_fail;
  return court;
}

model::Requirement one_of(std::vector<model::Requirement> alternatives) {
  model::Requirement requirement;
  requirement.any_of = std::move(alternatives);
  return requirement;
}

}  // namespace

TEST_CASE("of several alternatives the best decides, and one more never makes it worse") {
  test::RandomDeals random(31);
  for (std::size_t round = 0; round < rounds_of_requests; ++round) {
    const model::Deal deal = random.deal();
    const test::Court court = court_of(random);
    std::vector<model::Requirement> alternatives;
    Verdict best = Verdict::fail;
    for (int n = 2 + random.below(3); n > 0; --n) {
      alternatives.push_back(random.requirement());
      best = std::min(best, verdict_alone(deal, alternatives.back(), court));
    }
    const gate::RequirementVerdict all = judged_alone(deal, one_of(alternatives), court);
    INFO(round);
    REQUIRE(all.alternatives.size() == alternatives.size());
    for (const gate::RequirementVerdict& one : all.alternatives) REQUIRE(all.verdict <= one.verdict);
    // Of two kinds that are asked for side by side neither stands in for the other, as it may where it is asked for
    // alone.
    REQUIRE(best <= all.verdict);
    const bool is_one_kind = std::all_of(alternatives.begin(), alternatives.end(), [&](const model::Requirement& one) {
      return one.report == alternatives.front().report;
    });
    if (!is_one_kind) continue;
    REQUIRE(all.verdict == best);
    alternatives.pop_back();
    REQUIRE(all.verdict <= judged_alone(deal, one_of(alternatives), court).verdict);
  }
}

TEST_CASE("what is due later never fails what is held") {
  test::RandomDeals random(32);
  for (std::size_t round = 0; round < rounds_of_requests; ++round) {
    const model::Deal deal = random.deal();
    const test::Court court = court_of(random);
    const model::Requirement now = random.requirement();
    model::Requirement later = now;
    later.due = model::Due{base::add_days(deal.decision_date.value, random.below(700) - 100), {}};
    INFO(round);
    REQUIRE(verdict_alone(deal, later, court) <= verdict_alone(deal, now, court));
  }
}

TEST_CASE("raising the level that is asked for never makes it better") {
  test::RandomDeals random(33);
  for (std::size_t round = 0; round < rounds_of_requests; ++round) {
    const model::Deal deal = random.deal();
    test::Court court = court_of(random);
    for (model::HeldReport& report : court.inventory.reports) {
      report.report = model::Family::hitrust;
      report.also.clear();
      report.valid_until = base::add_days(deal.decision_date.value, 100);
      if (!random.one_in(4)) report.level = random.below(3);
    }
    model::Requirement requirement;
    requirement.report = model::Family::hitrust;
    Verdict before = verdict_alone(deal, requirement, court);
    for (int level = 0; level < 3; ++level) {
      requirement.level_at_least = level;
      const Verdict after = verdict_alone(deal, requirement, court);
      INFO(round << " " << level);
      REQUIRE(before <= after);
      before = after;
    }
  }
}

TEST_CASE("a chain of letters is one letter over the same days, signed on the day of the last one") {
  test::RandomDeals random(34);
  for (std::size_t round = 0; round < rounds_of_requests; ++round) {
    model::Deal deal = random.deal();
    test::Court court = court_of(random);
    test::Court with_chain = court;
    for (std::size_t r = 0; r < court.inventory.reports.size(); ++r) {
      model::HeldReport& report = court.inventory.reports[r];
      if (!report.period) continue;
      model::HeldReport& chained = with_chain.inventory.reports[r];
      chained.bridge_letter.reset();
      base::Date from = base::add_days(report.period->to, 1);
      const base::Date first = from;
      for (int n = 1 + random.below(3); n > 0; --n) {
        const base::Date to = base::add_days(from, random.below(60));
        chained.bridge_letters.push_back(
            {from, to, std::min(base::add_days(to, random.below(5)), std::max(to, deal.decision_date.value))});
        from = base::add_days(to, 1);
        if (deal.decision_date.value <= from) break;
      }
      const model::BridgeLetter& last = chained.bridge_letters.back();
      report.bridge_letter = model::BridgeLetter{first, last.to, last.signed_on};
      if (deal.decision_date.value < *last.signed_on) chained = report;  // that one is not signed yet
      std::reverse(chained.bridge_letters.begin(), chained.bridge_letters.end());
    }
    INFO(round);
    REQUIRE(test::judged(deal, court).verdict == test::judged(deal, with_chain).verdict);
  }
}

TEST_CASE("a promise is kept only by a report that will be young enough on that day") {
  test::RandomDeals random(35);
  std::size_t kept = 0;
  std::size_t kept_alone = 0;
  for (std::size_t round = 0; round < tests::share_of(10'000); ++round) {
    model::Deal deal = random.deal();
    deal.requirements.resize(1);
    deal.services = {};
    deal.entity = {};
    const base::Date by = base::add_days(deal.decision_date.value, random.below(2500) - 300);
    deal.promises = {{model::Family::soc2, model::ReportType::type_2, by}};
    test::Court court;
    court.inventory = random.inventory();
    for (model::NextReport& next : court.inventory.next)
      if (next.expected && random.one_in(2)) next.certain = true;
    const gate::Check check = test::judged(deal, court).requirements.back().checks.front();
    // A second reading of the rule: of the right kind and type, there by that day, and its period ended within a year.
    const auto is_young = [&](base::Date end) { return base::add_months(end, 12) >= by; };
    const auto is_it = [](model::Family family, const std::vector<model::Family>& also) {
      return family == model::Family::soc2 || std::find(also.begin(), also.end(), model::Family::soc2) != also.end();
    };
    bool can_be = false;
    bool is_clean = true;
    bool is_overdue = false;
    std::size_t candidates = 0;
    for (const model::HeldReport& report : court.inventory.reports) {
      candidates += is_it(report.report, report.also) ? 1 : 0;
      if (is_it(report.report, report.also)) is_clean = report.opinion == model::Opinion::unmodified;
      is_overdue =
          is_overdue || (report.issued && test::day("2026-11-24") < *report.issued);  // held, but not there yet
      can_be = can_be || (is_it(report.report, report.also) && report.type == model::ReportType::type_2 &&
                          report.period && report.issued && *report.issued <= by && is_young(report.period->to));
    }
    for (const model::NextReport& next : court.inventory.next) {
      candidates += is_it(next.report, {}) ? 1 : 0;
      is_overdue = is_overdue || (next.expected && *next.expected < deal.decision_date.value);
      can_be = can_be || (is_it(next.report, {}) && next.type == model::ReportType::type_2 && next.expected &&
                          *next.expected <= by && next.certain == true &&
                          is_young(next.period ? next.period->to : *next.expected));
    }
    INFO(round << " " << base::to_text(by) << " decided " << base::to_text(deal.decision_date.value));
    REQUIRE(check.id == "G17");
    // Where nothing else could take its place, the one that would do, with a clean opinion, does keep a promise that
    // lies ahead.
    if (can_be && is_clean && !is_overdue && candidates == 1 && deal.decision_date.value <= by) {
      ++kept_alone;
      REQUIRE(check.verdict == gate::CheckVerdict::pass);
    }
    if (check.verdict != gate::CheckVerdict::pass) continue;
    ++kept;
    REQUIRE(can_be);
  }
  CHECK(kept > tests::share_of(100));
  CHECK(kept_alone > tests::share_of(60));
}

TEST_CASE("splitting a profile into requirements changes nothing") {
  using nlohmann::json;
  const json requirements = {{{"report", "soc2"}, {"type", "type_2"}, {"letter_beyond_months", 2}},
                             {{"any_of", {{{"report", "soc1"}}, {{"report", "soc2"}, {"every_months", 12}}}}}};
  json deal = json::parse(test::good_deal());
  json split = deal;
  split["requires"] = requirements;
  for (const json& own : deal["requires"]) split["requires"].push_back(own);
  deal["profile"] = "bank";
  base::Diagnostics problems;
  const auto profiles = loader::load_profiles(
      {"profiles.json", json{{"profiles", {{"bank", {{"requires", requirements}}}}}}.dump()}, problems);
  REQUIRE(profiles);
  const auto named = loader::load_deals({base::Source{"deal.json", deal.dump()}}, test::selection().rules,
                                        test::day("2026-11-24"), problems, &*profiles);
  REQUIRE(problems.empty());
  test::Court court;
  court.inventory = test::inventory_of(json{{"reports", {json::parse(test::good_report())}}}.dump());
  const auto one = test::judged(named.value().front(), court);
  const auto other = test::judged(test::deal_of(split.dump()), court);
  CHECK(one.verdict == other.verdict);
  REQUIRE(one.requirements.size() == other.requirements.size());
  for (std::size_t r = 0; r < one.requirements.size(); ++r) {
    CHECK(one.requirements[r].id == other.requirements[r].id);
    CHECK(one.requirements[r].verdict == other.requirements[r].verdict);
  }
}

TEST_CASE("every rule that says condition or fail has an action and words for the customer") {
  for (const model::Decision& decision : test::acceptance().rules.decisions) {
    if (decision.combine != model::Combine::exactly_one) continue;
    for (const model::Rule& rule : decision.rules) {
      const std::string& value = decision.values[rule.then.front()].id;
      if (value != "condition" && value != "fail") continue;
      INFO(rule.id);
      CHECK_FALSE(rule.action.empty());
      CHECK_FALSE(rule.reply.empty());
      for (const std::string_view text : {rule.action, rule.reply, rule.because}) {
        CHECK(text.find(" G0") == std::string_view::npos);
        CHECK(text.find(" G1") == std::string_view::npos);
        CHECK(text.find("qualified") == text.find("qualified_on"));
      }
    }
  }
}
