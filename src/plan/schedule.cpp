// SPDX-License-Identifier: Apache-2.0
//
// Scheduling.
//
// With no limit of people each task starts as soon as all that it depends on is done. Then everything behaves as one
// hopes: a shorter task, a dependency less, or an earlier start never make any task end later. For whole months this
// needs `base::add_months` to be monotone in the day (a later start never gives an earlier end), which it is.
//
// With N people none of that is true, and no rule of thumb makes it so. Give four tasks to two people in the order of a
// list, shorten one of them, and all may be done later than before (R. L. Graham, "Bounds on multiprocessing timing
// anomalies", 1969): the shorter task frees somebody at a moment when the wrong task is next. Finding the best schedule
// is NP-hard. So this is what is done, and what can be said of it:
//
//   * The tasks are given out by a list: whenever somebody is free, the task goes first behind which the most time lies
//     (`tails`). That is done once, with the likely durations.
//   * Who does what in which order is then fixed: each task depends on the one that the same person did before. The
//     early and the late dates keep that order; only the durations change.
//
//   1. Never more than N tasks of people are under way at once: the tasks of one person form a chain.
//   2. No task ends later than if all tasks were done one after another, in the order in which they start. Follow any
//      task back: it starts today, or on the day when some other task ends, a dependency or the task that the person
//      did before. So it stands at the end of a chain without a gap, and that chain is part of the whole row.
//   3. Early is never later than likely, and likely never later than late: the dependencies are the same.
//   4. No task ends earlier than with no limit of people: dependencies were only added.
//   5. A shorter task can make the whole longer, as can one more person. Nothing is promised there.

#include "plan/schedule.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "socrates/base/calendar.hpp"

namespace socrates::plan {
namespace {

constexpr int weeks_of_month = 4;

std::vector<std::size_t> order_of(const std::vector<Task>& tasks) {
  std::optional<std::vector<std::size_t>> order = in_order(tasks);
  if (!order) throw std::logic_error("tasks depend on each other in a circle");
  return *std::move(order);
}

Day earliest_start(const Task& task, const Schedule& slots, Day today) {
  Day start = task.not_before.value_or(today);
  for (const std::size_t before : task.depends_on) start = std::max(start, slots[before].end);
  return start;
}

/// By task: about how many weeks lie between its start and the end of all that waits for it.
std::vector<int> tails(const std::vector<Task>& tasks) {
  const std::vector<std::size_t> order = order_of(tasks);
  std::vector<int> tail(tasks.size());
  for (auto task = order.rbegin(); task != order.rend(); ++task) {
    tail[*task] += tasks[*task].weeks + weeks_of_month * tasks[*task].months;
    for (const std::size_t before : tasks[*task].depends_on) tail[before] = std::max(tail[before], tail[*task]);
  }
  return tail;
}

/// The people while work is given out: until when each is busy, and what they did last.
class Staff {
 public:
  Staff(std::vector<Task>& tasks, Day today, std::size_t people)
      : tasks_(tasks), today_(today), free_(people, today), last_(people), slots_(tasks.size()), done_(tasks.size()) {
    const std::vector<int> tail = tails(tasks);
    list_ = order_of(tasks);
    std::stable_sort(list_.begin(), list_.end(), [&](std::size_t a, std::size_t b) { return tail[a] > tail[b]; });
  }

  /// Gives out one task after the other, always the one that can start first; of those, the first of the list.
  void give_out_all() {
    for (std::size_t left = tasks_.size(); left > 0; --left) give_out(next());
  }

 private:
  [[nodiscard]] bool is_ready(std::size_t task) const {
    const auto is_done = [&](std::size_t before) { return done_[before]; };
    return !done_[task] && std::all_of(tasks_[task].depends_on.begin(), tasks_[task].depends_on.end(), is_done);
  }

  [[nodiscard]] std::size_t first_free() const {
    return static_cast<std::size_t>(std::min_element(free_.begin(), free_.end()) - free_.begin());
  }

  [[nodiscard]] Day start_of(std::size_t task) const {
    const Day start = earliest_start(tasks_[task], slots_, today_);
    return tasks_[task].needs_people ? std::max(start, free_[first_free()]) : start;
  }

  [[nodiscard]] std::size_t next() const {
    std::optional<std::size_t> best;
    for (const std::size_t task : list_)
      if (is_ready(task) && (!best || start_of(task) < start_of(*best))) best = task;
    if (!best) throw std::logic_error("no task can start");
    return *best;
  }

  void give_out(std::size_t task) {
    const Day start = start_of(task);
    slots_[task] = {start, end_of(tasks_[task], start)};
    done_[task] = true;
    if (!tasks_[task].needs_people) return;
    const std::size_t person = first_free();
    if (last_[person]) tasks_[task].depends_on.push_back(*last_[person]);
    last_[person] = task;
    free_[person] = slots_[task].end;
  }

  std::vector<Task>& tasks_;
  Day today_;
  std::vector<Day> free_;
  std::vector<std::optional<std::size_t>> last_;
  Schedule slots_;
  std::vector<bool> done_;
  std::vector<std::size_t> list_;
};

}  // namespace

Day end_of(const Task& task, Day start) {
  const Day after_months = task.months == 0 ? start : Day{base::add_months(base::Date{start}, task.months)};
  return after_months + std::chrono::weeks(task.weeks);
}

std::optional<std::vector<std::size_t>> in_order(const std::vector<Task>& tasks) {
  std::vector<std::size_t> waits(tasks.size());
  std::vector<std::vector<std::size_t>> behind(tasks.size());
  for (std::size_t task = 0; task < tasks.size(); ++task)
    for (const std::size_t before : tasks[task].depends_on) {
      behind[before].push_back(task);
      ++waits[task];
    }
  std::vector<std::size_t> order;
  for (std::size_t task = 0; task < tasks.size(); ++task)
    if (waits[task] == 0) order.push_back(task);
  for (std::size_t i = 0; i < order.size(); ++i)
    for (const std::size_t task : behind[order[i]])
      if (--waits[task] == 0) order.push_back(task);
  if (order.size() != tasks.size()) return std::nullopt;
  return order;
}

Schedule schedule(const std::vector<Task>& tasks, Day today) {
  Schedule slots(tasks.size());
  for (const std::size_t task : order_of(tasks)) {
    const Day start = earliest_start(tasks[task], slots, today);
    slots[task] = {start, end_of(tasks[task], start)};
  }
  return slots;
}

std::vector<Task> staffed(std::vector<Task> tasks, Day today, std::size_t people) {
  if (people == 0) throw std::logic_error("nobody is there to do the work");
  Staff(tasks, today, people).give_out_all();
  return tasks;
}

std::vector<std::size_t> critical_path(const std::vector<Task>& tasks, const Schedule& schedule, std::size_t last) {
  std::vector<std::size_t> path = {last};
  for (;;) {
    const std::size_t task = path.back();
    const auto& before = tasks[task].depends_on;
    const auto decides = [&](std::size_t b) { return schedule[b].end == schedule[task].start; };
    const auto found = std::find_if(before.begin(), before.end(), decides);
    if (found == before.end()) break;
    path.push_back(*found);
  }
  std::reverse(path.begin(), path.end());
  return path;
}

}  // namespace socrates::plan
