// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "socrates/model/question.hpp"

namespace socrates::model {

/// A Trust Services category with its criteria: ids as in TSP section 100 (2017), labels our own.
struct Category {
  std::string id;
  std::vector<Named> criteria;
  bool operator==(const Category&) const = default;
};

using Criteria = std::vector<Category>;

}  // namespace socrates::model
