// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "loader/rules/unfinished_rules.hpp"

namespace socrates::loader {

/// Reads `defaults: {id: {value, from, to, meaning}}`, the thresholds of acceptance rules.
void read_defaults(const Entry& defaults, UnfinishedRules& unfinished, base::Diagnostics& problems);

}  // namespace socrates::loader
