// SPDX-License-Identifier: Apache-2.0
#include "socrates/readiness/occurrences.hpp"

#include <algorithm>
#include <cstdio>
#include <string>

#include "catch.hpp"
#include "socrates/base/calendar.hpp"
#include "worlds/draw.hpp"

using namespace socrates;
using model::ControlAnswer;
using model::ControlStatus;
using readiness::first_unbroken;
using readiness::Freshness;
using readiness::freshness_of;
using readiness::Occurrence;
using readiness::OccurrenceState;
using readiness::Period;
using readiness::Rhythm;

namespace {

base::Date on_day(const char* text) { return base::parse_date(text).value(); }

constexpr Rhythm quarterly{3, false, 0};
constexpr Rhythm calendar_quarters{3, true, 0};
constexpr Rhythm yearly{12, false, 12};

ControlAnswer performed(std::vector<base::Date> days) {
  ControlAnswer answer{ControlStatus::in_place, {}, {}};
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  answer.performed = std::move(days);
  return answer;
}

ControlAnswer last(const char* text) {
  ControlAnswer answer{ControlStatus::in_place, {}, {}};
  answer.last = on_day(text);
  return answer;
}

ControlAnswer since(const char* text) { return {ControlStatus::in_place, on_day(text), {}}; }

/// `2026-01-01..2026-03-31 seen 2026-02-03; ...`.
std::string text_of(const std::vector<Occurrence>& all) {
  constexpr const char* names[] = {"seen", "due", "missed", "not_known"};
  std::string text;
  for (const Occurrence& one : all) {
    text += (text.empty() ? "" : "; ") + base::to_text(one.window.from) + ".." + base::to_text(one.window.to) + " " +
            names[static_cast<int>(one.state)];
    if (one.on) text += " " + base::to_text(*one.on);
  }
  return text;
}

std::string windows(const Rhythm& rhythm, const char* from, const char* to) {
  std::string text;
  for (const Period& window : readiness::windows_of(rhythm, {on_day(from), on_day(to)}))
    text += (text.empty() ? "" : " ") + base::to_text(window.from) + ".." + base::to_text(window.to);
  return text;
}

Rhythm random_rhythm(worlds::Draw& draw) {
  constexpr int lengths[] = {0, 1, 3, 6, 12};
  const int months = lengths[draw.below(5)];
  return {months, draw.chance(30), months == 12 && draw.chance(70) ? 12 : 0};
}

base::Date random_day(worlds::Draw& draw) {
  const base::Date some = base::add_days(on_day("2023-01-01"), draw.between(0, 1800));
  return draw.chance(30) ? base::last_of_month(some) : some;
}

Period random_period(worlds::Draw& draw) {
  const base::Date from = random_day(draw);
  const int months = draw.between(1, 24);
  return {from, base::add_days(base::add_months(from, months), -1 + (draw.chance(30) ? draw.between(0, 40) : 0))};
}

ControlAnswer random_answer(worlds::Draw& draw, base::Date today) {
  ControlAnswer answer{draw.chance(80) ? ControlStatus::in_place : ControlStatus::partial, {}, {}};
  const auto before = [&] { return std::min(random_day(draw), today); };
  if (draw.chance(50)) answer.since = before();
  if (draw.chance(60)) {
    std::vector<base::Date> days;
    for (int i = draw.between(0, 12); i > 0; --i) days.push_back(before());
    answer.performed = performed(std::move(days)).performed;
    if (!answer.performed->empty() && draw.chance(20)) answer.last = answer.performed->back();
  } else if (draw.chance(50)) {
    answer.last = before();
  }
  return answer;
}

}  // namespace

TEST_CASE("windows count from the first day of the period, each from that anchor, and a broken last one is none") {
  CHECK(windows(quarterly, "2026-01-01", "2026-12-31") ==
        "2026-01-01..2026-03-31 2026-04-01..2026-06-30 2026-07-01..2026-09-30 2026-10-01..2026-12-31");
  CHECK(windows(quarterly, "2026-01-15", "2026-08-14") == "2026-01-15..2026-04-14 2026-04-15..2026-07-14");
  CHECK(windows(quarterly, "2026-11-29", "2027-08-28") ==
        "2026-11-29..2027-02-27 2027-02-28..2027-05-28 2027-05-29..2027-08-28");
  CHECK(windows(quarterly, "2026-11-30", "2027-05-30") == "2026-11-30..2027-02-27 2027-02-28..2027-05-30");
  CHECK(windows(quarterly, "2026-01-01", "2026-03-30").empty());
  CHECK(windows({}, "2026-01-01", "2026-12-31").empty());
  CHECK(windows({0, true, 12}, "2026-01-01", "2026-12-31").empty());
}

TEST_CASE("windows of the calendar are those that lie wholly within the period") {
  CHECK(windows(calendar_quarters, "2026-01-01", "2026-06-30") == "2026-01-01..2026-03-31 2026-04-01..2026-06-30");
  CHECK(windows(calendar_quarters, "2026-01-02", "2026-09-29") == "2026-04-01..2026-06-30");
  CHECK(windows(calendar_quarters, "2026-02-01", "2026-04-30").empty());
  CHECK(windows({12, true, 0}, "2025-12-31", "2027-01-01") == "2026-01-01..2026-12-31");
}

TEST_CASE("what runs once a year is looked for in the year that ends with a short period") {
  CHECK(windows(yearly, "2026-07-01", "2026-09-30") == "2025-10-01..2026-09-30");
  CHECK(windows(yearly, "2026-01-01", "2026-12-31") == "2026-01-01..2026-12-31");
  CHECK(windows(yearly, "2026-01-01", "2027-06-30") == "2026-01-01..2026-12-31");
  const Period summer{on_day("2026-07-01"), on_day("2026-09-30")};
  CHECK(text_of(occurrences(yearly, last("2025-10-01"), summer, on_day("2026-11-24"))) ==
        "2025-10-01..2026-09-30 seen 2025-10-01");
  CHECK(text_of(occurrences(yearly, last("2025-09-30"), summer, on_day("2026-11-24"))) ==
        "2025-10-01..2026-09-30 missed");
  CHECK(text_of(occurrences(yearly, last("2025-09-30"), summer, on_day("2026-09-30"))) == "2025-10-01..2026-09-30 due");
}

TEST_CASE("a list of days tells of every window, the last day alone only of those behind it, since of none") {
  const Period year{on_day("2026-01-01"), on_day("2026-12-31")};
  const base::Date today = on_day("2026-08-10");
  CHECK(text_of(occurrences(quarterly, performed({on_day("2026-02-03"), on_day("2026-05-06")}), year, today)) ==
        "2026-01-01..2026-03-31 seen 2026-02-03; 2026-04-01..2026-06-30 seen 2026-05-06; "
        "2026-07-01..2026-09-30 due; 2026-10-01..2026-12-31 due");
  CHECK(text_of(occurrences(quarterly, performed({on_day("2026-05-06")}), year, today)) ==
        "2026-01-01..2026-03-31 missed; 2026-04-01..2026-06-30 seen 2026-05-06; 2026-07-01..2026-09-30 due; "
        "2026-10-01..2026-12-31 due");
  CHECK(text_of(occurrences(quarterly, last("2026-05-06"), year, today)) ==
        "2026-01-01..2026-03-31 not_known; 2026-04-01..2026-06-30 seen 2026-05-06; 2026-07-01..2026-09-30 due; "
        "2026-10-01..2026-12-31 due");
  CHECK(text_of(occurrences(quarterly, last("2026-02-03"), year, today)) ==
        "2026-01-01..2026-03-31 seen 2026-02-03; 2026-04-01..2026-06-30 missed; 2026-07-01..2026-09-30 due; "
        "2026-10-01..2026-12-31 due");
  CHECK(text_of(occurrences(quarterly, since("2026-04-01"), year, today)) ==
        "2026-01-01..2026-03-31 missed; 2026-04-01..2026-06-30 not_known; 2026-07-01..2026-09-30 due; "
        "2026-10-01..2026-12-31 due");
  CHECK(text_of(occurrences(quarterly, {ControlStatus::missing, {}, {}}, {year.from, on_day("2026-06-30")}, today)) ==
        "2026-01-01..2026-03-31 missed; 2026-04-01..2026-06-30 missed");
}

TEST_CASE("a window is missed only when it is over") {
  const Period quarter{on_day("2026-01-01"), on_day("2026-03-31")};
  CHECK(text_of(occurrences(quarterly, performed({}), quarter, on_day("2026-03-31"))) == "2026-01-01..2026-03-31 due");
  CHECK(text_of(occurrences(quarterly, performed({}), quarter, on_day("2026-04-01"))) ==
        "2026-01-01..2026-03-31 missed");
}

TEST_CASE("an answer is stale once it is older than its frequency, and not dated once its beginning is") {
  const base::Date today = on_day("2026-11-24");
  CHECK(freshness_of(yearly, last("2021-03-01"), today) == Freshness::stale);
  CHECK(freshness_of(yearly, last("2025-11-24"), today) == Freshness::fresh);
  CHECK(freshness_of(yearly, last("2025-11-23"), today) == Freshness::stale);
  CHECK(freshness_of(quarterly, performed({on_day("2026-01-15"), on_day("2026-08-24")}), today) == Freshness::fresh);
  CHECK(freshness_of(quarterly, performed({on_day("2026-01-15"), on_day("2026-08-23")}), today) == Freshness::stale);
  CHECK(freshness_of(calendar_quarters, last("2026-07-01"), on_day("2026-12-31")) == Freshness::fresh);
  CHECK(freshness_of(calendar_quarters, last("2026-07-01"), on_day("2027-01-01")) == Freshness::stale);
  CHECK(freshness_of(yearly, since("2021-02-10"), today) == Freshness::not_dated);
  CHECK(freshness_of(yearly, since("2025-11-24"), today) == Freshness::fresh);
  CHECK(freshness_of(yearly, {ControlStatus::in_place, {}, {}}, today) == Freshness::fresh);
  CHECK(freshness_of({}, last("1999-01-01"), today) == Freshness::fresh);
  CHECK(freshness_of(quarterly, {ControlStatus::missing, {}, {}}, today) == Freshness::fresh);
  ControlAnswer never = since("2021-02-10");
  never.performed.emplace();
  CHECK(freshness_of(yearly, never, today) == Freshness::stale);
}

TEST_CASE("a period reaches back as far as every window that is over has its day") {
  const base::Date today = on_day("2026-11-24");
  const ControlAnswer good =
      performed({on_day("2026-02-10"), on_day("2026-05-10"), on_day("2026-08-10"), on_day("2026-11-10")});
  CHECK(first_unbroken(quarterly, good, on_day("2026-01-01"), today) == on_day("2026-01-01"));
  const ControlAnswer gap =
      performed({on_day("2025-02-10"), on_day("2026-05-10"), on_day("2026-08-10"), on_day("2026-11-10")});
  CHECK(first_unbroken(quarterly, gap, on_day("2025-01-01"), today) == on_day("2026-02-11"));
  CHECK(first_unbroken(quarterly, last("2026-08-24"), on_day("2024-01-01"), today) == on_day("2026-05-25"));
  CHECK(first_unbroken({}, last("2026-08-24"), on_day("2024-01-01"), today) == on_day("2024-01-01"));
  CHECK(first_unbroken({0, true, 12}, last("2026-08-24"), on_day("2024-01-01"), today) == on_day("2024-01-01"));
}

TEST_CASE("once in each whole window is never missed, and a whole window without a day always is") {
  worlds::Draw draw(41);
  for (int round = 0; round < 3000; ++round) {
    const Rhythm rhythm = random_rhythm(draw);
    const Period period = random_period(draw);
    const std::vector<Period> all = readiness::windows_of(rhythm, period);
    std::vector<base::Date> days;
    for (const Period& window : all)
      days.push_back(base::add_days(window.from, draw.between(0, base::days_between(window.from, window.to))));
    const base::Date later = base::add_days(period.to, draw.between(-400, 400));
    for (const Occurrence& one : occurrences(rhythm, performed(days), period, later))
      REQUIRE(one.state == OccurrenceState::seen);
    if (all.empty()) continue;
    const std::size_t left_out = draw.below(all.size());
    std::erase_if(days, [&](base::Date each) { return all[left_out].from <= each && each <= all[left_out].to; });
    const auto state = occurrences(rhythm, performed(days), period, later)[left_out].state;
    REQUIRE(state == (all[left_out].to < later ? OccurrenceState::missed : OccurrenceState::due));
  }
}

TEST_CASE("as days go by nothing that is stale, missed or not known comes into place") {
  worlds::Draw draw(43);
  for (int round = 0; round < 3000; ++round) {
    const Rhythm rhythm = random_rhythm(draw);
    const Period period = random_period(draw);
    const base::Date today = random_day(draw);
    const base::Date later = base::add_days(today, draw.between(0, 500));
    const ControlAnswer answer = random_answer(draw, today);
    if (freshness_of(rhythm, answer, today) != Freshness::fresh)
      REQUIRE(freshness_of(rhythm, answer, later) == freshness_of(rhythm, answer, today));
    const std::vector<Occurrence> before = occurrences(rhythm, answer, period, today);
    const std::vector<Occurrence> after = occurrences(rhythm, answer, period, later);
    for (std::size_t i = 0; i < before.size(); ++i)
      if (before[i].state != OccurrenceState::due) REQUIRE(after[i] == before[i]);
  }
}

TEST_CASE("a day more makes nothing worse where days are listed") {
  worlds::Draw draw(47);
  for (int round = 0; round < 3000; ++round) {
    const Rhythm rhythm = random_rhythm(draw);
    const Period period = random_period(draw);
    const base::Date today = random_day(draw);
    ControlAnswer answer = random_answer(draw, today);
    answer.last.reset();
    if (!answer.performed) continue;
    ControlAnswer more = answer;
    more.performed->push_back(std::min(random_day(draw), today));
    more.performed = performed(*more.performed).performed;
    if (freshness_of(rhythm, answer, today) == Freshness::fresh && !answer.performed->empty())
      REQUIRE(freshness_of(rhythm, more, today) == Freshness::fresh);
    const std::vector<Occurrence> before = occurrences(rhythm, answer, period, today);
    const std::vector<Occurrence> after = occurrences(rhythm, more, period, today);
    for (std::size_t i = 0; i < before.size(); ++i)
      REQUIRE((after[i].state == before[i].state || after[i].state == OccurrenceState::seen));
    const base::Date earliest = base::add_days(today, -draw.between(0, 700));
    REQUIRE(first_unbroken(rhythm, more, earliest, today) <= first_unbroken(rhythm, answer, earliest, today));
  }
}

TEST_CASE("the first day that is told reveals at most windows that were missed before or after it") {
  worlds::Draw draw(53);
  std::size_t revealed = 0;
  for (int round = 0; round < 3000; ++round) {
    const Rhythm rhythm = random_rhythm(draw);
    const Period period = random_period(draw);
    const base::Date today = random_day(draw);
    const base::Date told = base::add_days(today, -draw.between(0, 700));
    ControlAnswer answer{model::ControlStatus::in_place, {}, {}};
    const std::vector<Occurrence> before = occurrences(rhythm, answer, period, today);
    const bool is_list = draw.chance(50);
    if (is_list)
      answer.performed = {told};
    else
      answer.last = told;
    const std::vector<Occurrence> after = occurrences(rhythm, answer, period, today);
    for (std::size_t i = 0; i < before.size(); ++i) {
      if (after[i].state != OccurrenceState::missed) {
        REQUIRE((after[i].state == before[i].state || after[i].state == OccurrenceState::seen));
        continue;
      }
      REQUIRE(before[i].state == OccurrenceState::not_known);
      REQUIRE(after[i].window.to < today);
      REQUIRE((told < after[i].window.from || (is_list && after[i].window.to < told)));
      ++revealed;
    }
  }
  CHECK(revealed > 100);
}

// For scripts/deep occurrences: random cases, each with what the program makes of it, for
// tests/formats/check_occurrences.py.
TEST_CASE("random occurrences for another implementation", "[.occurrences]") {
  worlds::Draw draw(2026);
  for (int round = 0; round < 20000; ++round) {
    const Rhythm rhythm = random_rhythm(draw);
    const Period period = random_period(draw);
    const base::Date today = random_day(draw);
    const ControlAnswer answer = random_answer(draw, today);
    std::string days = answer.performed ? "" : "-";
    if (answer.performed)
      for (const base::Date each : *answer.performed) days += (days.empty() ? "" : ",") + base::to_text(each);
    const auto optional = [](const std::optional<base::Date>& date) { return date ? base::to_text(*date) : "-"; };
    std::printf("%d|%d|%d|%s|%s|%s|%s|%s|%s|%d|%s\n", rhythm.months, rhythm.is_calendar ? 1 : 0, rhythm.look_back,
                base::to_text(period.from).c_str(), base::to_text(period.to).c_str(), base::to_text(today).c_str(),
                optional(answer.since).c_str(), days.c_str(), optional(answer.last).c_str(),
                static_cast<int>(freshness_of(rhythm, answer, today)),
                text_of(occurrences(rhythm, answer, period, today)).c_str());
  }
}
