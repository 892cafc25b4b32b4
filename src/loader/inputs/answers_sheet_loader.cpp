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
using Columns = std::map<std::string_view, std::size_t>;

constexpr std::string_view blanks = " \t\r\n";

/// What its text means: see base::text_of_cell.
Cell read_cell(Cell cell) {
  cell.text = base::text_of_cell(cell.text);
  return cell;
}

Node text_node(Cell cell) {
  Node node;
  node.kind = Kind::string;
  node.text = std::move(cell.text);
  node.at = cell.at;
  return node;
}

Node list_node(base::Span at) {
  Node node;
  node.kind = Kind::sequence;
  node.at = at;
  return node;
}

void add_member(Node& object, std::string key, base::Span key_at, Node value) {
  object.kind = Kind::mapping;
  object.members.push_back({std::move(key), key_at, std::move(value)});
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find(',', start), text.size());
    std::string_view word = text.substr(start, end - start);
    const std::size_t first = word.find_first_not_of(blanks);
    word = first == std::string_view::npos ? std::string_view()
                                           : word.substr(first, word.find_last_not_of(blanks) - first + 1);
    words.emplace_back(word);
    start = end + 1;
  }
  return words;
}

/// `a, b`, `none`, or of what is known in part `a, not:b, ?`.
Node several_node(const Question& question, const Cell& cell) {
  constexpr std::string_view refusal = "not:";
  Node has = list_node(cell.at);
  Node refused = list_node(cell.at);
  bool is_partial = false;
  const bool has_none = std::any_of(question.options.begin(), question.options.end(),
                                    [](const model::Named& option) { return option.id == "none"; });
  if (base::lower(cell.text) == "none" && !has_none) return has;
  for (const std::string& word : words_of(cell.text)) {
    if (word == "?") {
      is_partial = true;
    } else if (word.starts_with(refusal)) {
      is_partial = true;
      refused.items.push_back(text_node({word.substr(refusal.size()), cell.at}));
    } else {
      has.items.push_back(text_node({word, cell.at}));
    }
  }
  if (!is_partial) return has;
  Node partial;
  partial.at = cell.at;
  add_member(partial, "has", cell.at, std::move(has));
  add_member(partial, "not", cell.at, std::move(refused));
  return partial;
}

/// `2026-03-02, 2026-06-01`, or `none`.
Node days_node(const Cell& cell) {
  Node days = list_node(cell.at);
  if (base::lower(cell.text) == "none") return days;
  for (const std::string& word : words_of(cell.text)) days.items.push_back(text_node({word, cell.at}));
  return days;
}

Node answer_node(const Question& question, AnswerKey key, const Cell& cell) {
  if (!key.is_date && question.kind == QuestionKind::several) return several_node(question, cell);
  std::string text = cell.text;
  if (question.kind == QuestionKind::yes_no) {
    text = base::lower(text);
    if (text == "yes") text = "true";
    if (text == "no") text = "false";
  }
  return value_of(question, key, text, cell.at);
}

class SheetReader {
 public:
  SheetReader(const Answerable& answerable, Diagnostics& problems) : answerable_(answerable), problems_(problems) {}

  /// The object that says the same as the rows; what is wrong with them is reported.
  Node read(const std::vector<Row>& rows) {
    Node object;
    object.kind = Kind::mapping;
    read_header(rows.front());
    object.at = rows.front().front().at;
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
        problems_.add(Code::sheet_columns, cell.at, fmt::format("the column '{}' stands twice", *name));
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
          Code::duplicate_key, id.at, fmt::format("the id '{}' stands twice", shortened(id.text)), id.text,
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
                        fmt::format("'{}' is a question, and takes no date or reason beside its answer", id.text),
                        id.text);
      if (answer.text.empty()) return;
      add_member(object, id.text, id.at, answer_node(answerable_.rules().questions[key->question], *key, answer));
      return;
    }
    Node value;
    value.kind = Kind::mapping;
    value.at = answer.at;
    if (!answer.text.empty()) add_member(value, "status", answer.at, text_node({base::lower(answer.text), answer.at}));
    if (!since.text.empty()) add_member(value, "since", since.at, text_node(since));
    if (!performed.text.empty()) add_member(value, "performed", performed.at, days_node(performed));
    if (!last.text.empty()) add_member(value, "last", last.at, text_node(last));
    if (!reason.text.empty()) add_member(value, "reason", reason.at, text_node(reason));
    if (value.members.empty()) value.kind = Kind::null;
    add_member(object, id.text, id.at, std::move(value));
  }

  const Answerable& answerable_;
  Diagnostics& problems_;
  Columns columns_;
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
