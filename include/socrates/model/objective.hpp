// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "socrates/base/shared_text.hpp"

namespace socrates::model {

/// A control objective of a SOC 1, in our words: management writes its own, these are the usual ones.
/// It belongs to every service that touches customers' books, unless the lists say otherwise.
struct Objective {
  std::string id;  ///< `BP-01` of a business process, `IT-01` of information technology
  base::SharedText label;
  std::vector<std::string> activities;  ///< options of `financial_activities` that call for it; empty: all do
  std::vector<std::string> offerings;   ///< options of `offering` that call for it too
  std::vector<std::string> not_for;     ///< activities that do not call for it where they are the only ones
  bool operator==(const Objective&) const = default;
};

using Objectives = std::vector<Objective>;

}  // namespace socrates::model
