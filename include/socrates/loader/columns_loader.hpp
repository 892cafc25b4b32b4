// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "socrates/base/diagnostic.hpp"
#include "socrates/base/source.hpp"
#include "socrates/model/columns.hpp"

namespace socrates::loader {

/// Reads a file that says how another program's list is to be read. Whether its keys are known is for the reader of the
/// list to say. Reports every problem of the file.
std::optional<model::Columns> load_columns(const base::Source& source, base::Diagnostics& problems);

}  // namespace socrates::loader
