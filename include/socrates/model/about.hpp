// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "socrates/base/date.hpp"

namespace socrates::model {

/// What a file of answers says of itself. It decides nothing, and every result prints it.
struct About {
  std::string service;                    ///< that the answers are about; empty where it is not said
  std::optional<base::Date> answered_on;  ///< not after today
  bool operator==(const About&) const = default;
};

}  // namespace socrates::model
