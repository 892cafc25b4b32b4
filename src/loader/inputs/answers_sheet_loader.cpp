// SPDX-License-Identifier: Apache-2.0
//
// A list is made into the object that a JSON file with the same answers would hold, each value with the place of its
// cell, and then read like one: what is wrong in a list is told in the same words. Lists of other programs have other
// columns and other words, which a file of --columns explains; lists by criteria answer nothing, as a criterion is
// served by several controls: they propose, and somebody who knows confirms.

#include "socrates/loader/answers_sheet_loader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

#include "loader/inputs/cell_values.hpp"
#include "loader/inputs/mapped_rows.hpp"
#include "loader/inputs/plain_answers.hpp"
#include "loader/inputs/spelled_ids.hpp"
#include "loader/text/make_node.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/base/suggest.hpp"
#include "socrates/base/words.hpp"
#include "socrates/model/shape.hpp"

namespace socrates::loader {
namespace {

using base::Code;
using base::Diagnostics;
using model::Column;
using model::ControlStatus;
using Kind = Node::Kind;

/// What a row can say.
enum class Part { id, answer, since, performed, last, reason, proposed };

constexpr std::array<std::string_view, 7> part_names{"id",   "answer", "since",   "performed",
                                                     "last", "reason", "proposed"};

/// `status` is another word for the answer.
std::optional<Part> find_part(std::string_view name) {
  if (name == "status") return Part::answer;
  const auto* const found = std::find(part_names.begin(), part_names.end(), name);
  if (found == part_names.end()) return std::nullopt;
  return static_cast<Part>(found - part_names.begin());
}

/// The weaker of two statuses that are proposed for one control; one that does not apply to one criterion may to
/// others.
ControlStatus weaker(ControlStatus one, ControlStatus other) { return std::min(one, other); }

class AnswerRows {
 public:
  AnswerRows(const NamedRows& rows, const model::Columns* columns, const Answerable& answerable, Diagnostics& problems)
      : rows_(rows), columns_(columns), answerable_(answerable), problems_(problems) {}

  /// The object that says the same as the rows; what is wrong with them is reported.
  Node read() {
    const base::Span top = rows_.columns.empty() ? top_of_rows() : rows_.columns.front().cell.at;
    Node object = object_node(top);
    const std::size_t before = problems_.count();
    columns_ != nullptr ? bind_mapping(top) : bind_sheet(top);
    if (!binds(Part::id) || !binds(Part::answer)) return object;
    const bool has_ids = std::any_of(rows_.all.begin(), rows_.all.end(),
                                     [&](const NamedRow& row) { return raw(Part::id, row).is_there; });
    if (!has_ids && problems_.count() != before) return object;  // each row would only say the same again
    if (columns_ != nullptr) look_for_another_catalogue();
    for (const NamedRow& row : rows_.all)
      if (!is_skipped(row, columns_)) read_row(row, object);
    add_proposals(object);
    return object;
  }

 private:
  struct Said {
    Cell cell;
    bool is_there = false;
  };

  struct Proposal {
    ControlStatus status = ControlStatus::unknown;
    base::Span criterion;
    base::Span at;
  };

  [[nodiscard]] base::Span top_of_rows() const {
    return {rows_.all.empty() ? nullptr : rows_.all.front().at.source, 0, 0};
  }

  [[nodiscard]] const std::optional<Column>& bound(Part part) const { return bound_[static_cast<std::size_t>(part)]; }
  [[nodiscard]] bool binds(Part part) const { return bound(part).has_value(); }

  void bind_sheet(base::Span top) {
    const std::vector<std::string> known(std::begin(sheet_columns), std::end(sheet_columns));
    for (const NamedCell& column : rows_.columns) {
      const std::string name = base::lower(column.name);
      if (name.empty()) continue;
      if (!base::names(known, name)) {
        problems_.add(Code::sheet_columns, column.cell.at, fmt::format("unknown column '{}'", shortened(column.name)),
                      {}, base::suggestion(name, known));
        continue;
      }
      if (const auto part = find_part(name)) {
        std::optional<Column>& place = bound_[static_cast<std::size_t>(*part)];
        if (place && place->from != column.name)
          problems_.add(Code::sheet_columns, column.cell.at, fmt::format("the column '{}' appears twice", name));
        place = Column{column.name, {}, {}, {}};
      }
    }
    for (const Part needed : {Part::id, Part::answer})
      if (!binds(needed))
        problems_.add(Code::sheet_columns, top,
                      fmt::format("there is no column '{}'", part_names[static_cast<std::size_t>(needed)]), {},
                      "the first line names the columns; a file of --columns says what they are called in the list of "
                      "another program, and examples/columns has some to begin with");
  }

  void bind_mapping(base::Span top) {
    const std::vector<std::string> known(part_names.begin(), part_names.end());
    if (!columns_->meta.empty())
      problems_.add(Code::sheet_columns, top, "answers carry nothing through", "meta", "leave 'meta' out");
    require_columns(rows_, *columns_, problems_);
    for (const auto& [key, column] : columns_->columns) {
      if (const auto part = find_part(key))
        bound_[static_cast<std::size_t>(*part)] = column;
      else
        problems_.add(Code::sheet_columns, top, fmt::format("answers have no '{}'", shortened(key)), key,
                      base::suggestion(key, known));
    }
    for (const Part needed : {Part::id, Part::answer})
      if (!binds(needed))
        problems_.add(
            Code::sheet_columns, top,
            fmt::format("the file of --columns does not say where the {} stands", needed == Part::id ? "id" : "answer"),
            needed == Part::id ? "id" : "answer", "add it under 'columns', as the name of a column");
  }

  /// The text for a part as it stands there.
  [[nodiscard]] Said raw(Part part, const NamedRow& row) const {
    const std::optional<Column>& column = bound(part);
    const Cell* const cell = column && !column->from.empty() ? row.find(column->from) : nullptr;
    if (cell != nullptr) return {*cell, true};
    return {{{}, row.at}, false};
  }

  /// The text for a part as the mapping has it; one that is not among its words stays what it is.
  [[nodiscard]] Said said(Part part, const NamedRow& row) const {
    Said text = raw(part, row);
    const std::optional<Column>& column = bound(part);
    if (!column) return text;
    std::optional<std::string> meaning;
    if (text.is_there) meaning = meaning_among(column->values, text.cell.text);
    if (!meaning && text.is_there && part == Part::answer && columns_ != nullptr)
      meaning = meaning_among(columns_->statuses, text.cell.text);
    if (!meaning && column->otherwise) meaning = column->otherwise;
    if (meaning) text = {{*meaning, text.cell.at}, true};
    return text;
  }

  /// Letters of ours with numbers that are not: AC-2 beside AC-12 is a list by another catalogue, in which AC-12 is
  /// something else too.
  void look_for_another_catalogue() {
    if (answerable_.controls() == nullptr) return;
    for (const NamedRow& row : rows_.all) {
      const Said id = raw(Part::id, row);
      if (!id.is_there || is_skipped(row, columns_) || meaning_among(bound(Part::id)->values, id.cell.text)) continue;
      const std::string series = series_of(id.cell.text);
      if (!series.empty() && !find_control(id.cell.text) && has_series(series)) other_series_.emplace(series, id.cell);
    }
  }

  [[nodiscard]] bool has_series(const std::string& series) const {
    const auto& controls = answerable_.controls()->controls;
    return std::any_of(controls.begin(), controls.end(),
                       [&](const model::Control& control) { return series_of(control.id) == series; });
  }

  [[nodiscard]] std::optional<std::size_t> find_control(const std::string& text) const {
    if (answerable_.controls() == nullptr) return std::nullopt;
    const auto exact = model::find_control(*answerable_.controls(), text);
    return exact ? exact : control_spelled(*answerable_.controls(), text);
  }

  /// After a report, whether the id may as well be that of another catalogue.
  bool is_of_another_catalogue(const NamedRow& row) {
    const Said id = raw(Part::id, row);
    if (!id.is_there || meaning_among(bound(Part::id)->values, id.cell.text)) return false;
    const auto other = other_series_.find(series_of(id.cell.text));
    if (other == other_series_.end()) return false;
    const base::Span& at = other->second.at;
    problems_.add(Code::unknown_question, id.cell.at,
                  fmt::format("'{}' may be of the same catalogue as '{}', which is none of ours",
                              shortened(id.cell.text), shortened(other->second.text)),
                  {},
                  fmt::format("see line {}; say under the 'values' of 'id' which control each is; null skips it",
                              base::position_at(*at.source, at.offset).line));
    return true;
  }

  void read_row(const NamedRow& row, Node& object) {
    const Said id = said(Part::id, row);
    if (id.is_there && id.cell.text == "?") return;  // the mapping says that it is none of ours
    const Said answer = said(Part::answer, row);
    if (columns_ != nullptr && !says_anything(answer, row)) return;  // a heading
    if (!id.is_there) {
      problems_.add(Code::sheet_columns, row.at, "this row has no id");
      return;
    }
    if (find_key(answerable_.rules(), id.cell.text)) {
      add_question(row, id.cell, answer, object);
      return;
    }
    const model::ControlCatalogue* const controls = answerable_.controls();
    if (const auto control = find_control(id.cell.text)) {
      if (is_of_another_catalogue(row)) return;
      add_control(row, controls->controls[*control].id, id.cell, answer, object);
      return;
    }
    if (controls != nullptr)
      if (const auto criteria = criteria_spelled(*controls, id.cell.text); !criteria.empty()) {
        propose(*controls, criteria, id.cell, answer);
        return;
      }
    add_unknown(id.cell, object);
  }

  [[nodiscard]] bool says_anything(const Said& answer, const NamedRow& row) const {
    if (answer.is_there) return true;
    return std::any_of(part_names.begin() + 2, part_names.end(), [&](std::string_view name) {
      const Part part = *find_part(name);
      return part != Part::reason && raw(part, row).is_there;
    });
  }

  void add_unknown(const Cell& id, Node& object) {
    if (columns_ == nullptr) {  // told with what is wrong with the other answers
      if (is_first(id.text, id)) add_member(object, id.text, id.at, Node());
      return;
    }
    std::vector<std::string> known;
    if (answerable_.controls() != nullptr)
      for (const model::Control& control : answerable_.controls()->controls) known.push_back(control.id);
    const std::string near = base::nearest(base::upper(id.text), known);
    problems_.add(Code::unknown_question, id.at,
                  fmt::format("'{}' is no control, no criterion and no question", shortened(id.text)), {},
                  (near.empty() ? std::string() : fmt::format("if '{}' is meant, or another, ", near)) +
                      "say under the 'values' of 'id' which it is; null skips it");
  }

  bool is_first(const std::string& id, const Cell& cell) {
    const auto [first, is_new] = seen_.emplace(id, cell.at);
    if (is_new) return true;
    const base::Span& before = first->second;
    problems_.add(Code::duplicate_key, cell.at, fmt::format("the id '{}' appears twice", shortened(id)), id,
                  fmt::format("see line {}", base::position_at(*before.source, before.offset).line));
    return false;
  }

  void add_question(const NamedRow& row, const Cell& id, const Said& answer, Node& object) {
    if (!is_first(id.text, id)) return;
    const auto key = find_key(answerable_.rules(), id.text);
    for (const Part part : {Part::since, Part::performed, Part::last, Part::reason, Part::proposed})
      if (const Said beside = raw(part, row); beside.is_there)
        problems_.add(Code::wrong_answer_type, beside.cell.at,
                      fmt::format("'{}' is a question, and takes no date or reason besides its answer", id.text),
                      id.text);
    if (!answer.is_there) return;
    if (columns_ != nullptr && answer.cell.text == "?")
      add_member(object, id.text, id.at, word_of("null", answer.cell.at));
    else
      add_member(object, id.text, id.at,
                 answer_in_cell(answerable_.rules().questions[key->question], *key, answer.cell));
  }

  /// A status as answers have it; none, after a report, where nobody can tell what the words mean.
  std::optional<Node> status_node(const std::string& id, const Cell& cell) {
    if (const auto status = status_spelled(cell.text))
      return *status == ControlStatus::unknown ? word_of("null", cell.at)
                                               : text_node(std::string(model::id_of(*status)), cell.at);
    if (columns_ == nullptr) return text_node(base::lower(cell.text), cell.at);
    problems_.add(
        Code::unknown_status, cell.at,
        fmt::format("the status '{}' of '{}' is not understood", shortened(cell.text), id), id,
        "say under 'statuses' what it stands for: in_place, partial, designed, missing, not_applicable or null");
    return std::nullopt;
  }

  std::optional<Node> day_node(Part part, const Cell& cell) {
    static const std::vector<std::string> none;
    const Column& column = *bound(part);
    const std::vector<std::string>& forms = !column.dates.empty() ? column.dates
                                            : columns_ != nullptr ? columns_->dates
                                                                  : none;
    model::Shape date;
    date.kind = model::Shape::Kind::date;
    return value_of_cell(cell, date, {forms, {}}, problems_);
  }

  /// `2026-03-02, 2026-06-01`, or `none`.
  Node days_node(const Cell& cell) {
    Node days = list_node(cell.at);
    for (const std::string& word : listed_in(cell.text))
      if (auto day = day_node(Part::performed, {word, cell.at})) days.items.push_back(*std::move(day));
    return days;
  }

  void add_control(const NamedRow& row, const std::string& control, const Cell& id, const Said& answer, Node& object) {
    if (!is_first(control, id)) return;
    Node value = object_node(answer.cell.at);
    if (answer.is_there) {
      auto status = status_node(control, answer.cell);
      if (!status) return;
      add_member(value, "status", answer.cell.at, *std::move(status));
    }
    for (const Part part : {Part::since, Part::performed, Part::last, Part::reason, Part::proposed}) {
      const Said text = said(part, row);
      const bool is_a_remark = part == Part::reason && columns_ == nullptr;  // which may be any text
      if (!text.is_there || (text.cell.text == "?" && !is_a_remark)) continue;
      std::optional<Node> node;
      if (part == Part::performed)
        node = days_node(text.cell);
      else if (part == Part::reason)
        node = text_node(text.cell.text, text.cell.at);
      else if (part == Part::proposed)
        node = status_node(control, text.cell);
      else
        node = day_node(part, text.cell);
      if (node)
        add_member(value, std::string(part_names[static_cast<std::size_t>(part)]), text.cell.at, *std::move(node));
    }
    if (!value.members.empty()) add_member(object, control, id.at, std::move(value));
  }

  /// Each control that serves one of the criteria may be as far as the row says; the weakest row counts.
  void propose(const model::ControlCatalogue& controls, const std::vector<std::string>& criteria, const Cell& id,
               const Said& answer) {
    if (!answer.is_there) return;
    const auto status = status_node(id.text, answer.cell);
    if (!status || status->kind == Kind::null) return;
    const auto proposed = model::find_status(status->text);
    if (!proposed) {
      problems_.add(Code::unknown_status, answer.cell.at,
                    fmt::format("'{}' has no status '{}'", shortened(id.text), shortened(answer.cell.text)), id.text);
      return;
    }
    for (std::size_t i = 0; i < controls.controls.size(); ++i) {
      const std::vector<std::string>& served = controls.controls[i].criteria;
      if (std::none_of(criteria.begin(), criteria.end(),
                       [&](const std::string& criterion) { return base::names(served, criterion); }))
        continue;
      const Proposal proposal{*proposed, id.at, answer.cell.at};
      const auto [known, is_new] = proposals_.emplace(i, proposal);
      if (!is_new && weaker(*proposed, known->second.status) != known->second.status) known->second = proposal;
    }
  }

  /// Where a row is about the control itself, that says more.
  void add_proposals(Node& object) {
    for (const auto& [index, proposal] : proposals_) {
      const std::string& id = answerable_.controls()->controls[index].id;
      if (seen_.count(id) != 0) continue;
      Node value = object_node(proposal.at);
      add_member(value, "proposed", proposal.at, text_node(std::string(model::id_of(proposal.status)), proposal.at));
      add_member(object, id, proposal.criterion, std::move(value));
    }
  }

  const NamedRows& rows_;
  const model::Columns* columns_;
  const Answerable& answerable_;
  Diagnostics& problems_;
  std::array<std::optional<Column>, part_names.size()> bound_;
  std::map<std::string, Cell> other_series_;  ///< letters under which another catalogue has controls, with one of them
  std::map<std::string, base::Span> seen_;
  std::map<std::size_t, Proposal> proposals_;  ///< by control
};

/// Whether the mapping speaks of this sheet: it has all columns that are named, or is not one of ours.
bool speaks_of(const model::Columns& columns, const NamedRows& rows) {
  if (rows.columns.empty()) return true;
  std::vector<std::string> names;
  std::vector<std::string> lower_names;
  for (const NamedCell& column : rows.columns) {
    names.push_back(column.name);
    lower_names.push_back(base::lower(column.name));
  }
  const bool is_ours = base::names(lower_names, "id") && base::names(lower_names, "answer");
  return !is_ours || std::all_of(columns.columns.begin(), columns.columns.end(), [&](const auto& column) {
    return column.second.from.empty() || base::names(names, column.second.from);
  });
}

bool begins_a_list(const base::Source& source) { return base::trimmed(source.text).starts_with('['); }

}  // namespace

std::optional<LoadedAnswers> load_rows_of_answers(const AnswersFile& file, const Answerable& answerable,
                                                  base::Date today, Diagnostics& problems) {
  const std::size_t before = problems.count();
  auto rows = read_rows(file.source, file.columns != nullptr ? file.columns->rows : std::string(), problems);
  if (!rows) return std::nullopt;
  const model::Columns* const columns =
      file.columns != nullptr && speaks_of(*file.columns, *rows) ? file.columns : nullptr;
  const Node object = AnswerRows(*rows, columns, answerable, problems).read();
  auto loaded = read_answers(object, answerable, today, problems);
  if (loaded) loaded->lines = std::move(rows->sources);
  if (problems.count() == before) return loaded;
  problems.sort_by_place();
  return std::nullopt;
}

std::optional<LoadedAnswers> load_sheet(const base::Source& source, const Answerable& answerable, base::Date today,
                                        Diagnostics& problems) {
  return load_rows_of_answers({source, nullptr}, answerable, today, problems);
}

bool holds_rows_of_answers(const AnswersFile& file) {
  const std::string name = base::lower(file.source.name);
  if (name.ends_with(".csv") || name.ends_with(".tsv")) return true;
  if (file.columns == nullptr) return false;
  return is_sheet(file.source) || is_lines(file.source) || !file.columns->rows.empty() || begins_a_list(file.source);
}

std::optional<LoadedAnswers> load_answers_file(const AnswersFile& file, const Answerable& answerable, base::Date today,
                                               Diagnostics& problems) {
  return holds_rows_of_answers(file) ? load_rows_of_answers(file, answerable, today, problems)
                                     : load_answers(file.source, answerable, today, problems);
}

}  // namespace socrates::loader
