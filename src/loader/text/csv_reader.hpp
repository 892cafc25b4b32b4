// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "socrates/base/diagnostic.hpp"

namespace socrates::loader {

/// A cell with its text, quotes resolved, and where it stands, quotes included.
struct Cell {
  std::string text;
  base::Span at;
};

using Row = std::vector<Cell>;

/// Reads CSV as RFC 4180 has it, with what spreadsheet programs write: an optional byte-order mark, line ends of one or
/// two characters, and a comma, semicolon or tab between cells, whichever stands first in the first line outside
/// quotes. Lines without any character are left out. A quote inside a cell without quotes, text behind the closing
/// quote and a quote that is never closed are reported.
std::optional<std::vector<Row>> read_csv(const base::Source& source, base::Diagnostics& problems);

}  // namespace socrates::loader
