// SPDX-License-Identifier: Apache-2.0
#include "loader/inputs/mapped_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "socrates/base/codes.hpp"
#include "socrates/base/suggest.hpp"
#include "socrates/base/words.hpp"

namespace socrates::loader {

bool is_skipped(const NamedRow& row, const model::Columns* columns) {
  if (columns == nullptr) return false;
  return std::any_of(columns->skip.begin(), columns->skip.end(), [&](const auto& column) {
    const Cell* const cell = row.find(column.first);
    return cell != nullptr && std::any_of(column.second.begin(), column.second.end(), [&](const std::string& text) {
             return base::lower(text) == base::lower(cell->text);
           });
  });
}

void require_columns(const NamedRows& rows, const model::Columns& columns, base::Diagnostics& problems) {
  if (rows.columns.empty()) return;
  std::vector<std::string> known;
  for (const NamedCell& column : rows.columns) known.push_back(column.name);
  std::vector<std::string> seen;
  const auto require = [&](const std::string& name) {
    if (name.empty() || base::names(seen, name)) return;
    seen.push_back(name);
    if (!base::names(known, name))
      problems.add(base::Code::sheet_columns, rows.columns.front().cell.at,
                   fmt::format("there is no column '{}'", shortened(name)), {}, base::suggestion(name, known));
  };
  for (const auto& [key, column] : columns.columns) require(column.from);
  for (const auto& [name, texts] : columns.skip) require(name);
  for (const std::string& name : columns.meta) require(name);
}

std::optional<std::string> meaning_among(const decltype(model::Column::values)& values, std::string_view text) {
  const std::string wanted = base::lower(text);
  for (const auto& [known, meaning] : values)
    if (base::lower(known) == wanted) return meaning.value_or("?");
  return std::nullopt;
}

}  // namespace socrates::loader
