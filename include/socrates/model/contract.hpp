// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <iterator>
#include <string_view>

namespace socrates::model {

/// Ids that users' scripts rely on. A rule set may add questions and decisions; as far as it has these, every decision
/// of the contract is decided once every question of the contract is answered.
inline constexpr std::string_view contract_questions[] = {
    "offering",
    "financial_reporting_impact",
    "financial_activities",
    "customer_data",
    "data_kinds",
    "personal_data_role",
    "commitments",
    "requested_by",
    "requested_reports",
    "requested_type",
    "requested_categories",
    "type_1_accepted_meanwhile",
    "public_report_wanted",
    "test_details_needed",
    "customers_publicly_listed",
    "customers_outside_us",
    "enterprise_or_regulated_customers",
    "enterprise_plans",
    "controls_operating_months",
    "months_until_needed",
    "minimum_period_months",
    "reports_held",
    "customer_sectors",
    "access_to_customer_systems",
};

/// In the order in which results name them.
inline constexpr std::string_view contract_decisions[] = {
    "soc1",
    "soc2",
    "soc3",
    "soc1_type",
    "soc2_type",
    "soc1_standard",
    "soc2_standard",
    "security",
    "availability",
    "processing_integrity",
    "confidentiality",
    "privacy",
    "beside_soc",
    "instead",
    "request_check",
};

/// The decisions without which there is no recommendation.
inline constexpr std::string_view deciding_decisions[] = {"soc1", "soc2", "soc3", "soc1_type", "soc2_type"};

/// The Trust Services categories, as decisions.
inline constexpr std::string_view category_decisions[] = {"security", "availability", "processing_integrity",
                                                          "confidentiality", "privacy"};

constexpr bool is_contract_question(std::string_view id) {
  return std::find(std::begin(contract_questions), std::end(contract_questions), id) != std::end(contract_questions);
}

constexpr bool is_contract_decision(std::string_view id) {
  return std::find(std::begin(contract_decisions), std::end(contract_decisions), id) != std::end(contract_decisions);
}

}  // namespace socrates::model
