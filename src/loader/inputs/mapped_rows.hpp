// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "loader/inputs/rows.hpp"
#include "socrates/base/diagnostic.hpp"
#include "socrates/model/columns.hpp"

namespace socrates::loader {

// What a file of --columns says of the rows of another program, whatever they tell of.

/// Whether the row is one of those that are left out; null: none is.
bool is_skipped(const NamedRow& row, const model::Columns* columns);

/// Reports once each column that is named and that the sheet does not have. JSON leaves out what is empty, and so may
/// lack any.
void require_columns(const NamedRows& rows, const model::Columns& columns, base::Diagnostics& problems);

/// What the text stands for, whatever its case; `?` for not known, none where it is not among them.
std::optional<std::string> meaning_among(const decltype(model::Column::values)& values, std::string_view text);

}  // namespace socrates::loader
