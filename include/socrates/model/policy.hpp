// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "socrates/base/date.hpp"

namespace socrates::model {

/// What a company sets for itself.
struct Policy {
  std::map<std::string, int, std::less<>> thresholds;  ///< by the id of a default of the acceptance rules
  /// Services that run under the same controls, so that a letter of management can stand for the name in the report.
  std::vector<std::vector<std::string>> alike_services;
  std::vector<std::vector<std::string>> alike_regions;   ///< names of one region
  std::vector<std::vector<std::string>> alike_entities;  ///< names of one company
  bool operator==(const Policy&) const = default;
};

/// The buyer takes a failed check as a condition, and somebody here has agreed to it.
struct Waiver {
  std::string deal;
  std::string check;        ///< `G05`
  std::string requirement;  ///< empty: all of the deal
  std::string reason;
  std::string approver;
  base::Date expiry;  ///< the last day on which it counts
  bool operator==(const Waiver&) const = default;
};

}  // namespace socrates::model
