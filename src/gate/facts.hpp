// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "fact_sheet.hpp"
#include "socrates/model/inventory.hpp"
#include "view.hpp"

namespace socrates::gate {

/// A report held against a requirement, with the earlier ones that extend its period; no report at all where none is
/// held.
struct Candidate {
  const model::HeldReport* report = nullptr;
  std::vector<const model::HeldReport*> earlier;
};

/// Whether the report is weighed as the one that decides, or as an earlier one that only fills in time.
enum class Role { decides, fills_in };

// The facts about a candidate, in the order of the files of the acceptance rules. `report` is that of the candidate or
// one of its earlier ones; what speaks of time always speaks of the whole candidate.

void add_match_facts(const Ask& ask, const model::HeldReport* report, FactSheet& facts);
/// The first end of the customer's fiscal year after the decision, where the deal says when it ends.
std::optional<base::Date> next_year_end(const Ask& ask);

void add_time_facts(const Ask& ask, const Candidate& candidate, Role role, FactSheet& facts);
void add_content_facts(const Ask& ask, const model::HeldReport& report, FactSheet& facts);
void add_hand_over_facts(const Ask& ask, FactSheet& facts);

}  // namespace socrates::gate
