// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "socrates/base/shared_text.hpp"
#include "socrates/model/control.hpp"
#include "socrates/model/rule_set.hpp"

namespace socrates::model {

/// What has to be done between today and a report in the customers' hands.
enum class PhaseKind {
  scoping,
  gap_assessment,
  remediation,  ///< its weeks only say what is usual; what counts are those of the controls
  auditor_selection,
  type_1_fieldwork,
  type_1_report,
  type_2_fieldwork,
  type_2_report,
  bridge_letter,
};

inline constexpr std::size_t phase_count = 9;

/// Under which names the catalogue has them, in the order of the enumeration.
inline constexpr std::array<std::string_view, phase_count> phase_ids = {
    "scoping",       "gap_assessment",   "remediation",   "auditor_selection", "type_1_fieldwork",
    "type_1_report", "type_2_fieldwork", "type_2_report", "bridge_letter"};

struct Phase {
  std::string id;
  base::SharedText title;
  base::SharedText does;  ///< what is done, and so what to start with
  Weeks weeks;
  bool needs_people = false;                ///< of the organization, not only of the auditor
  std::string control;                      ///< the control that says it is done; may be empty
  std::vector<std::size_t> sources;         ///< indices into Engagement::sources
  std::vector<std::string> people_do = {};  ///< what people of the organization do meanwhile, though the auditor leads
  bool operator==(const Phase&) const = default;
};

/// What is written and signed between today and a report, none of which moves a date.
enum class DocumentKind {
  engagement_letter,
  description_draft,
  management_evaluation,
  assertion,
  representation_letter,
};

/// In the order of the enumeration.
inline constexpr std::array<std::string_view, 5> document_ids = {
    "engagement_letter", "description_draft", "management_evaluation", "assertion", "representation_letter"};

struct EngagementDocument {
  std::string id;
  base::SharedText title;
  base::SharedText does;
  int weeks = 0;  ///< that it is begun before it has to be there
  std::vector<std::size_t> sources;
  bool operator==(const EngagementDocument&) const = default;
};

/// Examination periods, in whole months.
struct PeriodLengths {
  int shortest = 0;  ///< that a firm commonly takes
  int usual = 0;     ///< of a first Type 2
  int next = 0;      ///< of those that follow, without a gap
  int bridge = 0;    ///< that a bridge letter covers at most
  int fastest = 0;   ///< from start to a first Type 2, below which nobody in the field believes it, in weeks
  std::vector<std::size_t> sources;
  bool operator==(const PeriodLengths&) const = default;
};

/// When the period of a SOC 1 serves a customer's fiscal year, in whole months. The months are those by which the gate
/// judges, so they stand among the defaults of the acceptance rules and nowhere else.
struct YearCoverage {
  int good_overlap = 0;
  int fair_overlap = 0;
  int most_gap = 0;  ///< between the end of the period and that of the year
  std::vector<std::size_t> sources;
  bool operator==(const YearCoverage&) const = default;
};

/// A planning estimate in whole units of one currency; never converted into another.
struct CostRange {
  std::string currency;     ///< `USD`
  base::SharedText locale;  ///< where the figures come from, in words
  int low = 0;
  std::optional<int> likely;  ///< none where the sources give but a range
  int high = 0;
  std::vector<std::size_t> sources;
  bool operator==(const CostRange&) const = default;
};

struct Cost {
  std::string id;
  base::SharedText title;
  std::vector<CostRange> ranges;  ///< at most one a currency
  bool operator==(const Cost&) const = default;
};

/// Under which names the catalogue has the costs: fees of the reports, of each further category, and what goes with it.
inline constexpr std::array<std::string_view, 12> cost_ids = {
    "soc1_type_1",     "soc1_type_2",          "soc2_type_1", "soc2_type_2",          "soc3",    "availability",
    "confidentiality", "processing_integrity", "privacy",     "readiness_assessment", "tooling", "penetration_test"};

/// A way out where a plan is too late.
enum class OptionKind { type_1_first, shorter_window, fewer_categories, one_engagement, later_date };

inline constexpr std::array<std::string_view, 5> option_ids = {"type_1_first", "shorter_window", "fewer_categories",
                                                               "one_engagement", "later_date"};

struct OptionAdvice {
  std::string id;
  base::SharedText title;
  base::SharedText condition;  ///< what has to hold for it; may be empty
  base::SharedText tell;       ///< what may honestly be said to the customer meanwhile
  std::vector<std::size_t> sources;
  bool operator==(const OptionAdvice&) const = default;
};

/// The catalogue of an engagement: phases with their durations, periods, costs, and what to say meanwhile.
struct Engagement {
  std::string id;
  std::string version;
  std::string sha256;  ///< of the file it was read from
  std::vector<SourceReference> sources;
  std::vector<Phase> phases;                  ///< in the order of PhaseKind
  std::vector<EngagementDocument> documents;  ///< in the order of DocumentKind, or none
  PeriodLengths periods;
  YearCoverage years;
  std::vector<Cost> costs;  ///< in the order of `cost_ids`
  Weeks second_report;      ///< what the second report of one engagement costs, in percent of its fee alone
  std::vector<std::size_t> second_report_sources;
  std::vector<OptionAdvice> options;   ///< in the order of OptionKind
  std::vector<std::string> meanwhile;  ///< what may be shown to a customer before there is a report
  std::vector<std::size_t> meanwhile_sources;
  bool operator==(const Engagement&) const = default;
};

const Phase& phase(const Engagement& engagement, PhaseKind kind);
const OptionAdvice& advice(const Engagement& engagement, OptionKind kind);

/// Takes the months of `years` from the defaults of the acceptance rules; false where these lack one.
bool take_year_months(const RuleSet& acceptance, Engagement& engagement);

/// The cost of that id, one of `cost_ids`.
const Cost& cost(const Engagement& engagement, std::string_view id);

}  // namespace socrates::model
