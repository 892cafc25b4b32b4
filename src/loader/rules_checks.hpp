// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "draft.hpp"

namespace socrates::loader {

/// Facts and decisions that depend on each other in a circle; each circle found is reported once.
void check_cycles(const Draft& draft, base::Diagnostics& problems);

/// Sections, sources and facts that nothing uses.
void check_unused(const Draft& draft, base::Diagnostics& problems);

/// Numbers that conditions cut into more intervals than the limit.
void check_thresholds(const Draft& draft, base::Diagnostics& problems);

}  // namespace socrates::loader
