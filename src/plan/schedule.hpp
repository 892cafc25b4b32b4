// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace socrates::plan {

using Day = std::chrono::sys_days;

/// Something that takes time. Its length is `months`, counted by the calendar from the day on which it starts, and then
/// `weeks`; both may be 0.
struct Task {
  std::string id;
  int weeks = 0;
  int months = 0;
  std::vector<std::size_t> depends_on;  ///< indices into the list of tasks; no circle
  bool needs_people = false;            ///< of the organization: one person, all the time
  std::optional<Day> not_before;        ///< may lie before today, as evidence reaches back; without: today
  bool operator==(const Task&) const = default;
};

/// When a task is done: from its first day to the day after its last.
struct Slot {
  Day start;
  Day end;
  bool operator==(const Slot&) const = default;
};

/// One slot a task.
using Schedule = std::vector<Slot>;

/// The day after the last, for a task that starts on that day.
Day end_of(const Task& task, Day start);

/// The tasks in an order in which each comes after those that it depends on, or nothing where they form a circle.
std::optional<std::vector<std::size_t>> in_order(const std::vector<Task>& tasks);

/// Each task as early as it can be, with no limit of people. The tasks form no circle.
Schedule schedule(const std::vector<Task>& tasks, Day today);

/// The tasks with such dependencies added that, whenever they are scheduled, no more than `people` of those that need
/// people are under way at once. The essay in the source says which guarantees come with it.
std::vector<Task> staffed(std::vector<Task> tasks, Day today, std::size_t people);

/// The tasks that decide when `last` ends, first to last: each starts on the day on which the one before it ends. It is
/// a longest path through the dependencies.
std::vector<std::size_t> critical_path(const std::vector<Task>& tasks, const Schedule& schedule, std::size_t last);

}  // namespace socrates::plan
