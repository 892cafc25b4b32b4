// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "draft.hpp"

namespace socrates::loader {

/// Reads `defaults: {id: {value, from, to, meaning}}`, the thresholds of acceptance rules.
void read_defaults(const Part& defaults, Draft& draft, base::Diagnostics& problems);

}  // namespace socrates::loader
