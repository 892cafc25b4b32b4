// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "socrates/base/diagnostic.hpp"
#include "socrates/base/source.hpp"
#include "socrates/model/policy.hpp"
#include "socrates/model/rule_set.hpp"

namespace socrates::loader {

/// Reads a company's policy; thresholds are those that the acceptance rules declare. Reports every problem of the file.
std::optional<model::Policy> load_policy(const base::Source& source, const model::RuleSet& acceptance,
                                         base::Diagnostics& problems);

/// Reads the waivers. Their checks are decisions of the acceptance rules, named `G05` or by the decision's id.
std::optional<std::vector<model::Waiver>> load_waivers(const base::Source& source, const model::RuleSet& acceptance,
                                                       base::Diagnostics& problems);

}  // namespace socrates::loader
