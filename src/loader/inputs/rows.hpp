// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "loader/text/csv_reader.hpp"
#include "socrates/base/diagnostic.hpp"
#include "socrates/base/source.hpp"
#include "socrates/loader/node.hpp"

namespace socrates::loader {

/// A cell under its name; of JSON the name is the way to it, as in `Account.Name` or `contacts.0.email`.
struct NamedCell {
  std::string name;
  Cell cell;
};

/// A row of a sheet, or an object of a list: what is not empty and not null.
struct NamedRow {
  std::vector<NamedCell> cells;
  base::Span at;

  /// Of this name, or null.
  [[nodiscard]] const Cell* find(std::string_view name) const;
};

/// Another program's list.
struct NamedRows {
  std::vector<NamedCell> columns;    ///< of a sheet; of JSON none
  std::vector<NamedRow> all;         ///< in their order
  std::deque<base::Source> sources;  ///< of the lines, where each is a text of its own
};

/// Whether its name, or else what it begins with, says that it is CSV.
bool is_sheet(const base::Source& source);

/// Whether each of its lines is a JSON text of its own: by its name, .ndjson or .jsonl, or else where the first line is
/// an object and another follows.
bool is_lines(const base::Source& source);

/// What its lines hold as one list, without those that are no JSON, which are reported; `sources` holds the lines, and
/// must live as long as the list.
Node read_lines(const base::Source& source, std::deque<base::Source>& sources, base::Diagnostics& problems);

/// Reads CSV, JSON or lines of JSON. `rows` is the way to the list in JSON; empty: what the text holds is the list, or
/// its only record.
std::optional<NamedRows> read_rows(const base::Source& source, std::string_view rows, base::Diagnostics& problems);

}  // namespace socrates::loader
