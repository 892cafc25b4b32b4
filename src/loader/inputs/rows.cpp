// SPDX-License-Identifier: Apache-2.0
#include "loader/inputs/rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "loader/text/read_tree.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/base/sheet_cell.hpp"
#include "socrates/base/suggest.hpp"
#include "socrates/base/words.hpp"
#include "socrates/loader/json_reader.hpp"

namespace socrates::loader {
namespace {

using base::Code;
using base::Diagnostics;
using Kind = Node::Kind;

std::string scalar_text(const Node& node) {
  return node.kind == Kind::boolean ? std::string(node.boolean ? "true" : "false") : node.text;
}

bool is_scalar(const Node& node) { return node.kind != Kind::mapping && node.kind != Kind::sequence; }

/// Every value under its way; a list of plain values is one cell.
void add_cells(const Node& node, const std::string& way, NamedRow& record) {
  const auto below = [&](const std::string& key) { return way.empty() ? key : way + "." + key; };
  if (node.kind == Kind::null) return;
  if (is_scalar(node)) {
    if (std::string text(base::trimmed(scalar_text(node))); !text.empty())
      record.cells.push_back({way, {std::move(text), node.at}});
    return;
  }
  for (const Node::Member& member : node.members) add_cells(member.value, below(member.key), record);
  if (node.items.empty()) return;
  if (std::all_of(node.items.begin(), node.items.end(), is_scalar)) {
    std::vector<std::string> texts;
    for (const Node& item : node.items)
      if (item.kind != Kind::null) texts.push_back(scalar_text(item));
    record.cells.push_back({way, {base::joined(texts, "; ") + (texts.size() == 1 ? ";" : ""), node.at}});
    return;
  }
  for (std::size_t i = 0; i < node.items.size(); ++i) add_cells(node.items[i], below(std::to_string(i)), record);
}

/// The list at the end of a way from the top.
const Node* list_at(const Node& root, std::string_view rows, Diagnostics& problems) {
  const Node* node = &root;
  for (std::size_t start = 0; start < rows.size();) {
    const std::size_t end = std::min(rows.find('.', start), rows.size());
    const std::string_view key = rows.substr(start, end - start);
    const Node::Member* const member = node->kind == Kind::mapping ? find_member(*node, key) : nullptr;
    if (member == nullptr) {
      std::vector<std::string> known;
      for (const Node::Member& each : node->members) known.push_back(each.key);
      problems.add(Code::missing_field, node->at,
                   fmt::format("there is no '{}' on the path to the rows", shortened(key)), std::string(rows),
                   base::suggestion(key, known));
      return nullptr;
    }
    node = &member->value;
    start = end + 1;
  }
  return node;
}

std::optional<NamedRows> rows_of_list(const Node& root, std::string_view rows, Diagnostics& problems) {
  const Node* const list = list_at(root, rows, problems);
  if (list == nullptr) return std::nullopt;
  NamedRows records;
  const auto add = [&](const Node& node) {
    if (node.kind != Kind::mapping) {
      problems.add(Code::wrong_field, node.at, fmt::format("expected a record, found {}", describe(node)), {},
                   "the file of --columns says under 'rows' where the list is, such as result.records");
      return;
    }
    NamedRow record;
    record.at = node.at;
    add_cells(node, {}, record);
    records.all.push_back(std::move(record));
  };
  if (list->kind == Kind::sequence)
    for (const Node& item : list->items) add(item);
  else
    add(*list);
  return records;
}

/// A cell as people mean it; `?` stays what it is, and `'?` is that text.
Cell meant(Cell cell) {
  cell.text = base::text_of_cell(cell.text);
  return cell;
}

std::optional<NamedRows> rows_of_sheet(const base::Source& source, Diagnostics& problems) {
  const auto rows = read_csv(source, problems);
  if (!rows) return std::nullopt;
  NamedRows records;
  if (rows->empty()) {
    problems.add(Code::sheet_columns, {&source, 0, 0}, "the sheet is empty", {}, "the first line names the columns");
    return std::nullopt;
  }
  std::set<std::string> seen;
  for (const Cell& cell : rows->front()) {
    Cell name = meant(cell);
    if (!name.text.empty() && !seen.insert(name.text).second)
      problems.add(Code::sheet_columns, name.at, fmt::format("the column '{}' appears twice", shortened(name.text)));
    records.columns.push_back({name.text, name});
  }
  for (auto row = rows->begin() + 1; row != rows->end(); ++row) {
    NamedRow record;
    record.at = row->front().at;
    for (std::size_t i = 0; i < row->size(); ++i) {
      Cell cell = meant((*row)[i]);
      if (cell.text.empty()) continue;
      if (i >= records.columns.size()) {
        problems.add(
            Code::ragged_row, cell.at,
            fmt::format("this row has {} cells, but there are {} columns", row->size(), records.columns.size()));
        break;
      }
      if (cell.text.size() > most_string)
        problems.add(Code::string_too_long, cell.at, fmt::format("a text longer than {} bytes", most_string));
      if (!records.columns[i].name.empty()) record.cells.push_back({records.columns[i].name, std::move(cell)});
    }
    if (!record.cells.empty()) records.all.push_back(std::move(record));
  }
  return records;
}

std::string_view first_line(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find('\n', first) - first);
}

}  // namespace

const Cell* NamedRow::find(std::string_view name) const {
  const auto found = std::find_if(cells.begin(), cells.end(), [&](const NamedCell& each) { return each.name == name; });
  return found == cells.end() ? nullptr : &found->cell;
}

bool is_sheet(const base::Source& source) {
  const std::string_view name = source.name;
  if (name.ends_with(".csv") || name.ends_with(".tsv") || name.ends_with(".CSV")) return true;
  if (name.ends_with(".json") || name.ends_with(".yaml") || name.ends_with(".yml")) return false;
  const std::string_view line = first_line(source.text);
  return !line.empty() && line.find_first_of("{[:") == std::string_view::npos &&
         line.find_first_of(",;\t") != std::string_view::npos;
}

bool is_lines(const base::Source& source) {
  const std::string_view name = source.name;
  if (name.ends_with(".ndjson") || name.ends_with(".jsonl")) return true;
  const std::string_view text = base::trimmed(source.text);
  const std::string_view line = base::trimmed(first_line(text));
  if (!line.starts_with('{') || !line.ends_with('}') || line.size() == text.size()) return false;
  return base::trimmed(text.substr(line.size())).starts_with('{');
}

Node read_lines(const base::Source& source, std::deque<base::Source>& sources, Diagnostics& problems) {
  Node list;
  list.kind = Kind::sequence;
  list.at = {&source, 0, 0};
  std::size_t number = source.first_line;
  for (std::size_t start = 0; start < source.text.size(); ++number) {
    const std::size_t end = std::min(source.text.find('\n', start), source.text.size());
    const std::string_view line = std::string_view(source.text).substr(start, end - start);
    start = end + 1;
    if (base::trimmed(line).empty()) continue;
    sources.push_back({source.name, std::string(line), number});
    if (auto node = read_json(sources.back(), problems)) list.items.push_back(*std::move(node));
  }
  return list;
}

std::optional<NamedRows> read_rows(const base::Source& source, std::string_view rows, Diagnostics& problems) {
  if (is_sheet(source)) return rows_of_sheet(source, problems);
  std::deque<base::Source> sources;
  const std::optional<Node> root =
      is_lines(source) ? std::optional(read_lines(source, sources, problems)) : read_tree(source, problems);
  if (!root) return std::nullopt;
  std::optional<NamedRows> records = rows_of_list(*root, rows, problems);
  if (records) records->sources = std::move(sources);
  return records;
}

}  // namespace socrates::loader
