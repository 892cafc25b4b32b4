// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "socrates/base/date.hpp"
#include "socrates/model/assurance.hpp"

namespace socrates::model {

/// From the first day to the last, both included.
struct Period {
  base::Date from;
  base::Date to;
  bool operator==(const Period&) const = default;
};

/// A deviation that the auditor noted. `on` is a criterion, a category or a control objective.
struct Exception {
  std::optional<std::string> on;
  std::optional<Severity> severity;
  std::optional<bool> response;  ///< management answers it in the report
  bool operator==(const Exception&) const = default;
};

/// What the programme of peer review says of a firm.
struct PeerReview {
  std::optional<PeerReviewKind> kind;
  std::optional<PeerReviewRating> rating;
  std::optional<base::Date> accepted;
  bool operator==(const PeerReview&) const = default;
};

struct Auditor {
  std::string firm;              ///< may be empty
  std::optional<bool> licensed;  ///< as a CPA firm; of a certificate: accredited
  std::optional<bool> peer_reviewed;
  std::optional<PeerReview> peer_review;
  std::optional<base::Date> firm_since;
  bool operator==(const Auditor&) const = default;
};

struct SubserviceOrganization {
  std::string name;
  std::optional<bool> critical;
  std::optional<bool> report_held;
  std::optional<bool> reviewed;            ///< the report that is held
  std::optional<SubserviceMethod> method;  ///< where it is not that of the report
  bool operator==(const SubserviceOrganization&) const = default;
};

struct Subservice {
  std::optional<SubserviceMethod> method;
  std::optional<std::vector<SubserviceOrganization>> organizations;
  bool operator==(const Subservice&) const = default;
};

/// Management's statement, not the auditor's, on the time after the period.
struct BridgeLetter {
  std::optional<base::Date> from;
  std::optional<base::Date> to;
  std::optional<base::Date> signed_on;
  bool operator==(const BridgeLetter&) const = default;
};

/// A control that the report expects of its readers.
struct UserControl {
  std::string text;
  std::vector<std::string> criteria;
  bool operator==(const UserControl&) const = default;
};

/// A report that the company holds. What is not known has no value.
struct HeldReport {
  std::string id;
  Family report = Family::soc2;
  std::vector<Family> also;  ///< further families that the same examination answers
  std::optional<ReportType> type;
  std::optional<std::vector<TrustCategory>> categories;
  std::optional<std::vector<std::string>> objectives;
  std::optional<std::string> entity;
  std::optional<std::vector<std::string>> covers;  ///< services
  std::optional<std::vector<std::string>> regions;
  std::optional<Period> period;
  std::optional<base::Date> as_of;
  std::optional<base::Date> issued;
  std::optional<base::Date> valid_until;
  std::optional<Opinion> opinion;
  std::optional<std::vector<std::string>> qualified_on;  ///< criteria, categories or control objectives
  std::optional<std::vector<Exception>> exceptions;
  Auditor auditor;
  std::optional<Subservice> subservice;
  std::optional<UserControls> user_entity_controls;
  std::optional<std::vector<std::string>> frameworks;
  std::vector<std::string> frameworks_mapped;  ///< those of which the report has a mapping and no more
  std::optional<BridgeLetter> bridge_letter;
  std::vector<BridgeLetter> bridge_letters;  ///< several in a row, in place of the one
  std::optional<Questionnaire> questionnaire;
  std::optional<int> level;                   ///< the place in `levels_of` the first of its kinds that has levels
  std::optional<base::Date> no_change_since;  ///< the day on which management signed that nothing material has changed
  std::vector<base::Date> surveillance;       ///< audits of a certificate
  std::optional<std::vector<UserControl>> user_entity_controls_list;
  bool operator==(const HeldReport&) const = default;
};

/// A report that is to come.
struct NextReport {
  Family report = Family::soc2;
  std::optional<ReportType> type;
  std::optional<std::vector<TrustCategory>> categories;
  std::optional<std::vector<std::string>> covers;
  std::optional<base::Date> expected;  ///< the day of issue
  std::optional<bool> certain;
  std::optional<Period> period;
  std::optional<int> level;  ///< as of a report held
  std::optional<Questionnaire> questionnaire;
  bool operator==(const NextReport&) const = default;
};

struct Inventory {
  std::vector<HeldReport> reports;
  std::vector<NextReport> next;
  bool operator==(const Inventory&) const = default;
};

}  // namespace socrates::model
