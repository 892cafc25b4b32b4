// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "socrates/base/diagnostic.hpp"
#include "socrates/base/source.hpp"
#include "socrates/model/inventory.hpp"

namespace socrates::loader {

/// Reads the file of the reports that the company holds and of those that come next. Reports every problem of it.
std::optional<model::Inventory> load_inventory(const base::Source& source, base::Diagnostics& problems);

}  // namespace socrates::loader
