// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "socrates/model/rule_set.hpp"

namespace socrates::render {

/// The JSON Schema (2020-12) of an answers file for these rules: every question with its options, so that an editor
/// completes them and shows their labels.
std::string answers_schema(const model::RuleSet& rules);

}  // namespace socrates::render
