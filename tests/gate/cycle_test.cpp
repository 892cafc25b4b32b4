// SPDX-License-Identifier: Apache-2.0
//
// A company that is examined year after year without a break, day by day over four years: it is never a flat no while
// its next report is certain and letters are not refused, unless the customer states a limit that says so.
#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "court.hpp"
#include "effort.hpp"
#include "socrates/base/calendar.hpp"
#include "socrates/base/date.hpp"

using namespace socrates;
using nlohmann::json;

namespace {

/// The report over that calendar year, issued on 20 February of the next one.
json report_of(int year) {
  json report = json::parse(test::good_report());
  report["id"] = "soc2-" + std::to_string(year);
  report["period"] = {{"from", std::to_string(year) + "-01-01"}, {"to", std::to_string(year) + "-12-31"}};
  report["issued"] = std::to_string(year + 1) + "-02-20";
  return report;
}

json next_of(int year) {
  return {{"report", "soc2"},
          {"type", "type_2"},
          {"categories", {"security", "availability"}},
          {"covers", {"app"}},
          {"expected", std::to_string(year + 1) + "-02-20"},
          {"certain", true},
          {"period", {{"from", std::to_string(year) + "-01-01"}, {"to", std::to_string(year) + "-12-31"}}}};
}

enum class Letter { none, current, stale, unsound };

/// What is held on that day, and what comes next.
json held_on(base::Date day, Letter letter) {
  int year = static_cast<int>(day.year()) - 2;
  if (base::parse_date(std::to_string(year + 2) + "-02-20").value() <= day) ++year;
  json report = report_of(year);
  const base::Date after = base::parse_date(std::to_string(year + 1) + "-01-01").value();
  const auto letter_to = [&](base::Date to, base::Date signed_on) {
    report["bridge_letter"] = {
        {"from", base::to_text(after)}, {"to", base::to_text(to)}, {"signed", base::to_text(signed_on)}};
  };
  if (letter == Letter::current) letter_to(day, day);
  if (letter == Letter::stale) letter_to(base::add_days(after, 10), base::add_days(after, 10));
  if (letter == Letter::unsound) letter_to(base::add_days(day, 40), day);
  return {{"reports", {report}}, {"next", {next_of(year + 1), next_of(year + 2)}}};
}

constexpr int variants = 12;

/// A deal of that day: three starts of the contract, four stated ages, letters agreed to or not spoken of.
json deal_on(base::Date day, int variant) {
  json deal = json::parse(test::good_deal());
  json& asked = deal["requires"][0];
  deal["decision_date"] = base::to_text(day);
  if (variant % 3 == 1) deal["contract_start"] = base::to_text(base::add_days(day, 30));
  if (variant % 3 == 2) deal["contract_start"] = base::to_text(base::add_days(day, 75));
  if (variant % 4 == 1) asked["age_months_at_most"] = 12;
  if (variant % 4 == 2) asked["age_months_at_most"] = 9;
  if (variant % 4 == 3) asked["age_days_at_most"] = 365;
  if (variant >= 6) asked["bridge_letter_accepted"] = true;
  return deal;
}

}  // namespace

TEST_CASE("an annual cycle is never a flat no while the next report is certain and letters are not refused") {
  const base::Date first = test::day("2026-03-01");
  const int step = tests::effort() >= 100 ? 1 : 7;
  for (const Letter letter : {Letter::none, Letter::current, Letter::stale, Letter::unsound}) {
    for (int offset = 0; offset < 4 * 365 + 1; offset += step) {
      const base::Date day = base::add_days(first, offset);
      test::Court court;
      court.inventory = test::inventory_of(held_on(day, letter).dump());
      // Starts and stated limits take turns, so that each day meets some of them and each of them all days of a year.
      const int turn = offset / step + 5 * static_cast<int>(letter);
      for (int variant = 0; variant < variants; ++variant) {
        if (tests::effort() <= 100 && variant != turn % variants) continue;
        const json deal = deal_on(day, variant);
        const gate::DealVerdict verdict = test::judged(test::deal_of(deal.dump()), court);
        INFO(base::to_text(day) << " letter " << static_cast<int>(letter) << " " << deal.dump());
        REQUIRE(verdict.verdict != gate::Verdict::fail);
        REQUIRE(verdict.verdict != gate::Verdict::undecided);
      }
    }
  }
}

TEST_CASE("a limit that the customer states is a no within an annual cycle too") {
  const base::Date day = test::day("2027-02-01");  // thirteen months after the end of the period
  test::Court court;
  court.inventory = test::inventory_of(held_on(day, Letter::current).dump());
  json deal = json::parse(test::good_deal());
  deal["decision_date"] = base::to_text(day);
  deal["requires"][0]["age_months_at_most"] = 12;
  const auto verdict_with = [&](const std::string& key, const json& value) {
    json other = deal;
    other["requires"][0][key] = value;
    return test::judged(test::deal_of(other.dump()), court).verdict;
  };
  CHECK(verdict_with("bridge_letter_accepted", true) == gate::Verdict::pass_with_conditions);
  CHECK(verdict_with("bridge_letter_accepted", false) == gate::Verdict::fail);
  CHECK(verdict_with("bridge_gap_months_at_most", 12) == gate::Verdict::fail);
  CHECK(verdict_with("bridge_gap_months_at_most", 14) == gate::Verdict::pass_with_conditions);
}
