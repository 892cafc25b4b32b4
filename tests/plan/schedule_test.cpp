// SPDX-License-Identifier: Apache-2.0
#include "plan/schedule.hpp"

#include <algorithm>
#include <functional>

#include "catch.hpp"
#include "socrates/base/calendar.hpp"
#include "worlds/draw.hpp"

using namespace socrates;
using plan::Day;
using plan::Schedule;
using plan::Task;

namespace {

const Day today{base::parse_date("2026-11-24").value()};

using worlds::Draw;

/// Tasks of which each depends on some before it, shuffled, so that the order of the list means nothing.
std::vector<Task> random_tasks(Draw& draw, std::size_t count, bool with_months) {
  std::vector<std::size_t> place(count);
  for (std::size_t i = 0; i < count; ++i) place[i] = i;
  for (std::size_t i = count; i > 1; --i) std::swap(place[i - 1], place[draw.below(i)]);
  std::vector<Task> tasks(count);
  for (std::size_t i = 0; i < count; ++i) {
    Task& task = tasks[place[i]];
    task.id = std::to_string(i);
    task.weeks = static_cast<int>(draw.below(9));
    if (with_months && draw.below(6) == 0) task.months = static_cast<int>(draw.below(7));
    task.needs_people = draw.below(4) != 0;
    for (std::size_t before = 0; before < i; ++before)
      if (draw.below(4) == 0) task.depends_on.push_back(place[before]);
  }
  return tasks;
}

/// The longest way to the end of a task, by trying every way.
int longest_path(const std::vector<Task>& tasks, std::size_t task) {
  int longest = 0;
  for (const std::size_t before : tasks[task].depends_on) longest = std::max(longest, longest_path(tasks, before));
  return longest + tasks[task].weeks;
}

int days(Day from, Day to) { return static_cast<int>((to - from).count()); }

Day last_end(const Schedule& schedule) {
  Day last = today;
  for (const plan::Slot& slot : schedule) last = std::max(last, slot.end);
  return last;
}

/// The most tasks of people that are under way at once.
std::size_t most_at_once(const std::vector<Task>& tasks, const Schedule& schedule) {
  std::size_t most = 0;
  for (const plan::Slot& moment : schedule) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < tasks.size(); ++i)
      if (tasks[i].needs_people && schedule[i].start <= moment.start && moment.start < schedule[i].end) ++count;
    most = std::max(most, count);
  }
  return most;
}

}  // namespace

TEST_CASE("the critical path is a longest path, found by trying every one, on random graphs") {
  Draw draw(1);
  for (int round = 0; round < 2000; ++round) {
    const std::vector<Task> tasks = random_tasks(draw, 1 + draw.below(12), false);
    const Schedule schedule = plan::schedule(tasks, today);
    for (std::size_t last = 0; last < tasks.size(); ++last) {
      const std::vector<std::size_t> path = plan::critical_path(tasks, schedule, last);
      int weeks = 0;
      for (std::size_t i = 0; i < path.size(); ++i) {
        weeks += tasks[path[i]].weeks;
        if (i == 0) continue;
        const auto& before = tasks[path[i]].depends_on;
        REQUIRE(std::find(before.begin(), before.end(), path[i - 1]) != before.end());
      }
      REQUIRE(path.back() == last);
      REQUIRE(weeks == longest_path(tasks, last));
      REQUIRE(days(today, schedule[last].end) == 7 * weeks);
    }
  }
}

TEST_CASE("no task starts before what it depends on is done, with a limit of people or without") {
  Draw draw(2);
  for (int round = 0; round < 1000; ++round) {
    const std::vector<Task> tasks = random_tasks(draw, 1 + draw.below(20), true);
    const std::vector<Task> limited = plan::staffed(tasks, today, 1 + draw.below(4));
    for (const Schedule& schedule : {plan::schedule(tasks, today), plan::schedule(limited, today)})
      for (std::size_t i = 0; i < tasks.size(); ++i) {
        REQUIRE(schedule[i].start >= today);
        for (const std::size_t before : tasks[i].depends_on) REQUIRE(schedule[before].end <= schedule[i].start);
      }
  }
}

TEST_CASE("with N people never more than N of their tasks are under way, whatever becomes of the durations") {
  Draw draw(3);
  for (int round = 0; round < 1000; ++round) {
    const std::vector<Task> tasks = random_tasks(draw, 1 + draw.below(20), true);
    const std::size_t people = 1 + draw.below(4);
    std::vector<Task> limited = plan::staffed(tasks, today, people);
    REQUIRE(most_at_once(limited, plan::schedule(limited, today)) <= people);
    for (Task& task : limited) task.weeks = static_cast<int>(draw.below(9));
    REQUIRE(most_at_once(limited, plan::schedule(limited, today)) <= people);
  }
}

TEST_CASE("with N people nothing is later than one task after another, nor earlier than without a limit") {
  Draw draw(4);
  for (int round = 0; round < 1000; ++round) {
    const std::vector<Task> tasks = random_tasks(draw, 1 + draw.below(20), true);
    const std::vector<Task> limited = plan::staffed(tasks, today, 1 + draw.below(4));
    const Schedule schedule = plan::schedule(limited, today);
    const Schedule free = plan::schedule(tasks, today);
    std::vector<std::size_t> order = plan::in_order(limited).value();
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return schedule[a].start < schedule[b].start; });
    Day end = today;
    for (const std::size_t task : order) {
      end = plan::end_of(tasks[task], end);
      REQUIRE(schedule[task].end <= end);
      REQUIRE(schedule[task].end >= free[task].end);
    }
    REQUIRE(last_end(schedule) <= end);
  }
}

TEST_CASE("with the order of work fixed, shorter tasks make nothing later") {
  Draw draw(5);
  for (int round = 0; round < 1000; ++round) {
    std::vector<Task> tasks = plan::staffed(random_tasks(draw, 1 + draw.below(20), true), today, 1 + draw.below(4));
    const Schedule before = plan::schedule(tasks, today);
    for (Task& task : tasks) task.weeks = static_cast<int>(draw.below(static_cast<std::size_t>(task.weeks) + 1));
    const Schedule after = plan::schedule(tasks, today);
    for (std::size_t i = 0; i < tasks.size(); ++i) REQUIRE(after[i].end <= before[i].end);
  }
}

TEST_CASE("one person does one task after the other") {
  const std::vector<Task> tasks = {{"a", 2, 0, {}, true, {}}, {"b", 3, 0, {}, true, {}}, {"c", 1, 0, {}, true, {}}};
  CHECK(days(today, last_end(plan::schedule(tasks, today))) == 21);
  CHECK(days(today, last_end(plan::schedule(plan::staffed(tasks, today, 1), today))) == 42);
  CHECK(days(today, last_end(plan::schedule(plan::staffed(tasks, today, 2), today))) == 21);
}

TEST_CASE("a circle of tasks is found") {
  CHECK(plan::in_order({{"a", 1, 0, {1}, true, {}}, {"b", 1, 0, {0}, true, {}}}) == std::nullopt);
  CHECK(plan::in_order({{"a", 1, 0, {1}, true, {}}, {"b", 1, 0, {}, true, {}}}) == std::vector<std::size_t>{1, 0});
}

TEST_CASE("a period counts by the calendar and may reach back before today") {
  const std::vector<Task> tasks = {{"period", 0, 6, {}, false, Day{base::parse_date("2026-07-31").value()}}};
  CHECK(plan::schedule(tasks, today)[0].end == Day{base::parse_date("2027-01-31").value()});
}
