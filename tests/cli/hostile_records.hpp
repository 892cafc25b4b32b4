// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "socrates/model/rule_set.hpp"
#include "worlds/draw.hpp"

namespace socrates::tests {

/// A line of a batch: half of them are good, complete or partial; the others are damaged somewhere, byte by byte or in
/// ways that a person or a program would.
std::string random_record(const model::RuleSet& rules, worlds::Draw& draw);

}  // namespace socrates::tests
