// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "loader/entry.hpp"

namespace socrates::loader {

/// The document is a mapping with `format: 1`; anything else is reported.
bool is_format_1(const Entry& document, base::Diagnostics& problems);

}  // namespace socrates::loader
