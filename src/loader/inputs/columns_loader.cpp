// SPDX-License-Identifier: Apache-2.0
#include "socrates/loader/columns_loader.hpp"

#include <fmt/format.h>

#include "loader/inputs/cell_values.hpp"
#include "loader/kinds.hpp"
#include "loader/text/read_tree.hpp"
#include "socrates/loader/shapes.hpp"

namespace socrates::loader {
namespace {

using model::Column;
using model::Columns;

constexpr std::size_t most_columns = 200;
constexpr std::size_t most_values_of_a_column = 500;
constexpr std::size_t most_date_forms = 10;

/// A text, or the text of a number, true or false, as people write what stands in a cell.
std::optional<std::string> written_text(const Entry& entry, FormReader& reader) {
  const Node& node = *entry.node;
  if (node.kind == Node::Kind::boolean) return std::string(node.boolean ? "true" : "false");
  if (node.kind == Node::Kind::string || node.kind == Node::Kind::integer || node.kind == Node::Kind::other_number)
    return node.text;
  reader.wrong("a text", entry);
  return std::nullopt;
}

struct WrittenKind {
  using Value = std::string;
  [[nodiscard]] std::optional<Value> read(const Entry& entry, FormReader& reader) const {
    return written_text(entry, reader);
  }
  [[nodiscard]] model::Shape shape() const {
    model::Shape shape;
    shape.kind = model::Shape::Kind::text_or_number;
    return shape;
  }
};

/// Texts, each with what it stands for.
struct ValuesKind {
  using Value = decltype(Column::values);
  [[nodiscard]] std::optional<Value> read(const Entry& entry, FormReader& reader) const {
    if (!expect_mapping(entry, "a mapping of texts", reader.problems)) return std::nullopt;
    Value values;
    for (const Entry& member : members_of(entry)) {
      if (member.node->kind == Node::Kind::null)
        values.emplace_back(member.key, std::nullopt);
      else if (auto text = written_text(member, reader))
        values.emplace_back(member.key, std::move(text));
    }
    if (most_values_of_a_column < values.size())
      reader.wrong(fmt::format("at most {} texts", most_values_of_a_column), entry);
    return values;
  }
  [[nodiscard]] model::Shape shape() const {
    model::Shape shape;
    shape.kind = model::Shape::Kind::map;
    shape.of = {AnythingKind{model::Shape::Kind::anything}.shape()};
    return shape;
  }
};

constexpr TextFormKind<std::string> a_date_form{
    parse_date_form, "a form of dates, such as YYYY-MM-DD, MM/DD/YYYY, D.M.YYYY or epoch_ms", {}};
constexpr auto date_forms = list_of(a_date_form, most_date_forms, "forms of dates", "a list of forms of dates");

constexpr auto column_form = form<Column>(
    "the name of a column, or an object with 'from'",
    never_null("from", &Column::from, a_text,
               "The name of a column, or the path to a value in JSON, such as Account.Name."),
    never_null("values", &Column::values, ValuesKind{}, "What its texts mean, in upper or lower case; null: unknown."),
    key("otherwise", &Column::otherwise, WrittenKind{}, "What any other text, or none, means."),
    never_null("dates", &Column::dates, date_forms, "How days are written in this column."));

/// By our key: the name of a column, or more about it.
struct ColumnsKind {
  using Value = decltype(Columns::columns);
  [[nodiscard]] std::optional<Value> read(const Entry& entry, FormReader& reader) const {
    if (!expect_mapping(entry, "a mapping of columns", reader.problems)) return std::nullopt;
    Value columns;
    for (const Entry& member : members_of(entry)) {
      if (member.node->kind == Node::Kind::string) {
        Column column;
        column.from = member.node->text;
        columns.emplace_back(member.key, std::move(column));
      } else if (auto column = column_form.read(member, reader)) {
        if (column->from.empty() && !column->otherwise)
          reader.missing("from", member, "name a column, or give under 'otherwise' the value for every row");
        columns.emplace_back(member.key, *std::move(column));
      }
    }
    if (most_columns < columns.size()) reader.wrong(fmt::format("at most {} columns", most_columns), entry);
    return columns;
  }
  [[nodiscard]] model::Shape shape() const {
    model::Shape shape;
    shape.kind = model::Shape::Kind::map;
    shape.of = {AnythingKind{model::Shape::Kind::anything}.shape()};
    return shape;
  }
};

struct SkipKind {
  using Value = decltype(Columns::skip);
  [[nodiscard]] std::optional<Value> read(const Entry& entry, FormReader& reader) const {
    if (!expect_mapping(entry, "a mapping of columns", reader.problems)) return std::nullopt;
    Value skip;
    for (const Entry& member : members_of(entry))
      if (auto texts = some_names.read(member, reader)) skip.emplace_back(member.key, *std::move(texts));
    return skip;
  }
  [[nodiscard]] model::Shape shape() const {
    model::Shape shape;
    shape.kind = model::Shape::Kind::map;
    shape.of = {some_names.shape()};
    return shape;
  }
};

std::optional<std::string> parse_decimal(std::string_view text) {
  if (text != "." && text != ",") return std::nullopt;
  return std::string(text);
}

constexpr TextFormKind<std::string> a_decimal{parse_decimal, "\".\" or \",\"", "^[.,]$"};

constexpr auto columns_form = form<Columns>(
    "a mapping with 'columns'", schema_key,
    never_null("rows", &Columns::rows, a_text,
               "The path to the list in JSON, such as result.records; left out: the list is the whole text."),
    required("columns", &Columns::columns, ColumnsKind{},
             "By our key: the name of a column, or an object with from, values, otherwise and dates."),
    never_null("dates", &Columns::dates, date_forms,
               "How days are written, such as MM/DD/YYYY; left out: YYYY-MM-DD, with or without a time."),
    never_null("statuses", &Columns::statuses, ValuesKind{},
               "For lists of controls: what their words mean, in_place, partial, designed, missing or not_applicable, "
               "in any letter case; null: unknown."),
    never_null("decimal", &Columns::decimal, a_decimal, "The decimal separator of amounts."),
    never_null("meta", &Columns::meta, some_names, "Columns that are copied to the results."),
    never_null("skip", &Columns::skip, SkipKind{}, "Rows to leave out: by column, the texts that mark them."));

}  // namespace

model::Shape shape_of_columns() { return columns_form.shape(); }

std::optional<Columns> load_columns(const base::Source& source, base::Diagnostics& problems) {
  return load(source, DocumentKind::columns, columns_form, problems);
}

}  // namespace socrates::loader
