// SPDX-License-Identifier: Apache-2.0
#include "loader/text/csv_reader.hpp"

#include <fmt/format.h>

#include <string_view>
#include <utility>

#include "loader/text/text_check.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/loader/node.hpp"

namespace socrates::loader {
namespace {

using base::Code;
using base::Diagnostics;

constexpr std::string_view byte_order_mark_bytes = "\xEF\xBB\xBF";

/// A text of the largest size, each of its bytes written as an escape.
constexpr std::size_t most_cell = 4 * most_string + 1;

bool ends_line(char c) { return c == '\n' || c == '\r'; }

/// The first of the separators in the first line, outside quotes; a comma where there is none.
char separator_of(std::string_view text) {
  bool is_quoted = false;
  for (const char c : text) {
    if (c == '"') is_quoted = !is_quoted;
    if (is_quoted) continue;
    if (ends_line(c)) break;
    if (c == ',' || c == ';' || c == '\t') return c;
  }
  return ',';
}

class CsvReader {
 public:
  CsvReader(const base::Source& source, Diagnostics& problems)
      : source_(source), text_(source.text), problems_(problems) {
    if (text_.substr(0, byte_order_mark_bytes.size()) == byte_order_mark_bytes) at_ = byte_order_mark_bytes.size();
    separator_ = separator_of(text_.substr(at_));
  }

  std::optional<std::vector<Row>> read() {
    std::vector<Row> rows;
    std::size_t cells = 0;
    while (at_ < text_.size()) {
      if (ends_line(text_[at_])) {
        ++at_;
        continue;
      }
      Row row = read_row();
      if (failed_) return std::nullopt;
      cells += row.size();
      if (cells > most_values) {
        problems_.add(Code::too_many_values, row.front().at,
                      fmt::format("more than the {} cells allowed", most_values));
        return std::nullopt;
      }
      rows.push_back(std::move(row));
    }
    return rows;
  }

 private:
  Row read_row() {
    Row row;
    for (;;) {
      row.push_back(read_cell());
      if (failed_ || at_ == text_.size()) return row;
      const char c = text_[at_++];
      if (c == separator_) continue;
      if (c == '\r' && at_ < text_.size() && text_[at_] == '\n') ++at_;
      return row;
    }
  }

  /// Up to a separator, a line end or the end of the text.
  Cell read_cell() {
    const std::size_t start = at_;
    Cell cell = at_ < text_.size() && text_[at_] == '"' ? read_quoted() : read_plain();
    cell.at = {&source_, start, at_ - start};
    if (cell.text.size() > most_cell)
      fail(Code::string_too_long, start, fmt::format("a cell longer than the {} bytes allowed", most_cell));
    return cell;
  }

  Cell read_plain() {
    Cell cell;
    while (at_ < text_.size() && text_[at_] != separator_ && !ends_line(text_[at_])) {
      if (text_[at_] == '"') {
        fail(Code::csv_syntax, at_, "a quote in the middle of a cell without quotes");
        return cell;
      }
      cell.text += text_[at_++];
    }
    return cell;
  }

  Cell read_quoted() {
    Cell cell;
    const std::size_t opening = at_++;
    for (;;) {
      if (at_ == text_.size()) {
        fail(Code::csv_syntax, opening, "this quote is never closed");
        return cell;
      }
      const char c = text_[at_++];
      if (c != '"') {
        cell.text += c;
      } else if (at_ < text_.size() && text_[at_] == '"') {
        cell.text += text_[at_++];
      } else {
        break;
      }
    }
    if (at_ < text_.size() && text_[at_] != separator_ && !ends_line(text_[at_]))
      fail(Code::csv_syntax, at_, "text after the closing quote of a cell");
    return cell;
  }

  void fail(Code code, std::size_t at, std::string message) {
    if (!failed_)
      problems_.add(code, {&source_, at, 1}, std::move(message), {},
                    code == Code::csv_syntax ? "a quote within a quoted cell is written twice" : "");
    failed_ = true;
  }

  const base::Source& source_;
  std::string_view text_;
  Diagnostics& problems_;
  std::size_t at_ = 0;
  char separator_ = ',';
  bool failed_ = false;
};

}  // namespace

std::optional<std::vector<Row>> read_csv(const base::Source& source, Diagnostics& problems) {
  if (!check_text(source, Notation::sheet, problems)) return std::nullopt;
  return CsvReader(source, problems).read();
}

}  // namespace socrates::loader
