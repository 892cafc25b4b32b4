// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "loader/rules/unfinished_rules.hpp"

namespace socrates::loader {

/// Facts and decisions that depend on each other in a circle; each circle found is reported once.
void check_cycles(const UnfinishedRules& unfinished, base::Diagnostics& problems);

/// Sections, sources and facts that nothing uses.
void check_unused(const UnfinishedRules& unfinished, base::Diagnostics& problems);

/// Numbers that conditions cut into more intervals than the limit.
void check_thresholds(const UnfinishedRules& unfinished, base::Diagnostics& problems);

}  // namespace socrates::loader
