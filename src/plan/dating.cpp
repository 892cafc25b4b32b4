// SPDX-License-Identifier: Apache-2.0
//
// Three paces, one network.
//
// Each pace is a schedule of its own, with the least, the likely or the most weeks of every step. What is not known
// takes all its weeks at the likely and at the late pace, as it may be missing; at the early pace it takes none and
// nobody waits for it, as it may be in place. So the early date is one that cannot be beaten whatever turns out, and
// "too late even at the early pace" is a no.
//
// With a limit of people, who does what is settled once, at the likely pace (schedule.cpp), and then kept.
//
// An examination period is a stretch of the calendar that nobody has to be there for. Its earliest place is scheduled
// like a task; then it is moved as late as it can be without moving the fieldwork behind it, because a report about a
// later period is worth more to its readers, and a period that ends when the fieldwork begins leaves no gap. A period
// of a SOC 1 that follows the customers' fiscal years ends on a fixed day instead: it is looked up (period.cpp) once
// its earliest beginning is known, and the rest is scheduled again behind it. As nothing before a period hangs on it,
// one such repetition suffices.

#include "plan/dating.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "plan/schedule.hpp"

namespace socrates::plan {
namespace {

enum class Pace { early, likely, late };

constexpr std::array<Pace, 3> paces = {Pace::early, Pace::likely, Pace::late};

int weeks_at(const Step& step, Pace pace) {
  switch (pace) {
    case Pace::early:
      return step.is_unknown ? 0 : step.weeks.least;
    case Pace::likely:
      return step.weeks.likely;
    case Pace::late:
      return step.weeks.most;
  }
  return 0;
}

base::Date& at(Dates& dates, Pace pace) {
  switch (pace) {
    case Pace::early:
      return dates.early;
    case Pace::likely:
      return dates.likely;
    case Pace::late:
      break;
  }
  return dates.late;
}

/// The last day from which `months` months are over by that day.
base::Date latest_start(base::Date after, int months) {
  base::Date start = base::add_months(after, -months);
  while (base::add_months(start, months) > after) start = base::add_days(start, -1);
  return start;
}

base::Date date_of(Day day) { return base::Date{day}; }

struct PaceDates {
  Schedule slots;
  std::vector<Period> periods;  ///< by report
};

class Dater {
 public:
  Dater(Network& network, const Aim& aim, const model::Engagement& engagement)
      : network_(network), aim_(aim), engagement_(engagement) {}

  Dated set_dates() {
    const std::vector<std::vector<std::size_t>> order = dependencies();
    Dated result{order, {}, {}};
    for (const Pace pace : paces) {
      PaceDates dates = set_dates_at(pace, order);
      if (pace != Pace::likely) continue;
      result.slots = std::move(dates.slots);
      result.likely_periods = std::move(dates.periods);
    }
    return result;
  }

 private:
  /// Of each step, with a limit of people also the step that the same person does before.
  std::vector<std::vector<std::size_t>> dependencies() {
    std::vector<Task> tasks;
    for (const Step& step : network_.steps) tasks.push_back(task_of(step, Pace::likely, step.depends_on));
    for (const ReportSteps& report : network_.reports) place(report, Pace::likely, tasks);
    if (aim_.people) tasks = staffed(std::move(tasks), Day{aim_.today}, *aim_.people);
    std::vector<std::vector<std::size_t>> result;
    for (Task& task : tasks) result.push_back(std::move(task.depends_on));
    return result;
  }

  /// What a step waits for at a pace. An unknown step is no reason to wait at the early pace; but whoever would do it
  /// is still busy with the one before, so the order of a person's work, which stands behind the step's own
  /// dependencies, is kept.
  [[nodiscard]] std::vector<std::size_t> waits_for(std::size_t i, Pace pace,
                                                   const std::vector<std::size_t>& order) const {
    if (pace != Pace::early) return order;
    const std::vector<Step>& steps = network_.steps;
    std::vector<std::size_t> before;
    for (std::size_t k = 0; k < order.size(); ++k) {
      const bool is_own = k < steps[i].depends_on.size();
      if (!is_own || (!steps[i].is_unknown && !steps[order[k]].is_unknown)) before.push_back(order[k]);
    }
    return before;
  }

  static Task task_of(const Step& step, Pace pace, const std::vector<std::size_t>& depends_on) {
    return {step.id, weeks_at(step, pace), step.months, depends_on, step.needs_people, std::nullopt};
  }

  /// A period that nothing holds up reaches back as far as the evidence does.
  void place(const ReportSteps& report, Pace pace, std::vector<Task>& tasks) const {
    if (!report.period) return;
    Task& task = tasks[*report.period];
    const Evidence& evidence = report.report->evidence;
    if (task.depends_on.empty()) task.not_before = Day{pace == Pace::early ? evidence.since_at_best : evidence.since};
  }

  /// A period begins so late that what is due in its first windows is closed before they are over. No gap waits for a
  /// period, so that one look at when gaps close is enough.
  void wait_for_first_windows(Pace pace, const Schedule& slots, std::vector<Task>& tasks) const {
    for (const ReportSteps& report : network_.reports)
      for (const DueGap& due : report.due) {
        if (pace == Pace::early && network_.steps[due.step].is_unknown) continue;
        Task& period = tasks[*report.period];
        const Day first = first_start(date_of(slots[due.step].end), due.months);
        if (first > slots[*report.period].start) period.not_before = std::max(period.not_before.value_or(first), first);
      }
  }

  /// The first day from which so many months reach to the day.
  static Day first_start(base::Date end, int months) {
    base::Date start = base::add_months(end, -months);
    while (base::add_months(start, months) < end) start = base::add_days(start, 1);
    return Day{start};
  }

  PaceDates set_dates_at(Pace pace, const std::vector<std::vector<std::size_t>>& order) {
    std::vector<Task> tasks;
    for (std::size_t i = 0; i < network_.steps.size(); ++i)
      tasks.push_back(task_of(network_.steps[i], pace, waits_for(i, pace, order[i])));
    for (const ReportSteps& report : network_.reports) place(report, pace, tasks);
    const Day today{aim_.today};
    if (std::any_of(network_.reports.begin(), network_.reports.end(),
                    [](const ReportSteps& report) { return !report.due.empty(); }))
      wait_for_first_windows(pace, schedule(tasks, today), tasks);
    const Schedule at_once = schedule(tasks, today);
    std::vector<Period> periods = fixed_periods(at_once, tasks);
    Schedule slots = schedule(tasks, today);
    for (const ReportSteps& report : network_.reports)
      if (follows_years(report)) slots[*report.period].start = at_once[*report.period].start;
    for (std::size_t i = 0; i < slots.size(); ++i) set(network_.steps[i], pace, slots[i]);
    set_periods(pace, slots, periods);
    return {std::move(slots), std::move(periods)};
  }

  [[nodiscard]] bool follows_years(const ReportSteps& report) const {
    return report.period && report.report->examination == model::Examination::soc1 && !aim_.year_ends.empty();
  }

  /// Looks up the periods that follow fiscal years, and ends their tasks where they end.
  std::vector<Period> fixed_periods(const Schedule& slots, std::vector<Task>& tasks) const {
    std::vector<Period> periods(network_.reports.size());
    for (std::size_t r = 0; r < network_.reports.size(); ++r) {
      const ReportSteps& report = network_.reports[r];
      if (!follows_years(report)) continue;
      Task& task = tasks[*report.period];
      const int most = aim_.window ? task.months : std::max(task.months, engagement_.periods.next);
      periods[r] = aligned(date_of(slots[*report.period].start), task.months, most, aim_.year_ends, engagement_.years);
      task.months = 0;
      task.not_before = Day{periods[r].to} + std::chrono::days{1};
    }
    return periods;
  }

  static void set(Step& step, Pace pace, const Slot& slot) {
    at(step.first, pace) = date_of(slot.start);
    at(step.last, pace) = date_of(std::max(slot.start, slot.end - std::chrono::days{1}));
  }

  /// The periods as they are in the end, fixed or moved up to the fieldwork.
  void set_periods(Pace pace, const Schedule& slots, std::vector<Period>& periods) {
    for (std::size_t r = 0; r < network_.reports.size(); ++r) {
      const ReportSteps& report = network_.reports[r];
      if (!report.period) continue;
      Step& step = network_.steps[*report.period];
      if (!follows_years(report)) {
        const base::Date after = date_of(slots[*report.type_2_fieldwork].start);
        const base::Date earliest = date_of(slots[*report.period].start);
        periods[r] = {std::max(earliest, latest_start(after, step.months)), base::add_days(after, -1)};
      }
      at(step.first, pace) = periods[r].from;
      at(step.last, pace) = periods[r].to;
    }
  }

  Network& network_;
  const Aim& aim_;
  const model::Engagement& engagement_;
};

}  // namespace

Dated set_dates(Network& network, const Aim& aim, const model::Engagement& engagement) {
  return Dater(network, aim, engagement).set_dates();
}

}  // namespace socrates::plan
