// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "socrates/model/rule_set.hpp"

namespace socrates::render {

/// A condition in one line, as the rules write it: `requested_by: [security_team, it_leaders]`, `soc2: {at_least:
/// optional}`, `not: {fact: true}`. Another spelling of the same meaning than that of the file is possible.
std::string condition_text(const model::RuleSet& rules, const model::Condition& condition);

}  // namespace socrates::render
