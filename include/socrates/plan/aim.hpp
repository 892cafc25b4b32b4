// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "socrates/base/calendar.hpp"
#include "socrates/engine/outcome.hpp"
#include "socrates/model/answers.hpp"
#include "socrates/model/assurance.hpp"
#include "socrates/model/control.hpp"
#include "socrates/model/engagement.hpp"
#include "socrates/model/rule_set.hpp"
#include "socrates/readiness/assessment.hpp"
#include "socrates/readiness/gap.hpp"

namespace socrates::plan {

using model::ReportType;

/// Since when everything operates that has to before an examination period begins, as far as it operates.
struct Evidence {
  base::Date since;          ///< what is in place by the answers
  base::Date since_at_best;  ///< what is not known counted as in place as well
  bool operator==(const Evidence&) const = default;
};

/// What is held of an examination already.
struct Held {
  ReportType type = ReportType::type_2;
  model::Standard standard = model::Standard::ssae;
  bool operator==(const Held&) const = default;
};

/// A report that is to be made.
struct ReportAim {
  model::Examination examination = model::Examination::soc2;
  model::Standard standard = model::Standard::ssae;
  bool type_1 = false;                  ///< a Type 1 is made
  bool type_2 = true;                   ///< a Type 2 is made
  bool is_first = true;                 ///< no Type 2 of this examination is held
  bool is_needed = false;               ///< somebody asks for it; else it is recommended
  bool type_1_serves = false;           ///< the readers take the Type 1 by the date
  std::vector<std::string> categories;  ///< of a SOC 2, Security included
  std::vector<std::string> unasked;     ///< those of them that nobody asks for and nothing promises
  Evidence evidence;
  std::optional<Held> held = {};  ///< the most that is held of this examination
  bool held_serves = false;       ///< and whoever waits for a report gets it, so that this one only follows
  bool operator==(const ReportAim&) const = default;
};

/// What is said of all controls together, that they have operated for so many months, held against what is said of each
/// that an examination period needs.
struct Operation {
  int months = 0;
  std::size_t not_said = 0;          ///< of so many nothing is known
  std::size_t missing = 0;           ///< so many are not in place
  std::size_t later = 0;             ///< so many are in place since a later day
  std::size_t undated = 0;           ///< so many are in place, and it is not said since when
  std::optional<base::Date> latest;  ///< the last of those days
  bool operator==(const Operation&) const = default;
};

/// What only a practitioner asks about, and what is known of it.
struct Circumstances {
  bool readiness_assessed = false;            ///< somebody from outside has held the controls against the criteria
  bool depends_on_providers = false;          ///< whose controls the service may need
  bool serves_service_organizations = false;  ///< customers have reports of their own
  bool custody_rule = false;                  ///< of the SEC stands behind the request
  bool operator==(const Circumstances&) const = default;
};

/// What a plan is made from.
struct Aim {
  base::Date today;
  std::optional<base::Date> needed_by;
  std::vector<ReportAim> reports;                                ///< SOC 1 first; at most one an examination
  bool soc3 = false;                                             ///< comes out of the examination of the SOC 2
  std::vector<readiness::Gap> gaps;                              ///< in the order in which to close them
  model::ControlStatus auditor = model::ControlStatus::unknown;  ///< of the control that an auditor is engaged
  std::optional<int> shortest_accepted;  ///< months of a period that the readers accept; 0: none is stated
  std::optional<int> window;             ///< months of the first period, as wished
  std::optional<std::size_t> people;     ///< who can work at the same time; none: as many as it takes
  std::vector<base::YearEnd> year_ends;  ///< of the customers' fiscal years
  std::optional<Operation> operation = {};
  std::size_t without_days = 0;  ///< of so many controls in scope it is not said when they were performed
  bool type_1_refused = false;  ///< the readers have named a Type 2, a period or tests, and take nothing else meanwhile
  Circumstances circumstances = {};
  bool operator==(const Aim&) const = default;
};

/// What the command line adds to the answers.
struct Wishes {
  std::optional<int> window;
  std::optional<std::size_t> people;
  std::vector<base::YearEnd> year_ends;
};

/// What a company has answered, and what follows from it; all must outlive the call. `readiness` was measured with the
/// same answers.
struct Situation {
  const model::RuleSet& rules;
  const model::Answers& answers;
  const engine::Outcome& outcome;
  const model::ControlCatalogue& controls;
  const model::ControlAnswers& control_answers;
  const readiness::Readiness& readiness;
  const model::Engagement& engagement;
};

/// What is said of all controls together, held against what is said of each; nothing where nothing is said of all.
std::optional<Operation> operation_of(const model::RuleSet& rules, const model::Answers& answers,
                                      const model::ControlCatalogue& controls,
                                      const model::ControlAnswers& control_answers,
                                      const readiness::Readiness& readiness, base::Date today);

/// The aim of reports that are needed or recommended; none where no report is, or where it is not decided which.
std::optional<Aim> aim_of(const Situation& situation, const Wishes& wishes, base::Date today);

/// The day on which the answers say that a report is needed; none where no date is set.
std::optional<base::Date> needed_by(const model::RuleSet& rules, const model::Answers& answers, base::Date today);

/// The shortest period that the readers accept, by the answers; 0 where none is stated, none where it is not known.
std::optional<int> shortest_accepted(const model::RuleSet& rules, const model::Answers& answers);

/// Whether a report counts for the verdict: those that somebody asks for do, and where there is none, all. One that
/// only follows what is held does not where the date is that of another.
bool counts(const Aim& aim, const ReportAim& report);

/// Whether what is held meets the date, so that the plan is of what follows.
bool is_met_by_what_is_held(const Aim& aim);

}  // namespace socrates::plan
