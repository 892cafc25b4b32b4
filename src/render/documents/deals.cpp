// SPDX-License-Identifier: Apache-2.0
#include "socrates/render/deals.hpp"

#include "render/deal_rows.hpp"
#include "socrates/base/words.hpp"

namespace socrates::render {
namespace {

/// `report: soc2; type: type_2` of the columns that tell of one thing.
std::string told(const DealRow& row, const std::vector<std::string>& columns) {
  std::vector<std::string> parts;
  for (const std::string& column : columns)
    if (const auto cell = row.find(column); cell != row.end() && column != "id")
      parts.push_back(column + ": " + cell->second);
  return base::joined(parts, "; ");
}

Entry entry_of(const model::Anything& deal, const std::vector<std::string>& columns) {
  const std::vector<DealRow> rows = rows_of(deal);
  const std::size_t middle =
      static_cast<std::size_t>(std::find(columns.begin(), columns.end(), "requirement") - columns.begin());
  std::vector<std::string> of_deal(columns.begin(), columns.begin() + static_cast<std::ptrdiff_t>(middle));
  const std::vector<std::string> of_row(columns.begin() + static_cast<std::ptrdiff_t>(middle), columns.end());
  for (const auto& [column, text] : rows.front())
    if (column.starts_with("answers.") || column.starts_with("meta.")) of_deal.push_back(column);
  Entry entry;
  entry.title = rows.front().at("id");
  if (std::string text = told(rows.front(), of_deal); !text.empty()) entry.remarks.push_back({std::move(text)});
  for (const DealRow& row : rows)
    if (std::string text = told(row, of_row); !text.empty()) entry.remarks.push_back({std::move(text)});
  return entry;
}

}  // namespace

Document deals_document(const UnderstoodDeals& understood) {
  Document document;
  document.title = "Deals as they were read";
  document.lead = {{{base::counted(understood.deals.size(), "deal") + " read. Nothing is judged yet."}}};
  Entries entries;
  for (const model::Anything& deal : understood.deals) entries.entries.push_back(entry_of(deal, understood.columns));
  document.sections.push_back({"Deals", {std::move(entries)}});
  document.origin = {"? marks what is asked for, or exists, but is unknown."};
  return document;
}

}  // namespace socrates::render
