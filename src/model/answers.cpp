// SPDX-License-Identifier: Apache-2.0
#include "socrates/model/answers.hpp"

#include <algorithm>

namespace socrates::model {

namespace {

std::ptrdiff_t count_unknown(const Selection& selection) {
  return std::count(selection.options.begin(), selection.options.end(), Chosen::unknown);
}

}  // namespace

bool is_complete(const Answer& answer) {
  if (const auto* selection = std::get_if<Selection>(&answer)) return count_unknown(*selection) == 0;
  return !std::holds_alternative<Unknown>(answer);
}

bool is_unknown(const Answer& answer) {
  if (const auto* selection = std::get_if<Selection>(&answer)) {
    return count_unknown(*selection) == static_cast<std::ptrdiff_t>(selection->options.size());
  }
  return std::holds_alternative<Unknown>(answer);
}

}  // namespace socrates::model
