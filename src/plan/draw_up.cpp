// SPDX-License-Identifier: Apache-2.0
#include "plan/draw_up.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "plan/costs.hpp"
#include "plan/dating.hpp"
#include "plan/documents.hpp"
#include "plan/network.hpp"
#include "plan/schedule.hpp"

namespace socrates::plan {
namespace {

using model::Examination;
using model::PhaseKind;

Dates later_of(const Dates& a, const Dates& b) {
  return {std::max(a.early, b.early), std::max(a.likely, b.likely), std::max(a.late, b.late)};
}

/// By which report the verdict is reached: the Type 1 where that serves, else the Type 2.
ReportType deciding_type(const ReportAim& report) {
  return !report.type_2 || (report.type_1 && report.type_1_serves) ? ReportType::type_1 : ReportType::type_2;
}

class Writer {
 public:
  Writer(const Aim& aim, const model::Engagement& engagement, const std::vector<int>& months)
      : aim_(aim), engagement_(engagement), network_(network_of(aim, engagement, months)) {}

  Plan write() {
    const Dated dated = set_dates(network_, aim_, engagement_);
    plan_.today = aim_.today;
    plan_.needed_by = aim_.needed_by;
    plan_.people = aim_.people;
    plan_.soc3 = aim_.soc3;
    plan_.steps = network_.steps;
    for (std::size_t r = 0; r < network_.reports.size(); ++r)
      add_deliveries(network_.reports[r], dated.likely_periods[r]);
    judge();
    find_critical(dated);
    for (Step& document : documents_of(network_, engagement_, aim_.today)) plan_.steps.push_back(std::move(document));
    for (std::size_t i = 0; i < plan_.steps.size(); ++i)
      if (plan_.steps[i].kind != StepKind::period &&
          base::days_between(plan_.today, plan_.steps[i].first.likely) < base::days_of_week)
        plan_.this_week.push_back(i);
    for (const ReportSteps& report : network_.reports) add_renewal(report);
    plan_.costs = costs_of(aim_, engagement_);
    return std::move(plan_);
  }

 private:
  void add_deliveries(const ReportSteps& places, const Period& period) {
    const ReportAim& report = *places.report;
    const bool decides = counts(aim_, report);
    if (places.type_1_report)
      plan_.deliveries.push_back({report.examination,
                                  ReportType::type_1,
                                  plan_.steps[*places.type_1_report].last,
                                  decides && deciding_type(report) == ReportType::type_1,
                                  std::nullopt,
                                  {},
                                  report.standard});
    if (!places.type_2_report) return;
    Delivery delivery{report.examination,
                      ReportType::type_2,
                      plan_.steps[*places.type_2_report].last,
                      decides && deciding_type(report) == ReportType::type_2,
                      period,
                      {},
                      report.standard};
    if (report.examination == Examination::soc1)
      for (const base::YearEnd end : aim_.year_ends)
        delivery.service.push_back(service_of(period, end, engagement_.years));
    plan_.deliveries.push_back(std::move(delivery));
  }

  void judge() {
    bool is_first = true;
    for (const Delivery& delivery : plan_.deliveries) {
      if (!delivery.counts) continue;
      plan_.in_hand = is_first ? delivery.in_hand : later_of(plan_.in_hand, delivery.in_hand);
      is_first = false;
    }
    for (const ReportAim& report : aim_.reports)
      if (aim_.needed_by && report.held_serves) plan_.served_by.push_back({report.examination, *report.held});
    plan_.fit = is_met_by_what_is_held(aim_) ? Fit::no_date : fit_of(plan_.in_hand, plan_.needed_by);
    if (plan_.fit != Fit::no_date) plan_.days_late = base::days_between(*plan_.needed_by, plan_.in_hand.likely);
  }

  /// The step that ends with the last report that counts.
  [[nodiscard]] std::size_t deciding_step() const {
    std::optional<std::size_t> last;
    for (const ReportSteps& places : network_.reports) {
      if (!counts(aim_, *places.report)) continue;
      const std::size_t step = deciding_type(*places.report) == ReportType::type_1 ? places.type_1_report.value()
                                                                                   : places.type_2_report.value();
      if (!last || plan_.steps[step].last.likely > plan_.steps[*last].last.likely) last = step;
    }
    return last.value();
  }

  void find_critical(const Dated& dated) {
    std::vector<Task> tasks(plan_.steps.size());
    for (std::size_t i = 0; i < plan_.steps.size(); ++i) tasks[i].depends_on = dated.depends_on[i];
    plan_.critical = critical_path(tasks, dated.slots, deciding_step());
    for (const std::size_t step : plan_.critical) plan_.steps[step].is_critical = true;
  }

  /// A step behind the others: `last` follows from `first` at each pace.
  void add_later(const std::string& id, const std::string& title, const std::string& does, Examination report,
                 const Dates& first, const Dates& last) {
    Step step;
    step.id = id;
    step.title = title;
    step.does = does;
    step.kind = StepKind::renewal;
    step.report = report;
    step.first = first;
    step.last = last;
    plan_.steps.push_back(std::move(step));
  }

  static Dates day_after(const Dates& dates) {
    return {base::add_days(dates.early, 1), base::add_days(dates.likely, 1), base::add_days(dates.late, 1)};
  }

  static Dates after_weeks(const Dates& first, const model::Weeks& weeks) {
    const auto last = [](base::Date from, int count) { return base::add_days(from, count * base::days_of_week - 1); };
    return {last(first.early, weeks.least), last(first.likely, weeks.likely), last(first.late, weeks.most)};
  }

  static Dates after_months(const Dates& first, int months) {
    const auto last = [&](base::Date from) { return base::add_days(base::add_months(from, months), -1); };
    return {last(first.early), last(first.likely), last(first.late)};
  }

  /// The first days of letters that bridge to the next report. A letter speaks of days that have passed: for a fiscal
  /// year that ends after the period it is signed when that year is over.
  [[nodiscard]] std::vector<Dates> letters_from(Examination examination, const Dates& issued) const {
    const auto delivery = std::find_if(plan_.deliveries.begin(), plan_.deliveries.end(), [&](const Delivery& d) {
      return d.examination == examination && d.type == ReportType::type_2;
    });
    if (delivery == plan_.deliveries.end() || delivery->service.empty()) return {day_after(issued)};
    std::vector<Dates> all;
    for (const YearService& year : delivery->service) {
      if (year.service == Service::none || year.gap == 0) continue;
      const Dates from = later_of(day_after(issued), day_after({year.year_end, year.year_end, year.year_end}));
      if (std::find(all.begin(), all.end(), from) == all.end()) all.push_back(from);
    }
    return all;
  }

  /// The letters that bridge to the next report, and the next report over the next twelve months without a gap.
  void add_renewal(const ReportSteps& places) {
    if (!places.period) return;
    const Examination examination = places.report->examination;
    const std::string id = examination == Examination::soc1 ? "soc1." : "soc2.";
    const std::string name = std::string(model::name_of(examination, places.report->standard)) + " ";
    const model::Phase& letter = model::phase(engagement_, PhaseKind::bridge_letter);
    const Dates issued = plan_.steps[*places.type_2_report].last;
    const std::vector<Dates> letters = letters_from(examination, issued);
    for (std::size_t i = 0; i < letters.size(); ++i)
      add_later(id + letter.id + (i == 0 ? "" : "." + std::to_string(i + 1)), name + letter.title, letter.does,
                examination, letters[i], after_weeks(letters[i], letter.weeks));
    const Dates from = day_after(plan_.steps[*places.period].last);
    const Dates to = after_months(from, engagement_.periods.next);
    add_later(id + "next_period", name + "next period", "operate the controls, without a gap between the periods",
              examination, from, to);
    const Dates work = day_after(to);
    const model::Weeks& fieldwork = model::phase(engagement_, PhaseKind::type_2_fieldwork).weeks;
    const model::Weeks& report = model::phase(engagement_, PhaseKind::type_2_report).weeks;
    const model::Weeks both{fieldwork.least + report.least, fieldwork.likely + report.likely,
                            fieldwork.most + report.most};
    add_later(id + "next_report", name + "next Type 2 report", "fieldwork and report on that period", examination, work,
              after_weeks(work, both));
  }

  const Aim& aim_;
  const model::Engagement& engagement_;
  Network network_;
  Plan plan_;
};

bool is_shortened(const Aim& aim, const ReportAim& report, const model::Engagement& engagement) {
  return report.examination == Examination::soc2 && report.is_first && report.type_2 &&
         deciding_type(report) == ReportType::type_2 && aim.shortest_accepted &&
         *aim.shortest_accepted <= engagement.periods.shortest;
}

/// The period of the report as it is at the likely pace, where nothing holds it up; none where something does.
const Step* free_period(const Plan& plan, Examination examination) {
  const auto found = std::find_if(plan.steps.begin(), plan.steps.end(), [&](const Step& step) {
    return step.kind == StepKind::period && step.report == examination;
  });
  return found != plan.steps.end() && found->depends_on.empty() ? &*found : nullptr;
}

/// A period that reaches further back is worth more to its readers. Where evidence goes back far enough, each first
/// period gets as long as it can without moving a date at any pace, up to the length of those that follow.
Intended with_look_back(const Aim& aim, const model::Engagement& engagement, Intended made) {
  if (aim.window) return made;
  for (std::size_t r = 0; r < aim.reports.size(); ++r) {
    const ReportAim& report = aim.reports[r];
    const bool follows_years = report.examination == Examination::soc1 && !aim.year_ends.empty();
    if (!report.type_2 || !report.is_first || follows_years) continue;
    const Step* const period = free_period(made.plan, report.examination);
    if (period == nullptr || report.evidence.since > period->last.likely) continue;
    const int evidence = base::whole_months(report.evidence.since, period->last.likely);
    for (int length = std::min(engagement.periods.next, evidence); length > made.months[r]; --length) {
      std::vector<int> months = made.months;
      months[r] = length;
      Plan longer = draw_up(aim, engagement, months);
      const bool same = std::equal(longer.deliveries.begin(), longer.deliveries.end(), made.plan.deliveries.begin(),
                                   [](const Delivery& a, const Delivery& b) { return a.in_hand == b.in_hand; });
      if (!same) continue;
      made = {std::move(months), std::move(longer)};
      break;
    }
  }
  return made;
}

}  // namespace

bool counts(const Aim& aim, const ReportAim& report) {
  const bool any_is_needed =
      std::any_of(aim.reports.begin(), aim.reports.end(), [](const ReportAim& r) { return r.is_needed; });
  const auto decides = [&](const ReportAim& r) { return r.is_needed || !any_is_needed; };
  const bool any_waits = aim.needed_by && std::any_of(aim.reports.begin(), aim.reports.end(),
                                                      [&](const ReportAim& r) { return decides(r) && !r.held_serves; });
  return decides(report) && !(any_waits && report.held_serves);
}

bool is_met_by_what_is_held(const Aim& aim) {
  return aim.needed_by && std::all_of(aim.reports.begin(), aim.reports.end(), [&](const ReportAim& report) {
           return report.held_serves || !counts(aim, report);
         });
}

Fit fit_of(const Dates& in_hand, const std::optional<base::Date>& needed_by) {
  if (!needed_by) return Fit::no_date;
  if (in_hand.likely <= *needed_by) return Fit::fits;
  return in_hand.early <= *needed_by ? Fit::only_early : Fit::too_late;
}

std::vector<int> usual_periods(const Aim& aim, const model::Engagement& engagement) {
  std::vector<int> months;
  for (const ReportAim& report : aim.reports) {
    const int usual = report.is_first ? engagement.periods.usual : engagement.periods.next;
    months.push_back(aim.window.value_or(std::max(usual, aim.shortest_accepted.value_or(0))));
  }
  return months;
}

Plan draw_up(const Aim& aim, const model::Engagement& engagement, const std::vector<int>& months) {
  return Writer(aim, engagement, months).write();
}

Intended intended_plan(const Aim& aim, const model::Engagement& engagement) {
  std::vector<int> months = usual_periods(aim, engagement);
  Plan plan = draw_up(aim, engagement, months);
  if (plan.fit == Fit::no_date || aim.window || plan.fit == Fit::fits)
    return with_look_back(aim, engagement, {std::move(months), std::move(plan)});
  std::vector<int> shorter = months;
  for (std::size_t r = 0; r < aim.reports.size(); ++r)
    if (is_shortened(aim, aim.reports[r], engagement)) shorter[r] = std::max(1, engagement.periods.shortest);
  if (shorter == months) return with_look_back(aim, engagement, {std::move(months), std::move(plan)});
  Plan shorter_plan = draw_up(aim, engagement, shorter);
  return with_look_back(aim, engagement, {std::move(shorter), std::move(shorter_plan)});
}

}  // namespace socrates::plan
