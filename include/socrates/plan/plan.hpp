// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "socrates/model/engagement.hpp"
#include "socrates/plan/aim.hpp"
#include "socrates/plan/period.hpp"

namespace socrates::plan {

/// One date at each pace: with the least weeks for everything, with the likely ones, with the most. What is not known
/// counts as missing, but at the early pace as in place: no date before the early one can be.
struct Dates {
  base::Date early;
  base::Date likely;
  base::Date late;
  bool operator==(const Dates&) const = default;
};

enum class StepKind {
  phase,
  gap,        ///< a control that is not in place
  period,     ///< an examination period
  renewal,    ///< what follows the first Type 2; no date before it hangs on it
  milestone,  ///< what is written and signed; no date hangs on it either
};

/// Something to be done, or an examination period that has to pass.
struct Step {
  std::string id;  ///< `scoping`, `gap.AC-02`, `soc2.period`
  std::string title;
  std::string does;
  StepKind kind = StepKind::phase;
  std::optional<model::Examination> report;  ///< none: for every report
  model::Weeks weeks;
  int months = 0;  ///< of a period
  bool needs_people = false;
  bool is_unknown = false;              ///< a gap of which nothing is known
  std::vector<std::size_t> depends_on;  ///< indices of steps
  std::vector<std::size_t> sources;     ///< of the catalogue of the engagement
  std::vector<std::string> people_do;   ///< while the auditor leads
  Dates first;                          ///< its first day
  Dates last;                           ///< its last day
  bool is_critical = false;             ///< on the path that decides the likely date of the verdict
  bool operator==(const Step&) const = default;
};

/// A report in the customers' hands.
struct Delivery {
  model::Examination examination = model::Examination::soc2;
  ReportType type = ReportType::type_2;
  Dates in_hand;
  bool counts = false;               ///< for the verdict
  std::optional<Period> period;      ///< of a Type 2, at the likely pace
  std::vector<YearService> service;  ///< of that period, to each of the customers' fiscal years
  model::Standard standard = model::Standard::ssae;
  bool operator==(const Delivery&) const = default;
};

enum class Fit { no_date, fits, only_early, too_late };

/// What is held and meets the date.
struct ServedBy {
  model::Examination examination = model::Examination::soc2;
  Held held;
  bool operator==(const ServedBy&) const = default;
};

/// What a cost comes to, in one currency; never converted.
struct Money {
  std::string currency;
  std::string locale;
  int low = 0;
  std::optional<int> likely;
  int high = 0;
  std::vector<std::size_t> sources;
  bool operator==(const Money&) const = default;
};

struct CostLine {
  std::string id;
  std::string title;
  bool is_second = false;  ///< the second report of one engagement, at its lower price
  std::vector<Money> money;
  bool operator==(const CostLine&) const = default;
};

struct Costs {
  std::vector<CostLine> lines;
  Money total;  ///< in USD, the only currency in which all is known
  bool operator==(const Costs&) const = default;
};

/// A way out, or what the plan already makes use of.
struct Option {
  model::OptionKind kind = model::OptionKind::later_date;
  bool is_assumed = false;            ///< the plan has it already
  std::optional<int> months;          ///< of a shorter period
  std::vector<std::string> left_out;  ///< categories
  Dates in_hand;                      ///< of what counts for the verdict
  Fit fit = Fit::no_date;
  Money cost;                       ///< of everything then
  std::optional<Money> cost_apart;  ///< of both reports as engagements of their own
  bool operator==(const Option&) const = default;
};

/// What has to be said about a plan beside its dates.
enum class Notice {
  faster_than_usual,          ///< at the likely pace
  faster_than_usual_early,    ///< at the early pace only
  controls_not_known,         ///< and so counted as missing
  closing_gaps_takes_long,    ///< longer than the field knows
  gaps_close_in_period,       ///< and so have no evidence for its beginning
  period_is_very_short,       ///< shorter than firms commonly take
  readers_minimum_not_known,  ///< nobody has said what period they accept
  no_year_ends,               ///< of a SOC 1, whose period should follow them
  years_not_all_served,       ///< by any period within reach
  held_report_serves,         ///< and is sent to whoever waits
  follows_held_report,        ///< the period should follow the one of the report held
  type_1_not_agreed,          ///< the Type 1 meets the date, but nobody has said that it serves
  operation_not_said,         ///< of controls that are said to have operated for months, nothing is known one by one
  operation_contradicted,     ///< what is said of single controls is less than what is said of all
  days_not_said,              ///< of controls that are in place it is not said when they were performed
  period_looks_back,          ///< as far as it can without moving a date
  readiness_assessed,         ///< by outsiders, so that the gap assessment takes its least weeks
  ask_providers,              ///< for their reports and periods
  period_of_customers,        ///< who have reports of their own, in which this one has to fit
  firm_for_custody,           ///< the rule says which firms may sign
};

/// What has to be done or kept for the auditor, and when.
enum class EvidenceKind {
  occurrence,  ///< a control has to be performed in these days
  settings,    ///< what settings are is looked at in these days
  lists,       ///< lists of all that happened in the period are drawn in these days
  requests,    ///< the auditor asks from this day on
};

struct EvidenceEntry {
  EvidenceKind kind = EvidenceKind::occurrence;
  model::Examination report = model::Examination::soc2;
  std::optional<std::size_t> control;  ///< of an occurrence: of the catalogue
  Period days;
  bool operator==(const EvidenceEntry&) const = default;
};

struct Plan {
  base::Date today;
  std::optional<base::Date> needed_by;
  std::optional<std::size_t> people;
  std::vector<Step> steps;
  std::vector<Delivery> deliveries;  ///< in the order of the examinations, Type 1 first
  bool soc3 = false;
  Dates in_hand;                       ///< all that counts for the verdict
  Fit fit = Fit::no_date;              ///< no date either where what is held meets it
  int days_late = 0;                   ///< at the likely pace; negative where there are days left
  std::vector<std::size_t> critical;   ///< steps, first to last
  std::vector<std::size_t> this_week;  ///< steps that start within seven days at the likely pace
  Costs costs;
  std::vector<Option> options;  ///< where the plan does not fit
  std::optional<Operation> operation;
  std::size_t without_days = 0;  ///< of so many controls it is not said when they were performed
  std::optional<Dates>
      as_said;  ///< of what counts, if the controls of which nothing is known operate as is said of all
  std::vector<Notice> notices;
  std::vector<EvidenceEntry> evidence;  ///< that is still to come, by its last day
  std::vector<ServedBy> served_by = {};
  bool operator==(const Plan&) const = default;
};

/// How many gaps close, at the likely pace, only when an examination period that looks at them has begun.
std::size_t gaps_closed_in_period(const Plan& plan);

/// The plan for an aim with at least one report.
Plan make_plan(const Aim& aim, const model::Engagement& engagement);

}  // namespace socrates::plan
