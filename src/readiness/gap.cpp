// SPDX-License-Identifier: Apache-2.0
#include "socrates/readiness/gap.hpp"

#include <algorithm>

namespace socrates::readiness {
namespace {

/// The share of the work that is left, in quarters.
int quarters_left(model::ControlStatus status) {
  switch (status) {
    case model::ControlStatus::unknown:
    case model::ControlStatus::missing:
      return 4;
    case model::ControlStatus::designed:
      return 2;
    case model::ControlStatus::partial:
      return 1;
    case model::ControlStatus::in_place:
    case model::ControlStatus::not_applicable:
      return 0;
  }
  return 4;
}

}  // namespace

model::Weeks weeks_left(const model::Weeks& from_nothing, model::ControlStatus status) {
  const int quarters = quarters_left(status);
  if (quarters == 0) return {};
  const auto left = [&](int weeks) { return std::max(1, (weeks * quarters + 3) / 4); };
  return {left(from_nothing.least), left(from_nothing.likely), left(from_nothing.most)};
}

}  // namespace socrates::readiness
