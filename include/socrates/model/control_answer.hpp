// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "socrates/base/date.hpp"

namespace socrates::model {

/// How far a control is. From `missing` to `in_place` each is better than the one before.
enum class ControlStatus {
  unknown,
  missing,
  designed,  ///< decided and written down, not yet operating
  partial,   ///< operating, with evidence that is incomplete
  in_place,  ///< operating, with evidence
  not_applicable,
};

struct ControlAnswer {
  ControlStatus status = ControlStatus::unknown;
  std::optional<base::Date> since;  ///< of what operates: since when
  std::string reason;               ///< of what is not applicable: why; else a remark, or empty
  /// Of what operates: every day on which it was performed, ascending, each once; none at all where that is not said.
  std::optional<std::vector<base::Date>> performed = std::nullopt;
  std::optional<base::Date> last = std::nullopt;  ///< the latest of these days, also where the others are not said
  /// What somebody has yet to confirm, such as what a list by criteria says. It counts for nothing.
  std::optional<ControlStatus> proposed = std::nullopt;
  bool operator==(const ControlAnswer&) const = default;
};

/// One answer for each control of a catalogue, in its order.
using ControlAnswers = std::vector<ControlAnswer>;

/// The statuses under the names that answers use, in the order in which people are asked.
struct StatusName {
  ControlStatus status;
  std::string_view id;
  std::string_view label;
};

inline constexpr StatusName status_names[] = {
    {ControlStatus::in_place, "in_place", "in place: it operates, and there is evidence"},
    {ControlStatus::partial, "partial", "partly: it operates, but the evidence is incomplete"},
    {ControlStatus::designed, "designed", "designed: decided and written down, not yet operating"},
    {ControlStatus::missing, "missing", "missing"},
    {ControlStatus::not_applicable, "not_applicable", "not applicable, for a reason"},
};

/// The id of a status; empty for `unknown`.
std::string_view id_of(ControlStatus status);

std::optional<ControlStatus> find_status(std::string_view id);

/// The control does its work, so that there is a day since which it does.
constexpr bool is_operating(ControlStatus status) {
  return status == ControlStatus::in_place || status == ControlStatus::partial;
}

}  // namespace socrates::model
