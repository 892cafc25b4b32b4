// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "part.hpp"

namespace socrates::loader {

/// The document is a mapping with `format: 1`; anything else is reported.
bool is_format_1(const Part& document, base::Diagnostics& problems);

}  // namespace socrates::loader
