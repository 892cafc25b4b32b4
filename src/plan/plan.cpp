// SPDX-License-Identifier: Apache-2.0
#include "socrates/plan/plan.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "plan/draw_up.hpp"
#include "plan/options.hpp"

namespace socrates::plan {
namespace {

using model::Examination;

/// Days from the beginning, which is today or the first day of the period where that reaches back, to the report.
int days_taken(base::Date today, base::Date period_from, base::Date in_hand) {
  return base::days_between(std::min(today, period_from), in_hand) + 1;
}

class Reviewer {
 public:
  Reviewer(const Aim& aim, const model::Engagement& engagement, const std::vector<int>& months, const Plan& plan)
      : aim_(aim), engagement_(engagement), months_(months), plan_(plan) {}

  std::vector<Notice> review() {
    note_speed();
    note_if(std::any_of(plan_.steps.begin(), plan_.steps.end(), [](const Step& step) { return step.is_unknown; }),
            Notice::controls_not_known);
    note_if(weeks_of_closing() > model::phase(engagement_, model::PhaseKind::remediation).weeks.most,
            Notice::closing_gaps_takes_long);
    note_if(gaps_closed_in_period(plan_) > 0, Notice::gaps_close_in_period);
    const bool any_type_2 = any([](const ReportAim& report) { return report.type_2; });
    note_if(any_type_2 && *std::min_element(months_.begin(), months_.end()) < engagement_.periods.shortest,
            Notice::period_is_very_short);
    note_if(any_type_2 && aim_.shortest_accepted.value_or(0) == 0, Notice::readers_minimum_not_known);
    note_if(aim_.year_ends.empty() &&
                any([](const ReportAim& report) { return report.type_2 && report.examination == Examination::soc1; }),
            Notice::no_year_ends);
    note_if(std::any_of(plan_.deliveries.begin(), plan_.deliveries.end(), has_year_unserved),
            Notice::years_not_all_served);
    note_if(!plan_.served_by.empty(), Notice::held_report_serves);
    note_if(any([](const ReportAim& report) { return report.type_2 && !report.is_first; }),
            Notice::follows_held_report);
    note_if(any([](const ReportAim& report) { return report.type_1 && report.type_2 && !report.type_1_serves; }),
            Notice::type_1_not_agreed);
    if (aim_.operation && any_type_2) note_operation(*aim_.operation);
    note_if(any_type_2 && aim_.without_days > 0, Notice::days_not_said);
    note_if(!aim_.window && any([this](const ReportAim& report) { return looks_back(report); }),
            Notice::period_looks_back);
    note_circumstances(any_type_2);
    return std::move(notices_);
  }

 private:
  template <class Test>
  [[nodiscard]] bool any(Test test) const {
    return std::any_of(aim_.reports.begin(), aim_.reports.end(), test);
  }

  void note_if(bool holds, Notice notice) {
    if (holds) notices_.push_back(notice);
  }

  /// What is said of all controls is believed at the early pace, and contradicted aloud.
  void note_operation(const Operation& operation) {
    note_if(operation.months > 0 && operation.not_said > 0, Notice::operation_not_said);
    note_if(operation.later > 0 || (operation.months > 0 && operation.missing > 0), Notice::operation_contradicted);
  }

  /// A first period that nothing holds up begins before today. It is as long as it can be (draw_up.cpp).
  [[nodiscard]] bool looks_back(const ReportAim& report) const {
    const bool follows_years = report.examination == Examination::soc1 && !aim_.year_ends.empty();
    return report.type_2 && report.is_first && !follows_years &&
           step_of(report.examination, StepKind::period).first.likely < aim_.today;
  }

  void note_circumstances(bool any_type_2) {
    const Circumstances& circumstances = aim_.circumstances;
    note_if(circumstances.readiness_assessed && any([](const ReportAim& report) { return report.is_first; }),
            Notice::readiness_assessed);
    note_if(circumstances.depends_on_providers, Notice::ask_providers);
    note_if(circumstances.serves_service_organizations && any_type_2, Notice::period_of_customers);
    note_if(circumstances.custody_rule &&
                any([](const ReportAim& report) { return report.examination == Examination::soc1; }),
            Notice::firm_for_custody);
  }

  static bool has_year_unserved(const Delivery& delivery) {
    return std::any_of(delivery.service.begin(), delivery.service.end(),
                       [](const YearService& year) { return year.service == Service::none; });
  }

  void note_speed() {
    bool is_fast = false;
    bool is_fast_early = false;
    const int fastest = engagement_.periods.fastest * base::days_of_week;
    for (const ReportAim& report : aim_.reports) {
      if (!report.type_2 || !report.is_first) continue;
      const Dates& from = step_of(report.examination, StepKind::period).first;
      const auto delivery = std::find_if(plan_.deliveries.begin(), plan_.deliveries.end(), [&](const Delivery& d) {
        return d.examination == report.examination && d.type == ReportType::type_2;
      });
      is_fast = is_fast || days_taken(aim_.today, from.likely, delivery->in_hand.likely) < fastest;
      is_fast_early = is_fast_early || days_taken(aim_.today, from.early, delivery->in_hand.early) < fastest;
    }
    note_if(is_fast, Notice::faster_than_usual);
    note_if(is_fast_early && !is_fast, Notice::faster_than_usual_early);
  }

  [[nodiscard]] const Step& step_of(Examination examination, StepKind kind) const {
    const auto found = std::find_if(plan_.steps.begin(), plan_.steps.end(),
                                    [&](const Step& step) { return step.kind == kind && step.report == examination; });
    if (found == plan_.steps.end()) throw std::logic_error("a report without a period");
    return *found;
  }

  [[nodiscard]] int weeks_of_closing() const {
    base::Date last = aim_.today;
    for (const Step& step : plan_.steps)
      if (step.kind == StepKind::gap) last = std::max(last, step.last.likely);
    return base::days_between(aim_.today, last) / base::days_of_week;
  }

  const Aim& aim_;
  const model::Engagement& engagement_;
  const std::vector<int>& months_;
  const Plan& plan_;
  std::vector<Notice> notices_;
};

}  // namespace

std::size_t gaps_closed_in_period(const Plan& plan) {
  const auto is_late = [&](const Step& gap) {
    return gap.kind == StepKind::gap && std::any_of(plan.steps.begin(), plan.steps.end(), [&](const Step& period) {
             return period.kind == StepKind::period && (!gap.report || gap.report == period.report) &&
                    gap.last.likely >= period.first.likely;
           });
  };
  return static_cast<std::size_t>(std::count_if(plan.steps.begin(), plan.steps.end(), is_late));
}

namespace {

/// The aim if every control of which nothing is known operates, since the day that is told of all.
Aim as_said(Aim aim) {
  std::erase_if(aim.gaps, [](const readiness::Gap& gap) { return gap.status == model::ControlStatus::unknown; });
  for (ReportAim& report : aim.reports) report.evidence.since = report.evidence.since_at_best;
  return aim;
}

}  // namespace

Plan make_plan(const Aim& aim, const model::Engagement& engagement) {
  if (aim.reports.empty()) throw std::logic_error("a plan without a report");
  Intended intended = intended_plan(aim, engagement);
  intended.plan.operation = aim.operation;
  intended.plan.without_days = aim.without_days;
  if (aim.operation && aim.operation->months > 0 && aim.operation->not_said > 0)
    intended.plan.as_said = intended_plan(as_said(aim), engagement).plan.in_hand;
  intended.plan.notices = Reviewer(aim, engagement, intended.months, intended.plan).review();
  if (intended.plan.fit == Fit::only_early || intended.plan.fit == Fit::too_late)
    intended.plan.options = options_for(aim, engagement, intended);
  return std::move(intended.plan);
}

}  // namespace socrates::plan
