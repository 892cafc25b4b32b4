// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "socrates/model/control_answer.hpp"
#include "socrates/model/inventory.hpp"
#include "socrates/readiness/assessment.hpp"

namespace socrates::readiness {

/// When a report is examined, as far as it is planned.
struct ExaminationDays {
  std::optional<base::Date> type_1;     ///< the day on which the fieldwork of a Type 1 begins
  std::optional<model::Period> period;  ///< of a Type 2
};

/// What an auditor asks for about one control in scope.
struct Request {
  std::size_t control = 0;  ///< of the catalogue
  model::ControlStatus status = model::ControlStatus::unknown;
  std::vector<model::Examination> reports;  ///< for which it is asked
  std::vector<std::string> criteria;        ///< in scope
  std::vector<std::string> objectives;      ///< in scope
  std::optional<int> occurrences;           ///< that the period holds; nothing where no frequency and no period says so
  std::optional<model::SampleSize> sample;  ///< of these; nothing where the catalogue has no note on the frequency
  std::optional<model::SampleSize> list_sample;   ///< of its population, where that holds more than these
  std::optional<base::Date> before_fieldwork_by;  ///< policies and settings
  std::optional<base::Date> after_period_by;      ///< lists and samples
  bool operator==(const Request&) const = default;
};

struct RequestList {
  std::vector<std::size_t> policies;     ///< of the catalogue, that some control in scope is laid down in
  std::vector<std::size_t> populations;  ///< of the catalogue, that samples of some control in scope are drawn from
  std::vector<Request> requests;         ///< in the order of the catalogue; what does not apply too
  std::optional<base::Date> before_fieldwork_by;  ///< the earliest of all
  std::optional<base::Date> after_period_by;      ///< the earliest of all
  bool operator==(const RequestList&) const = default;
};

/// How often a control of the frequency is performed in the period; nothing where it is not by the calendar.
std::optional<int> occurrences_in(const model::Period& period, model::Frequency frequency,
                                  const model::FrequencyNote& note);

/// The list of requests for what is or may be in scope; `days` by examination. Of several reports the earliest day
/// counts.
RequestList requests(const Readiness& readiness, const Catalogue& catalogue, const model::ControlAnswers& answers,
                     const std::array<ExaminationDays, 2>& days);

}  // namespace socrates::readiness
