// SPDX-License-Identifier: Apache-2.0
#include "render/machine/csv.hpp"

#include "socrates/base/sheet_cell.hpp"
#include "socrates/render/escape.hpp"

namespace socrates::render {
namespace {

std::string quoted_cell(std::string_view cell) {
  std::string quoted = "\"";
  for (const char letter : cell) {
    quoted += letter;
    if (letter == '"') quoted += '"';
  }
  return quoted += '"';
}

std::string cell_of(std::string_view text) {
  std::string cell = base::sheet_cell(text);
  const bool ends_blank = !cell.empty() && cell.back() == ' ';  // which some readers drop outside quotes
  return ends_blank || cell.find_first_of(",;\"\n\t") != std::string::npos ? quoted_cell(cell) : cell;
}

}  // namespace

std::string csv_cell(std::string_view text) { return quoted_cell(base::sheet_cell(text)); }

std::string csv_row(const std::vector<std::string>& cells) {
  std::string row;
  for (std::size_t i = 0; i < cells.size(); ++i) (row += i == 0 ? "" : ",") += cell_of(cells[i]);
  return row + "\r\n";
}

}  // namespace socrates::render
