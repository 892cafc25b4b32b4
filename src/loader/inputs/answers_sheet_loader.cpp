// SPDX-License-Identifier: Apache-2.0
//
// A sheet is made into the object that a JSON file with the same answers would hold, each value with the place of its
// cell, and then read like one: what is wrong in a sheet is told in the same words.

#include "socrates/loader/answers_sheet_loader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

#include "loader/inputs/plain_answers.hpp"
#include "loader/text/csv_reader.hpp"
#include "loader/text/make_node.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/base/sheet_cell.hpp"
#include "socrates/base/suggest.hpp"
#include "socrates/base/words.hpp"

namespace socrates::loader {
namespace {

using base::Code;
using base::Diagnostics;
using model::Question;
using model::QuestionKind;
using Kind = Node::Kind;

/// By column: its index in the sheet.
using ColumnPlaces = std::map<std::string_view, std::size_t>;

/// What its text means: see base::text_of_cell.
Cell read_cell(Cell cell) {
  cell.text = base::text_of_cell(cell.text);
  return cell;
}

/// `2026-03-02, 2026-06-01`, or `none`.
Node days_node(const Cell& cell) {
  Node days = list_node(cell.at);
  if (base::lower(cell.text) == "none") return days;
  for (const std::string& word : words_by_commas(cell.text)) days.items.push_back(text_node(word, cell.at));
  return days;
}

class SheetReader {
 public:
  SheetReader(const Answerable& answerable, Diagnostics& problems) : answerable_(answerable), problems_(problems) {}

  /// The object that says the same as the rows; what is wrong with them is reported.
  Node read(const std::vector<Row>& rows) {
    Node object = object_node(rows.front().front().at);
    read_header(rows.front());
    if (!columns_.count("id") || !columns_.count("answer")) return object;
    for (auto row = rows.begin() + 1; row != rows.end(); ++row) read_row(*row, object);
    return object;
  }

 private:
  void read_header(const Row& header) {
    const std::vector<std::string> known(std::begin(sheet_columns), std::end(sheet_columns));
    for (std::size_t i = 0; i < header.size(); ++i) {
      const Cell cell = read_cell(header[i]);
      if (cell.text.empty()) continue;
      const auto name = std::find(known.begin(), known.end(), base::lower(cell.text));
      if (name == known.end()) {
        problems_.add(Code::sheet_columns, cell.at, fmt::format("unknown column '{}'", shortened(cell.text)), {},
                      base::suggestion(base::lower(cell.text), known));
      } else if (!columns_.emplace(sheet_columns[name - known.begin()], i).second) {
        problems_.add(Code::sheet_columns, cell.at, fmt::format("the column '{}' appears twice", *name));
      }
    }
    for (const char* needed : {"id", "answer"})
      if (!columns_.count(needed))
        problems_.add(Code::sheet_columns, header.front().at, fmt::format("there is no column '{}'", needed), {},
                      "the first line names the columns");
    width_ = header.size();
  }

  Cell cell_of(const Row& row, std::string_view column) const {
    const auto found = columns_.find(column);
    if (found == columns_.end() || found->second >= row.size()) return {{}, row.front().at};
    Cell cell = read_cell(row[found->second]);
    if (cell.text.size() > most_string)
      problems_.add(Code::string_too_long, cell.at, fmt::format("a text longer than {} bytes", most_string));
    return cell;
  }

  void read_row(const Row& row, Node& object) {
    const Cell id = cell_of(row, "id");
    const bool is_blank =
        std::all_of(row.begin(), row.end(), [](const Cell& cell) { return read_cell(cell).text.empty(); });
    if (is_blank) return;
    if (row.size() > width_) {
      problems_.add(Code::ragged_row, row[width_].at,
                    fmt::format("this row has {} cells, but there are {} columns", row.size(), width_), id.text);
      return;
    }
    if (id.text.empty()) {
      problems_.add(Code::sheet_columns, id.at, "this row has no id");
      return;
    }
    const auto [first, is_new] = seen_.emplace(id.text, id.at);
    if (!is_new) {
      problems_.add(
          Code::duplicate_key, id.at, fmt::format("the id '{}' appears twice", shortened(id.text)), id.text,
          fmt::format("see line {}", base::position_at(first->second.source->text, first->second.offset).line));
      return;
    }
    add_answer(row, id, object);
  }

  void add_answer(const Row& row, const Cell& id, Node& object) {
    const Cell answer = cell_of(row, "answer");
    const Cell since = cell_of(row, "since");
    const Cell performed = cell_of(row, "performed");
    const Cell last = cell_of(row, "last");
    const Cell reason = cell_of(row, "reason");
    const auto key = find_key(answerable_.rules(), id.text);
    if (key) {
      for (const Cell& cell : {since, performed, last, reason})
        if (!cell.text.empty())
          problems_.add(Code::wrong_answer_type, cell.at,
                        fmt::format("'{}' is a question, and takes no date or reason besides its answer", id.text),
                        id.text);
      if (answer.text.empty()) return;
      add_member(object, id.text, id.at, answer_in_cell(answerable_.rules().questions[key->question], *key, answer));
      return;
    }
    Node value = object_node(answer.at);
    if (!answer.text.empty()) add_member(value, "status", answer.at, text_node(base::lower(answer.text), answer.at));
    if (!since.text.empty()) add_member(value, "since", since.at, text_node(since.text, since.at));
    if (!performed.text.empty()) add_member(value, "performed", performed.at, days_node(performed));
    if (!last.text.empty()) add_member(value, "last", last.at, text_node(last.text, last.at));
    if (!reason.text.empty()) add_member(value, "reason", reason.at, text_node(reason.text, reason.at));
    if (value.members.empty()) value.kind = Kind::null;
    add_member(object, id.text, id.at, std::move(value));
  }

  const Answerable& answerable_;
  Diagnostics& problems_;
  ColumnPlaces columns_;
  std::size_t width_ = 0;
  std::map<std::string, base::Span> seen_;
};

}  // namespace

std::optional<LoadedAnswers> load_sheet(const base::Source& source, const Answerable& answerable, base::Date today,
                                        Diagnostics& problems) {
  const std::size_t before = problems.count();
  const auto rows = read_csv(source, problems);
  if (!rows) return std::nullopt;
  if (rows->empty()) {
    problems.add(Code::sheet_columns, {&source, 0, 0}, "the sheet is empty", {}, "the first line names the columns");
    return std::nullopt;
  }
  const Node object = SheetReader(answerable, problems).read(*rows);
  auto loaded = read_answers(object, answerable, today, problems);
  if (problems.count() == before) return loaded;
  problems.sort_by_place();
  return std::nullopt;
}

}  // namespace socrates::loader
