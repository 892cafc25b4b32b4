// SPDX-License-Identifier: Apache-2.0
//
// A list of another program is made into the list of objects that a JSON file of ours would hold, each value with the
// place of its cell, and then read like one: what is wrong in a sheet is told in the same words.

#include "loader/inputs/deals_sheet.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "loader/inputs/cell_values.hpp"
#include "loader/inputs/mapped_rows.hpp"
#include "loader/inputs/plain_answers.hpp"
#include "loader/text/make_node.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/base/suggest.hpp"
#include "socrates/base/words.hpp"

namespace socrates::loader {
namespace {

using base::Code;
using base::Diagnostics;
using model::Column;
using model::Shape;
using Kind = Node::Kind;

constexpr std::string_view requirement_name = "requirement";
constexpr std::string_view answers_of = "answers.";
constexpr std::string_view meta_of = "meta.";

const Shape::Key* key_of(const Shape& object, std::string_view name) {
  const auto found =
      std::find_if(object.keys.begin(), object.keys.end(), [&](const Shape::Key& key) { return key.name == name; });
  return found == object.keys.end() ? nullptr : &*found;
}

/// The objects that the list under a key holds.
const Shape& items_under(const Shape& object, std::string_view name) { return key_of(object, name)->shape.of.front(); }

/// What a single cell can hold.
bool fits_a_cell(const Shape& shape) {
  switch (shape.kind) {
    case Shape::Kind::object:
    case Shape::Kind::map:
    case Shape::Kind::anything:
      return false;
    case Shape::Kind::list:
      return fits_a_cell(shape.of.front());
    default:
      return true;
  }
}

/// Where the text of a column goes.
struct Target {
  enum class Part { deal, requirement, due, promise, answer, meta };
  Part part = Part::deal;
  std::string key;               ///< within the part
  const Shape* shape = nullptr;  ///< of its value; of answers and of what is carried through none
};

class Targets {
 public:
  explicit Targets(const Shape& deal) : deal_(deal), requirement_(items_under(deal, "requires")) {}

  [[nodiscard]] std::vector<std::string> names() const {
    std::vector<std::string> names;
    for (const Shape::Key& key : deal_.keys)
      if (key.name != "$schema" && fits_a_cell(key.shape)) names.push_back(key.name);
    names.emplace_back(requirement_name);
    for (const Shape::Key& key : requirement_.keys)
      if (key.name != "id" && fits_a_cell(key.shape)) names.push_back(key.name);
    for (const Shape::Key& key : due().keys) names.push_back("due." + key.name);
    for (const Shape::Key& key : promise().keys) names.push_back("promise." + key.name);
    return names;
  }

  [[nodiscard]] std::optional<Target> find(std::string_view name) const {
    using Part = Target::Part;
    if (name.starts_with(answers_of)) return Target{Part::answer, std::string(name.substr(answers_of.size()))};
    if (name.starts_with(meta_of)) return Target{Part::meta, std::string(name.substr(meta_of.size()))};
    if (name == requirement_name) return within(Part::requirement, requirement_, "id");
    const std::size_t dot = name.find('.');
    if (dot != std::string_view::npos && name.substr(0, dot) == "due")
      return within(Part::due, due(), name.substr(dot + 1));
    if (dot != std::string_view::npos && name.substr(0, dot) == "promise")
      return within(Part::promise, promise(), name.substr(dot + 1));
    if (name == "$schema") return std::nullopt;
    if (name == "requires") return Target{Part::deal, "requires", &names_};          // `none`: left to the rules
    if (name == "due") return Target{Part::requirement, "due", &names_.of.front()};  // `?`: not known
    const auto of_deal = within(Part::deal, deal_, name);
    return of_deal || name == "id" ? of_deal : within(Part::requirement, requirement_, name);
  }

 private:
  [[nodiscard]] const Shape& due() const { return key_of(requirement_, "due")->shape; }
  [[nodiscard]] const Shape& promise() const { return items_under(deal_, "promises"); }

  static std::optional<Target> within(Target::Part part, const Shape& object, std::string_view key) {
    const Shape::Key* const found = key_of(object, key);
    if (found == nullptr || !fits_a_cell(found->shape)) return std::nullopt;
    return Target{part, std::string(key), &found->shape};
  }

  const Shape& deal_;
  const Shape& requirement_;
  Shape names_{.kind = Shape::Kind::list,
               .name = {},
               .pattern = {},
               .words = {},
               .also = {},
               .of = {Shape()},
               .keys = {},
               .one_of_keys = {}};
};

Node& member_of(Node& object, std::string_view key, Node if_missing) {
  const auto found = std::find_if(object.members.begin(), object.members.end(),
                                  [&](const Node::Member& member) { return member.key == key; });
  if (found != object.members.end()) return found->value;
  const base::Span at = if_missing.at;
  return object.members.emplace_back(Node::Member{std::string(key), at, std::move(if_missing)}).value;
}

bool is_same(const Node& one, const Node& other) { return anything_of(one) == anything_of(other); }

/// A column with what it goes into.
struct Bound {
  Target target;
  std::string name;  ///< of the key
  Column column;
};

class RowReader {
 public:
  RowReader(const NamedRows& rows, const model::Columns* columns, const Shape& deal, const model::RuleSet& rules,
            Diagnostics& problems)
      : rows_(rows), columns_(columns), targets_(deal), rules_(rules), problems_(problems), before_(problems.count()) {}

  Node read() {
    columns_ != nullptr ? bind_mapping() : bind_sheet();
    Node deals = list_node({rows_.all.empty() ? nullptr : rows_.all.front().at.source, 0, 0});
    if (!binds("id") && problems_.count() != before_) return deals;
    if (!binds("id")) {
      const base::Span at = rows_.columns.empty() ? deals.at : rows_.columns.front().cell.at;
      problems_.add(Code::sheet_columns, at, "no column says which deal a row belongs to", "id",
                    "name a column 'id', or say under 'columns' in a file of --columns where the id is");
      return deals;
    }
    if (!has_ids() && problems_.count() != before_) return deals;  // each row would only say the same again
    for (const NamedRow& row : rows_.all)
      if (!is_skipped(row, columns_)) add(row, deals);
    return deals;
  }

 private:
  [[nodiscard]] bool binds(std::string_view key) const {
    return std::any_of(bound_.begin(), bound_.end(), [&](const Bound& bound) { return bound.name == key; });
  }

  /// Whether any row says which deal it belongs to.
  [[nodiscard]] bool has_ids() const {
    return std::any_of(bound_.begin(), bound_.end(), [&](const Bound& bound) {
      return bound.name == "id" &&
             (bound.column.otherwise || std::any_of(rows_.all.begin(), rows_.all.end(), [&](const NamedRow& row) {
                return row.find(bound.column.from) != nullptr;
              }));
    });
  }

  void bind(const std::string& key, Column column, base::Span at) {
    auto target = targets_.find(key);
    if (target)
      bound_.push_back({*std::move(target), key, std::move(column)});
    else
      problems_.add(Code::sheet_columns, at, fmt::format("deals have no '{}'", shortened(key)), key,
                    base::suggestion(key, targets_.names()));
  }

  /// Each column is a key; blanks and capitals in its name do not count.
  void bind_sheet() {
    std::vector<NamedCell> unknown;
    for (const NamedCell& column : rows_.columns) {
      if (column.name.empty()) continue;
      std::string key = column.name;
      if (!key.starts_with(answers_of) && !key.starts_with(meta_of)) {
        key = base::lower(key);
        std::replace_if(
            key.begin(), key.end(), [](char c) { return c == ' ' || c == '-'; }, '_');
      }
      Column plain;
      plain.from = column.name;
      if (targets_.find(key))
        bind(key, std::move(plain), column.cell.at);
      else
        unknown.push_back(column);
    }
    report_unknown(unknown);
  }

  /// Of one or two what each may be; of more, that the sheet is another program's.
  void report_unknown(const std::vector<NamedCell>& columns) {
    constexpr std::size_t most_slips = 2;
    if (columns.size() <= most_slips && binds("id")) {
      for (const NamedCell& column : columns) bind(column.name, {}, column.cell.at);
      return;
    }
    std::vector<std::string> names;
    for (const NamedCell& column : columns) names.push_back(fmt::format("'{}'", shortened(column.name)));
    if (!names.empty())
      problems_.add(Code::sheet_columns, columns.front().cell.at,
                    fmt::format("deals have no {}", base::listed(names, "and no")), {},
                    "say in a file of --columns where the keys of deals are; examples/columns has some to begin with");
  }

  void bind_mapping() {
    const base::Span top = {rows_.all.empty() ? nullptr : rows_.all.front().at.source, 0, 0};
    if (!columns_->statuses.empty())
      problems_.add(Code::sheet_columns, top, "deals have no statuses", "statuses",
                    "'statuses' is for lists of controls; a column of deals has 'values'");
    require_columns(rows_, *columns_, problems_);
    for (const auto& [key, column] : columns_->columns) bind(key, column, top);
    for (const std::string& name : columns_->meta) {
      Column plain;
      plain.from = name;
      bound_.push_back({{Target::Part::meta, name}, std::string(meta_of) + name, std::move(plain)});
    }
  }

  /// The text of a column, as the mapping has it; none where nothing is said.
  std::optional<Cell> said(const Bound& bound, const NamedRow& row) {
    const Column& column = bound.column;
    const Cell* const cell = column.from.empty() ? nullptr : row.find(column.from);
    if (cell != nullptr && column.values.empty()) return *cell;
    if (const auto meaning = cell != nullptr ? meaning_of(bound, cell->text) : std::nullopt) {
      if (meaning->empty()) return std::nullopt;
      return Cell{*meaning, cell->at};
    }
    if (column.otherwise) return Cell{*column.otherwise, cell != nullptr ? cell->at : row.at};
    if (cell != nullptr)
      problems_.add(Code::unknown_word, cell->at,
                    fmt::format("'{}' in the column '{}' has no meaning", shortened(cell->text), column.from),
                    bound.name, "give its meaning under 'values' or 'otherwise'");
    return std::nullopt;
  }

  /// What a text stands for, or each of those that a list holds.
  static std::optional<std::string> meaning_of(const Bound& bound, const std::string& text) {
    if (auto meaning = meaning_among(bound.column.values, text)) return meaning;
    const bool is_list = bound.target.shape != nullptr && bound.target.shape->kind == Shape::Kind::list;
    const std::vector<std::string> texts = is_list ? listed_in(text) : std::vector<std::string>();
    if (texts.size() < 2) return std::nullopt;
    std::vector<std::string> meanings;
    for (const std::string& each : texts) {
      const auto meaning = meaning_of(bound, each);
      if (!meaning) return std::nullopt;
      meanings.push_back(*meaning);
    }
    return base::joined(meanings, "; ");
  }

  std::optional<Node> value(const Bound& bound, const Cell& cell) {
    static const std::vector<std::string> no_forms;
    const std::vector<std::string>& forms = !bound.column.dates.empty() ? bound.column.dates
                                            : columns_ != nullptr       ? columns_->dates
                                                                        : no_forms;
    const Writing writing{forms, columns_ != nullptr ? std::string_view(columns_->decimal) : std::string_view()};
    switch (bound.target.part) {
      case Target::Part::answer:
        if (cell.text == "?") return word_of("null", cell.at);
        if (const auto key = find_key(rules_, bound.target.key))
          return answer_in_cell(rules_.questions[key->question], *key, cell);
        return word_of(cell.text, cell.at);
      case Target::Part::meta:
        return word_of(cell.text == "?" ? "null" : cell.text, cell.at);
      default:
        return value_of_cell(cell, *bound.target.shape, writing, problems_);
    }
  }

  void add(const NamedRow& row, Node& deals) {
    Node of_deal = object_node(row.at);
    Node requirement = object_node(row.at);
    Node due = object_node(row.at);
    Node promise = object_node(row.at);
    Node answers = object_node(row.at);
    Node meta = object_node(row.at);
    Node* const parts[] = {&of_deal, &requirement, &due, &promise, &answers, &meta};
    for (const Bound& bound : bound_) {
      const std::optional<Cell> cell = said(bound, row);
      auto node = cell ? value(bound, *cell) : std::nullopt;
      if (!node) continue;
      const base::Span at = node->at;
      parts[static_cast<std::size_t>(bound.target.part)]->members.push_back({bound.target.key, at, *std::move(node)});
    }
    const Node::Member* const id = find_member(of_deal, "id");
    if (id == nullptr || id->value.kind != Kind::string) {
      problems_.add(Code::missing_field, row.at, "this row does not say which deal it belongs to", "id");
      return;
    }
    Node& deal = deal_of(id->value, deals);
    merge(of_deal, deal);
    if (!answers.members.empty()) merge(answers, member_of(deal, "answers", object_node(row.at)));
    if (!meta.members.empty()) merge(meta, member_of(deal, "meta", object_node(row.at)));
    if (!due.members.empty()) requirement.members.push_back({"due", due.at, std::move(due)});
    if (!requirement.members.empty())
      add_requirement(std::move(requirement), member_of(deal, "requires", list_node(row.at)));
    if (!promise.members.empty()) member_of(deal, "promises", list_node(row.at)).items.push_back(std::move(promise));
  }

  Node& deal_of(const Node& id, Node& deals) {
    const auto [place, is_new] = by_id_.emplace(id.text, deals.items.size());
    if (is_new) deals.items.push_back(object_node(id.at));
    return deals.items[place->second];
  }

  /// What a later row of a deal says must be what an earlier one says.
  void merge(const Node& row, Node& whole) {
    for (const Node::Member& member : row.members) {
      const Node& first = member_of(whole, member.key, member.value);
      if (!is_same(first, member.value))
        problems_.add(Code::repeated_field, member.value.at,
                      fmt::format("an earlier row of this deal has another '{}'", member.key), member.key,
                      fmt::format("see line {}", base::position_at(*first.at.source, first.at.offset).line));
    }
  }

  /// A requirement that is named again is an alternative of the one before.
  static void add_requirement(Node requirement, Node& list) {
    const Node::Member* const id = find_member(requirement, "id");
    const auto before =
        id == nullptr ? list.items.end() : std::find_if(list.items.begin(), list.items.end(), [&](const Node& each) {
          const Node::Member* const other = find_member(each, "id");
          return other != nullptr && other->value.text == id->value.text;
        });
    if (before == list.items.end()) {
      list.items.push_back(std::move(requirement));
      return;
    }
    const auto without_id = [](Node node) {
      std::erase_if(node.members, [](const Node::Member& member) { return member.key == "id"; });
      return node;
    };
    if (find_member(*before, "any_of") == nullptr) {
      Node several = object_node(before->at);
      several.members.push_back(*find_member(*before, "id"));
      Node alternatives = list_node(before->at);
      alternatives.items.push_back(without_id(*before));
      several.members.push_back({"any_of", several.at, std::move(alternatives)});
      *before = std::move(several);
    }
    member_of(*before, "any_of", {}).items.push_back(without_id(std::move(requirement)));
  }

  const NamedRows& rows_;
  const model::Columns* columns_;
  Targets targets_;
  const model::RuleSet& rules_;
  Diagnostics& problems_;
  std::size_t before_;  ///< problems that were there already
  std::vector<Bound> bound_;
  std::map<std::string, std::size_t, std::less<>> by_id_;
};

}  // namespace

std::vector<std::string> keys_of_deal_rows(const Shape& deal) { return Targets(deal).names(); }

Node deals_of_rows(const NamedRows& rows, const model::Columns* columns, const Shape& deal, const model::RuleSet& rules,
                   Diagnostics& problems) {
  return RowReader(rows, columns, deal, rules, problems).read();
}

}  // namespace socrates::loader
