// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "socrates/model/control_answer.hpp"

namespace socrates::readiness {

/// A control as a share of coverage.
struct Share {
  int weight = 1;
  model::ControlStatus status = model::ControlStatus::unknown;
};

struct StatusCounts {
  int in_place = 0;
  int partial = 0;
  int designed = 0;
  int missing = 0;
  int unknown = 0;
  int not_applicable = 0;
  bool operator==(const StatusCounts&) const = default;
};

/// How much of a number of controls is in place, by weight: in place counts whole, partial half, designed a quarter,
/// missing and not known nothing; what is not applicable is left out.
struct Coverage {
  StatusCounts counts;
  int earned = 0;   ///< quarters times weight
  int unknown = 0;  ///< what the controls that are not known would earn if all were in place
  int total = 0;    ///< what all would earn if they were in place
  bool operator==(const Coverage&) const = default;
};

void add(Coverage& coverage, const Share& share);

/// Rounded down, so that 85 means at least 85; none where nothing applies.
std::optional<int> percent(const Coverage& coverage);
/// The same, if everything that is not known were in place.
std::optional<int> percent_if_unknown_in_place(const Coverage& coverage);

/// Between which percentages the coverage lies, whatever is not known and whichever of the controls that may be in
/// scope are; rounded down. Both are 100 where nothing can apply.
struct Bounds {
  int least = 100;
  int most = 100;
  bool operator==(const Bounds&) const = default;
};

Bounds bounds(const Coverage& sure, const std::vector<Share>& open);

}  // namespace socrates::readiness
