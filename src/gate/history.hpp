// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which report decides. A company examines the same service year after year, and holds last year's report beside this
// year's. The reader gets the latest one, whatever it says: else a clean report of last year would hide a qualified one
// of this year. Two reports are on the same examination when they share a family and a service; where the services of
// one are not known, they may be.
//
// A Type 1 and a Type 2 need care. A new Type 2 takes the place of every earlier report. A new Type 1 takes that of
// earlier Type 1 reports; it says nothing on how controls worked, so a Type 2 stays what it is beside it, unless the
// opinion of the Type 1 is not clean: then it tells of something that the reader must not miss.
//
// Earlier reports still fill in time: two half-years that touch make a year. The newest decides, and what the earlier
// ones say about their months counts as well.

#include <optional>
#include <vector>

#include "socrates/model/inventory.hpp"
#include "view.hpp"

namespace socrates::gate {

/// Issued by that day. A report cannot be issued before the time is over that it speaks of.
Maybe is_issued_by(const model::HeldReport& report, std::optional<base::Date> day);

Maybe is_same_examination(const model::HeldReport& a, const model::HeldReport& b);

/// A later report, issued by that day, takes the place of this one.
Maybe is_superseded(const model::HeldReport& report, const model::Inventory& inventory, std::optional<base::Date> day);

/// The ways in which earlier Type 2 reports on the same examination extend the period of this one without a gap, each
/// from the newest to the oldest; at most `most_chains`.
std::vector<std::vector<const model::HeldReport*>> chains_before(const model::HeldReport& report,
                                                                 const model::Inventory& inventory,
                                                                 std::optional<base::Date> day);

inline constexpr std::size_t most_chains = 32;

/// The period of the report and of those that extend it; none where the report has none.
std::optional<model::Period> merged_period(const model::HeldReport& report,
                                           const std::vector<const model::HeldReport*>& earlier);

}  // namespace socrates::gate
