// SPDX-License-Identifier: Apache-2.0
#include "socrates/loader/record_loader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "loader/kinds.hpp"
#include "loader/text/document_kind.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/loader/shapes.hpp"

namespace socrates::loader {
namespace {

using base::Code;
using base::Diagnostics;
using Kind = Node::Kind;

/// The name of a document's schema, and no other.
struct SchemaNameKind {
  using Value = bool;
  std::string_view name;
  [[nodiscard]] std::optional<Value> read(const Entry& entry, FormReader& reader) const {
    if (entry.node->kind == Kind::string && entry.node->text == name) return true;
    report(Code::malformed_record, entry, fmt::format("expected \"{}\", found {}", name, describe(*entry.node)),
           reader.problems);
    return std::nullopt;
  }
  [[nodiscard]] model::Shape shape() const {
    model::Shape shape;
    shape.kind = model::Shape::Kind::word;
    shape.words = {name};
    return shape;
  }
};

/// The day for which it was derived; wrong ones are called what they are called in answers.
struct TodayKind : DateKind {
  [[nodiscard]] std::optional<Value> read(const Entry& entry, FormReader& reader) const {
    const auto date = entry.node->kind == Kind::string ? base::parse_date(entry.node->text) : std::nullopt;
    if (!date)
      report(Code::invalid_date, entry, fmt::format("{} is not a date", describe(*entry.node)), reader.problems,
             "write a day of the calendar as YYYY-MM-DD");
    return date;
  }
};

/// An object that is read elsewhere, as another schema says.
struct ObjectKind {
  using Value = Node;
  std::string_view what;  ///< completes "expected ..."
  [[nodiscard]] std::optional<Value> read(const Entry& entry, FormReader& reader) const {
    if (!expect_mapping(entry, what, reader.problems)) return std::nullopt;
    return *entry.node;
  }
  [[nodiscard]] model::Shape shape() const {
    model::Shape shape;
    shape.kind = model::Shape::Kind::map;
    return shape;
  }
};

struct Result {
  Node decisions;
};

constexpr auto result_form =
    form<Result>("a recommendation",
                 required_through("schema", SchemaNameKind{"socrates.recommendation/1"}, Nowhere{}, "What it is."),
                 required("decisions", &Result::decisions, ObjectKind{"the decisions"}, "The result."))
        .open();

/// The recommendation as it stands there, once it is one.
struct ResultKind : ObjectKind {
  [[nodiscard]] std::optional<Value> read(const Entry& entry, FormReader& reader) const {
    if (!result_form.read(entry, reader)) return std::nullopt;
    return *entry.node;
  }
  [[nodiscard]] model::Shape shape() const { return result_form.shape(); }
};

constexpr auto program_form = form<ProgramMark>(
    "the version of the program", required_through("name", SchemaNameKind{"socrates"}, Nowhere{}, "The program."),
    required("version", &ProgramMark::version, a_text, "Its version."));

constexpr auto rules_form =
    form<RulesMark>("which rules were used", required("id", &RulesMark::id, a_text, "The rule set."),
                    required("version", &RulesMark::version, a_text, "Its version."),
                    required("sha256", &RulesMark::sha256, a_text, "The SHA-256 of its files."));

constexpr auto record_form = form<Record>(
    "a record", required_through("schema", SchemaNameKind{"socrates.record/1"}, Nowhere{}, "What the file is."),
    required("program", &Record::program, program_form, "The program that wrote it."),
    required("today", &Record::today, TodayKind{}, "The day for which it was made."),
    required("rules", &Record::rules, rules_form, "The rules that it was made with."),
    required("answers", &Record::answers, ObjectKind{"the answers"},
             "The answers it was made from, as in a file of answers."),
    required("result", &Record::result, ResultKind{{"a recommendation"}},
             "The result, as the schema of `recommendation` describes it."));

std::string text_of(const Node* node) { return node == nullptr ? "nothing" : shortened(dump(*node)); }

bool is_equal(const Node& a, const Node& b) {
  if (a.kind != b.kind) return false;
  switch (a.kind) {
    case Kind::null:
      return true;
    case Kind::boolean:
      return a.boolean == b.boolean;
    case Kind::integer:
      return a.integer == b.integer;
    case Kind::other_number:
    case Kind::string:
      return a.text == b.text;
    case Kind::sequence:
      return std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), is_equal);
    case Kind::mapping:
      break;
  }
  return a.members.size() == b.members.size() &&
         std::all_of(a.members.begin(), a.members.end(), [&](const Node::Member& member) {
           const Node::Member* const other = find_member(b, member.key);
           return other != nullptr && is_equal(member.value, other->value);
         });
}

class Comparison {
 public:
  std::vector<Difference> run(const Node& recorded, const Node& now) {
    compare("", &recorded, &now);
    return std::move(found_);
  }

 private:
  static std::string below(const std::string& path, const std::string& key) {
    return path.empty() ? shortened(key) : path + "." + shortened(key);
  }

  // Both documents are no deeper than the reader lets them be.
  void compare(const std::string& path, const Node* recorded, const Node* now) {
    if (recorded != nullptr && now != nullptr && recorded->kind == Kind::mapping && now->kind == Kind::mapping) {
      for (const Node::Member& member : recorded->members) {
        const Node::Member* const other = find_member(*now, member.key);
        compare(below(path, member.key), &member.value, other == nullptr ? nullptr : &other->value);
      }
      for (const Node::Member& member : now->members)
        if (find_member(*recorded, member.key) == nullptr) compare(below(path, member.key), nullptr, &member.value);
      return;
    }
    if (recorded != nullptr && now != nullptr && recorded->kind == Kind::sequence && now->kind == Kind::sequence &&
        recorded->items.size() == now->items.size()) {
      for (std::size_t i = 0; i < now->items.size(); ++i)
        compare(fmt::format("{}[{}]", path, i), &recorded->items[i], &now->items[i]);
      return;
    }
    if (recorded != nullptr && now != nullptr && is_equal(*recorded, *now)) return;
    found_.push_back({path, text_of(recorded), text_of(now)});
  }

  std::vector<Difference> found_;
};

const Node* value_under(const Node* mapping, std::string_view key) {
  if (mapping == nullptr || mapping->kind != Kind::mapping) return nullptr;
  const Node::Member* const member = find_member(*mapping, key);
  return member == nullptr ? nullptr : &member->value;
}

/// What a decision comes to: its value, or where that is open all that is still possible.
std::string outcome_text(const Node* decision) {
  if (decision == nullptr) return "nothing";
  const Node* const value = value_under(decision, "value");
  if (value != nullptr && value->kind == Kind::string) return value->text;
  if (value != nullptr && value->kind != Kind::null) return dump(*value);
  if (const Node* const possible = value_under(decision, "possible")) return "open: " + dump(*possible);
  return fmt::format("open: surely {}, maybe {}", text_of(value_under(decision, "surely")),
                     text_of(value_under(decision, "maybe")));
}

}  // namespace

std::optional<Record> load_record(const base::Source& source, Diagnostics& problems) {
  const std::size_t before = problems.count();
  std::optional<Node> root = read_json_of_kind(DocumentKind::record, source, problems);
  if (!root || !is_of_kind(DocumentKind::record, *root, problems)) return std::nullopt;
  FormReader reader{problems, codes_of_rules};
  std::optional<Record> record = record_form.read(root_entry(*root), reader);
  if (problems.count() == before) return record;
  problems.sort_by_place();
  return std::nullopt;
}

model::Shape shape_of_record() { return record_form.shape(); }

std::vector<Difference> differences(const Node& recorded, const Node& now) { return Comparison().run(recorded, now); }

std::vector<Difference> flips(const Node& recorded, const Node& now) {
  const Node* const before = value_under(&recorded, "decisions");
  const Node* const after = value_under(&now, "decisions");
  std::vector<Difference> found;
  const auto compare = [&](const std::string& id) {
    const std::string old_text = outcome_text(value_under(before, id));
    const std::string new_text = outcome_text(value_under(after, id));
    if (old_text != new_text) found.push_back({shortened(id), shortened(old_text), shortened(new_text)});
  };
  if (before != nullptr)
    for (const Node::Member& member : before->members) compare(member.key);
  if (after != nullptr)
    for (const Node::Member& member : after->members)
      if (value_under(before, member.key) == nullptr) compare(member.key);
  return found;
}

}  // namespace socrates::loader
