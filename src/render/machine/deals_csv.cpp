// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "render/deal_rows.hpp"
#include "render/machine/csv.hpp"
#include "render/machine/json_form.hpp"
#include "socrates/render/deals.hpp"

namespace socrates::render {

std::string deals_csv(const UnderstoodDeals& understood) {
  std::vector<DealRow> rows;
  for (const model::Anything& deal : understood.deals)
    for (DealRow& row : rows_of(deal)) rows.push_back(std::move(row));
  std::set<std::string> used{"id"};
  for (const DealRow& row : rows)
    for (const auto& [column, text] : row) used.insert(column);
  std::vector<std::string> columns;
  for (const std::string& column : understood.columns)
    if (used.erase(column) != 0) columns.push_back(column);
  columns.insert(columns.end(), used.begin(), used.end());  // answers and what is carried through
  std::string text = csv_row(columns);
  for (const DealRow& row : rows) {
    std::vector<std::string> cells;
    for (const std::string& column : columns) {
      const auto cell = row.find(column);
      cells.push_back(cell == row.end() ? std::string() : cell->second);
    }
    text += csv_row(cells);
  }
  return text;
}

std::string deals_json(const UnderstoodDeals& understood) {
  Json list = Json::array();
  for (const model::Anything& deal : understood.deals) list.push_back(json_of(deal));
  return written(list, Layout::indented);
}

}  // namespace socrates::render
