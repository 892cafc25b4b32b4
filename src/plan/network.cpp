// SPDX-License-Identifier: Apache-2.0
//
// Which step waits for which.
//
//   scoping -> gap assessment                           what is not known is found out here
//   scoping -> a gap that is known                      no need to wait for an assessment to find it once more
//   gap assessment -> a gap of which nothing is known
//   a gap -> the gaps that depend on it
//   choosing the auditor                                beside all of that, from the first day
//
//   all of these, and what blocks a Type 1 -> Type 1 fieldwork -> Type 1 report
//   what has to be performed in each window of the period -> the end of its first window
//   what blocks the examination period -> examination period (neither the auditor nor the Type 1 is waited for:
//   evidence
//                                         counts from the day on which controls operate)
//   period, auditor, assessment, every gap -> Type 2 fieldwork -> Type 2 report
//
// Closing a gap and operating are two things: the weeks of a control end with the day on which it operates, and only
// then does the period begin. Where nothing blocks the period, it reaches back as far as the evidence does.

#include "plan/network.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace socrates::plan {
namespace {

using model::Examination;
using model::PhaseKind;

bool serves(const readiness::Gap& gap, Examination examination) {
  return std::find(gap.serves.begin(), gap.serves.end(), examination) != gap.serves.end();
}

class Builder {
 public:
  Builder(const Aim& aim, const model::Engagement& engagement) : aim_(aim), engagement_(engagement) {}

  Network build(const std::vector<int>& months) {
    add_preparation();
    add_gaps();
    for (std::size_t r = 0; r < aim_.reports.size(); ++r) add_report(aim_.reports[r], months[r]);
    return std::move(network_);
  }

 private:
  std::size_t add(Step step) {
    network_.steps.push_back(std::move(step));
    return network_.steps.size() - 1;
  }

  [[nodiscard]] std::string name_of(Examination examination) const {
    const auto report = std::find_if(aim_.reports.begin(), aim_.reports.end(),
                                     [&](const ReportAim& aim) { return aim.examination == examination; });
    return std::string(
        model::name_of(examination, report == aim_.reports.end() ? model::Standard::ssae : report->standard));
  }

  std::size_t add_phase(PhaseKind kind, std::vector<std::size_t> depends_on,
                        std::optional<Examination> report = std::nullopt) {
    const model::Phase& phase = model::phase(engagement_, kind);
    Step step;
    step.id = report ? std::string(model::id_of(*report)) + "." + phase.id : phase.id;
    step.title = report ? name_of(*report) + " " + phase.title : std::string(phase.title);
    step.does = phase.does;
    step.report = report;
    step.weeks = phase.weeks;
    step.needs_people = phase.needs_people;
    step.depends_on = std::move(depends_on);
    step.sources = phase.sources;
    step.people_do = phase.people_do;
    return add(std::move(step));
  }

  void add_preparation() {
    const std::size_t scoping = add_phase(PhaseKind::scoping, {});
    before_fieldwork_ = {scoping};
    before_known_gap_ = scoping;
    before_unknown_gap_ = scoping;
    if (std::any_of(aim_.reports.begin(), aim_.reports.end(),
                    [](const ReportAim& report) { return report.is_first; })) {
      before_unknown_gap_ = add_phase(PhaseKind::gap_assessment, {scoping});
      model::Weeks& weeks = network_.steps[before_unknown_gap_].weeks;
      if (aim_.circumstances.readiness_assessed) weeks = {weeks.least, weeks.least, weeks.likely};
      before_fieldwork_.push_back(before_unknown_gap_);
    }
    if (aim_.auditor == model::ControlStatus::in_place) return;
    const std::size_t auditor = add_phase(PhaseKind::auditor_selection, {});
    network_.auditor = auditor;
    network_.steps[auditor].is_unknown = aim_.auditor == model::ControlStatus::unknown;
    before_fieldwork_.push_back(auditor);
    gaps_[model::phase(engagement_, PhaseKind::auditor_selection).control] = auditor;
  }

  void add_gaps() {
    const std::string& engaged = model::phase(engagement_, PhaseKind::auditor_selection).control;
    for (const readiness::Gap& gap : aim_.gaps) {
      if (gap.control == engaged) continue;
      Step step;
      step.id = "gap." + gap.control;
      step.title = gap.title;
      step.does = "put " + gap.control + " in place";
      step.kind = StepKind::gap;
      step.is_unknown = gap.status == model::ControlStatus::unknown;
      if (gap.serves.size() == 1 && aim_.reports.size() > 1) step.report = gap.serves.front();
      step.weeks = gap.weeks;
      step.needs_people = true;
      step.depends_on = {step.is_unknown ? before_unknown_gap_ : before_known_gap_};
      gaps_[gap.control] = add(std::move(step));
    }
    for (const readiness::Gap& gap : aim_.gaps)
      for (const std::string& before : gap.depends_on) {
        const auto found = gaps_.find(before);
        if (found != gaps_.end() && gap.control != engaged)
          network_.steps[gaps_.at(gap.control)].depends_on.push_back(found->second);
      }
  }

  /// The gaps that hold up that step of the examination.
  [[nodiscard]] std::vector<std::size_t> blocking(Examination examination, model::Blocks step) const {
    const std::string& engaged = model::phase(engagement_, PhaseKind::auditor_selection).control;
    std::vector<std::size_t> steps;
    for (const readiness::Gap& gap : aim_.gaps)
      if (gap.control != engaged && gap.blocks >= step && serves(gap, examination))
        steps.push_back(gaps_.at(gap.control));
    return steps;
  }

  /// The gaps that have to be closed in the first windows of the period.
  [[nodiscard]] std::vector<DueGap> due_in_period(Examination examination) const {
    std::vector<DueGap> due;
    for (const readiness::Gap& gap : aim_.gaps)
      if (gap.blocks == model::Blocks::next_due_day && gap.due_within_months > 0 && serves(gap, examination) &&
          gaps_.contains(gap.control))
        due.push_back({gaps_.at(gap.control), gap.due_within_months});
    return due;
  }

  [[nodiscard]] std::vector<std::size_t> with_preparation(std::vector<std::size_t> steps) const {
    steps.insert(steps.begin(), before_fieldwork_.begin(), before_fieldwork_.end());
    return steps;
  }

  std::size_t add_period(const ReportAim& report, int months) {
    Step step;
    step.id = std::string(model::id_of(report.examination)) + ".period";
    step.title = name_of(report.examination) + " examination period";
    step.does = "operate the controls and keep the evidence of it";
    step.kind = StepKind::period;
    step.report = report.examination;
    step.months = months;
    step.depends_on = blocking(report.examination, model::Blocks::type_2_window);
    step.sources = engagement_.periods.sources;
    return add(std::move(step));
  }

  void add_report(const ReportAim& report, int months) {
    const Examination examination = report.examination;
    ReportSteps places;
    places.report = &report;
    if (report.type_1) {
      places.type_1_fieldwork = add_phase(PhaseKind::type_1_fieldwork,
                                          with_preparation(blocking(examination, model::Blocks::type_1)), examination);
      places.type_1_report = add_phase(PhaseKind::type_1_report, {*places.type_1_fieldwork}, examination);
    }
    if (report.type_2) {
      places.period = add_period(report, months);
      places.due = due_in_period(examination);
      std::vector<std::size_t> before = with_preparation(blocking(examination, model::Blocks::nothing));
      before.insert(before.begin(), *places.period);
      places.type_2_fieldwork = add_phase(PhaseKind::type_2_fieldwork, std::move(before), examination);
      places.type_2_report = add_phase(PhaseKind::type_2_report, {*places.type_2_fieldwork}, examination);
    }
    network_.reports.push_back(places);
  }

  const Aim& aim_;
  const model::Engagement& engagement_;
  Network network_;
  std::vector<std::size_t> before_fieldwork_;
  std::size_t before_known_gap_ = 0;
  std::size_t before_unknown_gap_ = 0;
  std::map<std::string, std::size_t> gaps_;  ///< by id of the control
};

}  // namespace

Network network_of(const Aim& aim, const model::Engagement& engagement, const std::vector<int>& months) {
  return Builder(aim, engagement).build(months);
}

}  // namespace socrates::plan
