// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "socrates/model/rule_set.hpp"

namespace socrates::engine {

/// What differs of two rule sets in texts, sources and order, a sentence each; only of what both have.
std::vector<std::string> wording_changes(const model::RuleSet& before, const model::RuleSet& after);

}  // namespace socrates::engine
