// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "socrates/base/calendar.hpp"
#include "socrates/base/date.hpp"
#include "socrates/model/answers.hpp"
#include "socrates/model/anything.hpp"
#include "socrates/model/assurance.hpp"
#include "socrates/model/stated.hpp"

namespace socrates::model {

/// By when something has to be held that need not be held now: a day, or so many months after signing.
struct Due {
  std::optional<base::Date> by;
  std::optional<int> months_after_signing;
  bool operator==(const Due&) const = default;
};

/// One report that the customer asks for, and what has to be true of it.
struct Requirement {
  std::string id;
  Family report = Family::soc2;
  Stated<ReportType> type;
  Stated<std::vector<TrustCategory>> categories;
  Stated<std::vector<TrustCategory>> categories_preferred;
  Stated<std::vector<std::string>> objectives;  ///< control objectives of a SOC 1
  Stated<int> period_months_at_least;
  Stated<int> age_months_at_most;
  Stated<int> age_days_at_most;
  AgeFrom age_from = AgeFrom::period_end;
  Stated<Opinion> opinion;  ///< the worst one that is accepted
  Stated<SubserviceMethod> subservice_method;
  Stated<std::vector<std::string>> frameworks;
  Stated<UserControlsStand> user_entity_controls;
  Stated<bool> type_1_accepted;  ///< in place of a Type 2, for the time being
  Stated<base::Date> type_1_accepted_until;
  Stated<bool> bridge_letter_accepted;
  Stated<bool>
      auditor_accepts_overlap;  ///< the customer's auditor takes a short overlap with the fiscal year, in writing
  std::optional<Questionnaire> questionnaire;  ///< of a questionnaire: which; none: any
  Stated<int> level_at_least;                  ///< the place in `levels_of` its kind
  Stated<Due> due;
  Stated<int> every_months;  ///< how often it has to be renewed
  Stated<int> fiscal_year_months_at_least;
  Stated<int> bridge_gap_months_at_most;  ///< from the end of the period to the decision
  Stated<int> letter_beyond_months;       ///< a letter is asked for where the period ended longer ago
  Stated<Responses> responses;
  Stated<SubserviceReports> subservice_reports;
  Stated<std::vector<std::string>> inclusive_for;  ///< organizations that the report has to include
  Stated<bool> no_material_change;                 ///< management's statement is asked for
  Stated<std::vector<std::string>> not_judged;     ///< what is asked for beside, in words that nobody here judges
  std::vector<Requirement> any_of;                 ///< one is enough, and the rest but `due` says nothing; not nested
  bool operator==(const Requirement&) const = default;
};

/// What the contract says we shall deliver.
struct Promise {
  Family report = Family::soc2;
  Stated<ReportType> type;
  base::Date by;
  bool operator==(const Promise&) const = default;
};

struct Amount {
  std::int64_t hundredths = 0;
  std::string currency;  ///< empty where none is named
  bool operator==(const Amount&) const = default;
};

/// Named sets of requirements that a company keeps, by their names.
using Profiles = std::map<std::string, std::vector<Requirement>, std::less<>>;

/// What a customer asks for, and when and for whom.
struct Deal {
  std::string id;
  std::string customer;        ///< may be empty
  Stated<std::string> entity;  ///< the legal entity that the report has to name
  Stated<std::vector<std::string>> services;
  Stated<std::vector<std::string>> regions;
  Stated<base::Date> decision_date;  ///< left out: today
  Stated<base::Date> contract_start;
  Stated<Recurs> recurs;
  Stated<Recipient> recipient;
  Stated<Nda> nda;
  Stated<base::YearEnd> fiscal_year_end;
  Stated<base::Date> fiscal_year_ending;  ///< the last day of the year that the report has to cover
  std::vector<Requirement> requirements;  ///< empty: the selection rules say what is asked for
  std::vector<Promise> promises;
  Answers answers;  ///< on top of the company's profile; empty where the deal gives none
  std::optional<Amount> amount;
  Stated<int> term_months;
  Stated<base::Date> contract_end;
  std::optional<Anything> meta;  ///< what belongs to others, carried through to every result
  std::string profile;  ///< the name of requirements that stand elsewhere and are among `requirements`; may be empty
  bool operator==(const Deal&) const = default;
};

}  // namespace socrates::model
