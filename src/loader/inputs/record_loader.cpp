// SPDX-License-Identifier: Apache-2.0
#include "socrates/loader/record_loader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "loader/entry.hpp"
#include "loader/text/document_kind.hpp"

#include "socrates/base/codes.hpp"

namespace socrates::loader {
namespace {

using base::Code;
using base::Diagnostics;
using Kind = Node::Kind;

constexpr std::string_view record_schema = "socrates.record/1";
constexpr std::string_view result_schema = "socrates.recommendation/1";

/// The text under a key that has to be there, or nothing after a report.
std::string text_under(const Entry& mapping, std::string_view key, Diagnostics& problems) {
  return require_text(mapping, key, problems);
}

/// The mapping under a key that has to be there.
std::optional<Entry> mapping_under(const Entry& mapping, std::string_view key, std::string_view what,
                                   Diagnostics& problems) {
  auto entry = require(mapping, key, problems);
  if (!entry || !expect_mapping(*entry, what, problems)) return std::nullopt;
  return entry;
}

void expect_schema(const Entry& mapping, std::string_view schema, Diagnostics& problems) {
  const auto entry = require(mapping, "schema", problems);
  if (!entry || (entry->node->kind == Kind::string && entry->node->text == schema)) return;
  report(Code::malformed_record, *entry, fmt::format("expected \"{}\", found {}", schema, describe(*entry->node)),
         problems);
}

std::optional<base::Date> date_under(const Entry& mapping, std::string_view key, Diagnostics& problems) {
  const auto entry = require(mapping, key, problems);
  if (!entry) return std::nullopt;
  const auto date = entry->node->kind == Kind::string ? base::parse_date(entry->node->text) : std::nullopt;
  if (!date)
    report(Code::invalid_date, *entry, fmt::format("{} is not a date", describe(*entry->node)), problems,
           "write a day of the calendar as YYYY-MM-DD");
  return date;
}

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
  const Entry entry = root_entry(*root);
  if (!expect_mapping(entry, "a record", problems)) return std::nullopt;
  expect_keys(entry, {"schema", "program", "today", "rules", "answers", "result"}, problems);
  Record record;
  expect_schema(entry, record_schema, problems);
  if (const auto program = mapping_under(entry, "program", "the version of the program", problems))
    record.program = text_under(*program, "version", problems);
  if (const auto today = date_under(entry, "today", problems)) record.today = *today;
  if (const auto rules = mapping_under(entry, "rules", "which rules were used", problems)) {
    record.rules_id = text_under(*rules, "id", problems);
    record.rules_version = text_under(*rules, "version", problems);
    record.rules_sha256 = text_under(*rules, "sha256", problems);
  }
  if (const auto answers = mapping_under(entry, "answers", "the answers", problems)) record.answers = *answers->node;
  if (const auto result = mapping_under(entry, "result", "a recommendation", problems)) {
    expect_schema(*result, result_schema, problems);
    mapping_under(*result, "decisions", "the decisions", problems);
    record.result = *result->node;
  }
  if (problems.count() != before) return std::nullopt;
  return record;
}

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
