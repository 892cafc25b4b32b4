// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "gate/fact_sheet.hpp"
#include "gate/shelf.hpp"
#include "gate/view.hpp"
#include "socrates/model/inventory.hpp"

namespace socrates::gate {

/// A report held against a requirement, with the earlier ones that extend its period; no report at all where none is
/// held.
struct Candidate {
  const model::HeldReport* report = nullptr;
  Chain earlier;
};

/// Whether the report is weighed as the one that decides, or as an earlier one that only fills in time.
enum class Role { decides, fills_in };

// The facts about a candidate, in the order of the files of the acceptance rules. `report` is that of the candidate or
// one of its earlier ones; what speaks of time always speaks of the whole candidate.

/// Without what hangs on the services or the day, where it is not explained.
void add_match_facts(const Ask& ask, const model::HeldReport* report, FactSheet& facts);
/// Whether it covers the services.
void add_services(const Ask& ask, const model::HeldReport& report, FactSheet& facts);
/// What hangs on the services, or on the day.
void add_service_facts(Ask& ask, const model::HeldReport& report, FactSheet& facts);
/// The first end of the customer's fiscal year after the decision, where the deal says when it ends.
std::optional<base::Date> next_year_end(const Ask& ask);
/// The first day after the decision on which another year is taken to be meant.
std::optional<base::Date> next_year_meant(const Ask& ask);

/// `12 months`.
std::string counted_months(int months);
/// Only the first renewal is judged: what comes after it nobody plans yet.
void add_renewal(Ask& ask, const model::HeldReport& report, FactSheet& facts);

void add_time_facts(Ask& ask, const Candidate& candidate, Role role, FactSheet& facts);
void add_content_facts(const Ask& ask, const model::HeldReport& report, FactSheet& facts);
void add_hand_over_facts(Ask& ask, FactSheet& facts);

}  // namespace socrates::gate
