// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "socrates/readiness/assessment.hpp"

namespace socrates::readiness {

/// A control whose status is another than it was.
struct Move {
  std::size_t control = 0;
  model::ControlStatus from = model::ControlStatus::unknown;
  model::ControlStatus to = model::ControlStatus::unknown;
  bool operator==(const Move&) const = default;
};

/// How one report moved; a report that was not in scope has no `before`, one that is not any more no `after`.
struct ReportChange {
  model::Examination examination = model::Examination::soc2;
  std::optional<int> before;  ///< per cent
  std::optional<int> after;
  std::vector<std::size_t> closed;  ///< controls that held up a step and do not any more
  std::vector<std::size_t> opened;  ///< controls that hold up a step and did not
  bool operator==(const ReportChange&) const = default;
};

/// What moved between two sets of answers under the same rules.
struct Changes {
  std::vector<ReportChange> reports;
  std::vector<Move> better;
  std::vector<Move> worse;
  std::vector<Move> other;  ///< to or from not applicable; and from not known, as nobody can say which way that went
  bool operator==(const Changes&) const = default;
};

Changes changes(const Readiness& before, const model::ControlAnswers& old_answers, const Readiness& after,
                const model::ControlAnswers& new_answers);

}  // namespace socrates::readiness
