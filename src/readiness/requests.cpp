// SPDX-License-Identifier: Apache-2.0
#include "socrates/readiness/requests.hpp"

#include <algorithm>

#include "socrates/base/calendar.hpp"

namespace socrates::readiness {
namespace {

using base::Date;

void keep_earliest(std::optional<Date>& kept, const std::optional<Date>& other) {
  if (other && (!kept || *other < *kept)) kept = other;
}

std::vector<std::size_t> used(std::size_t count, const RequestList& list, const model::ControlCatalogue& catalogue,
                              std::optional<std::size_t> model::Control::*member) {
  std::vector<std::size_t> result;
  for (std::size_t i = 0; i < count; ++i)
    if (std::any_of(list.requests.begin(), list.requests.end(), [&](const Request& request) {
          return request.status != model::ControlStatus::not_applicable &&
                 catalogue.controls[request.control].*member == i;
        }))
      result.push_back(i);
  return result;
}

/// Whether what a control of this frequency looks at is more than the times that it looks: a yearly training is one,
/// and those who took it are many.
bool is_apart(model::Frequency frequency) {
  return frequency != model::Frequency::per_event && frequency != model::Frequency::daily &&
         frequency != model::Frequency::weekly;
}

class Asker {
 public:
  Asker(const Readiness& readiness, const Catalogue& catalogue, const model::ControlAnswers& answers,
        const std::array<ExaminationDays, 2>& days)
      : readiness_(readiness), catalogue_(catalogue), answers_(answers), days_(days) {}

  RequestList ask() {
    RequestList list;
    for (std::size_t i = 0; i < controls().size(); ++i)
      if (Request request = about(i); !request.reports.empty()) list.requests.push_back(std::move(request));
    for (const Request& request : list.requests) {
      keep_earliest(list.before_fieldwork_by, request.before_fieldwork_by);
      keep_earliest(list.after_period_by, request.after_period_by);
    }
    list.policies = used(catalogue_.controls.policies.size(), list, catalogue_.controls, &model::Control::policy);
    list.populations =
        used(catalogue_.controls.populations.size(), list, catalogue_.controls, &model::Control::population);
    return list;
  }

 private:
  [[nodiscard]] const std::vector<model::Control>& controls() const { return catalogue_.controls.controls; }

  [[nodiscard]] Request about(std::size_t control) const {
    Request request;
    request.control = control;
    request.status = answers_[control].status;
    std::optional<model::Period> period;
    for (const ReportReadiness& report : readiness_.reports) {
      if (std::find(report.controls.begin(), report.controls.end(), control) == report.controls.end()) continue;
      request.reports.push_back(report.examination);
      add_targets(request, report);
      const ExaminationDays& days = days_[index_of(report.examination)];
      keep_earliest(request.before_fieldwork_by, days.type_1);
      if (!days.period) continue;
      keep_earliest(request.before_fieldwork_by, days.period->to);
      if (!period || days.period->to < period->to) period = days.period;
    }
    if (period && catalogue_.controls.collection)
      request.after_period_by = base::add_days(period->to, catalogue_.controls.collection->lists_within_days);
    const model::Frequency frequency = controls()[control].frequency;
    const model::FrequencyNote* const note = frequency_note(catalogue_.controls, frequency);
    if (note == nullptr) return request;
    if (period) request.occurrences = occurrences_in(*period, frequency, *note);
    request.sample = sample_of(*note, request.occurrences);
    if (const model::FrequencyNote* const by_case = frequency_note(catalogue_.controls, model::Frequency::per_event))
      if (controls()[control].population && is_apart(frequency))
        request.list_sample = sample_of(*by_case, std::nullopt);
    return request;
  }

  static void add_targets(Request& request, const ReportReadiness& report) {
    std::vector<std::string>& ids =
        report.examination == model::Examination::soc1 ? request.objectives : request.criteria;
    for (const Part& part : report.parts)
      for (const Target& target : part.targets)
        if (std::find(target.controls.begin(), target.controls.end(), request.control) != target.controls.end())
          ids.push_back(target.id);
  }

  const Readiness& readiness_;
  const Catalogue& catalogue_;
  const model::ControlAnswers& answers_;
  const std::array<ExaminationDays, 2>& days_;
};

}  // namespace

std::optional<int> occurrences_in(const model::Period& period, model::Frequency frequency,
                                  const model::FrequencyNote& note) {
  const int days = base::days_between(period.from, period.to) + 1;
  if (frequency == model::Frequency::daily) return std::max(days, 0);
  if (frequency == model::Frequency::weekly) return std::max(days, 0) / base::days_of_week;
  if (note.look_back_months) return 1;
  if (!note.every_months) return std::nullopt;
  return base::whole_months(period.from, period.to) / *note.every_months;
}

RequestList requests(const Readiness& readiness, const Catalogue& catalogue, const model::ControlAnswers& answers,
                     const std::array<ExaminationDays, 2>& days) {
  return Asker(readiness, catalogue, answers, days).ask();
}

}  // namespace socrates::readiness
