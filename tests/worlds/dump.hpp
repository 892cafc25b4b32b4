// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "socrates/model/answers.hpp"
#include "socrates/model/rule_set.hpp"
#include "worlds/naive.hpp"

namespace socrates::worlds {

/// For the messages of failing tests: close to the grammar, one question, fact or rule a line.
std::string dump(const model::RuleSet& rules);
std::string dump(const model::RuleSet& rules, const model::Condition& condition);
std::string dump(const model::RuleSet& rules, const model::Answers& answers);
std::string dump(const model::RuleSet& rules, const Outcome& outcome);

}  // namespace socrates::worlds
