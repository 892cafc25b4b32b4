// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "socrates/base/calendar.hpp"
#include "socrates/model/answers.hpp"
#include "socrates/model/control.hpp"
#include "socrates/readiness/gap.hpp"

namespace socrates::plan {

enum class ReportType { type_1, type_2 };

/// Since when everything operates that has to before an observation period begins, as far as it operates.
struct Evidence {
  base::Date since;           ///< what is in place by the answers
  base::Date since_at_best;   ///< what is not known counted as in place as well
  bool operator==(const Evidence&) const = default;
};

/// A report that is to be made.
struct ReportAim {
  model::Examination examination = model::Examination::soc2;
  bool type_1 = false;              ///< a Type 1 is made
  bool type_2 = true;               ///< a Type 2 is made
  bool is_first = true;             ///< no Type 2 of this examination is held
  bool is_needed = false;           ///< somebody asks for it; else it is recommended
  bool type_1_serves = false;       ///< the readers take the Type 1 by the date
  bool for_auditors = false;        ///< financial auditors read it, who cannot rely on a Type 1
  std::vector<std::string> categories;  ///< of a SOC 2, Security included
  std::vector<std::string> unasked;     ///< those of them that nobody asks for
  Evidence evidence;
  bool operator==(const ReportAim&) const = default;
};

/// What a plan is made from.
struct Aim {
  base::Date today;
  std::optional<base::Date> needed_by;
  std::vector<ReportAim> reports;      ///< SOC 1 first; at most one an examination
  bool soc3 = false;                   ///< comes out of the examination of the SOC 2
  std::vector<readiness::Gap> gaps;    ///< in the order in which to close them
  model::ControlStatus auditor = model::ControlStatus::unknown;  ///< of the control that an auditor is engaged
  std::optional<int> shortest_accepted;  ///< months of a period that the readers accept; 0: none is stated
  model::Chosen type_1_accepted = model::Chosen::unknown;
  std::optional<int> window;           ///< months of the first period, as wished
  std::optional<std::size_t> people;   ///< who can work at the same time; none: as many as it takes
  std::vector<base::YearEnd> year_ends;  ///< of the customers' fiscal years
  bool operator==(const Aim&) const = default;
};

/// Whether a report counts for the verdict: those that somebody asks for do, and where there is none, all.
bool counts(const Aim& aim, const ReportAim& report);

}  // namespace socrates::plan
