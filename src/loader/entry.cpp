// SPDX-License-Identifier: Apache-2.0
#include "loader/entry.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "socrates/base/codes.hpp"
#include "socrates/base/suggest.hpp"

namespace socrates::loader {

namespace {

using base::Code;
using base::Diagnostics;
using Kind = Node::Kind;

constexpr long long most_number = 1'000'000;

void expected(std::string_view what, const Entry& entry, Diagnostics& problems, std::string hint = {}) {
  report(Code::wrong_value, entry, fmt::format("expected {}, found {}", what, describe(*entry.node)), problems,
         std::move(hint));
}

bool check_id(std::string_view id, base::Span at, const std::string& path, Diagnostics& problems) {
  if (is_id(id)) return true;
  const bool reserved = id == "true" || id == "false" || id == "null";
  problems.add(Code::malformed_id, at, fmt::format("'{}' is not an id", shortened(id)), path,
               reserved ? "this word is reserved"
                        : "use lower-case letters, digits and underscores, a letter first, at most 64 of them");
  return false;
}

}  // namespace

Entry root_entry(const Node& node) { return {&node, node.at, {}, {}}; }

Entry member_entry(const Entry& mapping, const Node::Member& member) {
  const std::string path = mapping.path.empty() ? shortened(member.key) : mapping.path + "." + shortened(member.key);
  return {&member.value, member.key_at, path, member.key};
}

std::vector<Entry> members_of(const Entry& mapping) {
  std::vector<Entry> entries;
  for (const Node::Member& member : mapping.node->members) entries.push_back(member_entry(mapping, member));
  return entries;
}

std::vector<Entry> items_of(const Entry& sequence) {
  std::vector<Entry> entries;
  for (const Node& item : sequence.node->items) {
    entries.push_back({&item, item.at, fmt::format("{}[{}]", sequence.path, entries.size()), {}});
  }
  return entries;
}

std::optional<Entry> find(const Entry& mapping, std::string_view key) {
  const Node::Member* member = find_member(*mapping.node, key);
  if (member == nullptr) return std::nullopt;
  return member_entry(mapping, *member);
}

void report(Code code, const Entry& entry, std::string message, Diagnostics& problems, std::string hint) {
  problems.add(code, entry.node->at, std::move(message), entry.path, std::move(hint));
}

void report_key(Code code, const Entry& entry, std::string message, Diagnostics& problems, std::string hint) {
  problems.add(code, entry.named, std::move(message), entry.path, std::move(hint));
}

bool expect_mapping(const Entry& entry, std::string_view what, Diagnostics& problems) {
  if (entry.node->kind == Kind::mapping) return true;
  expected(what, entry, problems);
  return false;
}

bool is_empty_list(const Entry& entry) { return entry.node->kind == Kind::sequence && entry.node->items.empty(); }

bool expect_list(const Entry& entry, std::string_view what, Diagnostics& problems) {
  if (is_empty_list(entry)) {
    report(Code::wrong_value, entry, fmt::format("expected {}, found an empty list", what), problems);
    return false;
  }
  if (entry.node->kind == Kind::sequence) return true;
  expected(what, entry, problems);
  return false;
}

bool expect_keys(const Entry& mapping, std::initializer_list<std::string_view> keys, Diagnostics& problems) {
  bool closed = true;
  for (const Node::Member& member : mapping.node->members) {
    if (std::find(keys.begin(), keys.end(), member.key) != keys.end()) continue;
    report_key(Code::unknown_key, member_entry(mapping, member), fmt::format("unknown key '{}'", shortened(member.key)),
               problems, base::suggestion(member.key, {keys.begin(), keys.end()}));
    closed = false;
  }
  return closed;
}

std::optional<Entry> require(const Entry& mapping, std::string_view key, Diagnostics& problems) {
  auto entry = find(mapping, key);
  if (!entry) report_key(Code::missing_key, mapping, fmt::format("the key '{}' is missing", key), problems);
  return entry;
}

std::optional<std::string> read_text(const Entry& entry, Diagnostics& problems) {
  const bool is_scalar = entry.node->kind != Kind::sequence && entry.node->kind != Kind::mapping;
  if (entry.node->kind == Kind::string && !entry.node->text.empty()) return entry.node->text;
  const bool needs_quotes = is_scalar && entry.node->kind != Kind::null && entry.node->kind != Kind::string;
  expected("a text", entry, problems, needs_quotes ? "put the text in quotes" : "");
  return std::nullopt;
}

std::string require_text(const Entry& mapping, std::string_view key, Diagnostics& problems) {
  const auto entry = require(mapping, key, problems);
  return entry ? read_text(*entry, problems).value_or("") : "";
}

std::string optional_text(const Entry& mapping, std::string_view key, Diagnostics& problems) {
  const auto entry = find(mapping, key);
  return entry ? read_text(*entry, problems).value_or("") : "";
}

std::optional<bool> read_boolean(const Entry& entry, Diagnostics& problems) {
  if (entry.node->kind == Kind::boolean) return entry.node->boolean;
  const std::string& text = entry.node->text;
  std::string hint;
  if (text == "yes" || text == "on" || text == "Yes" || text == "True") hint = "write true";
  if (text == "no" || text == "off" || text == "No" || text == "False") hint = "write false";
  expected("true or false", entry, problems, std::move(hint));
  return std::nullopt;
}

std::optional<int> read_number(const Entry& entry, Diagnostics& problems) {
  if (entry.node->kind != Kind::integer) {
    expected("a whole number", entry, problems);
    return std::nullopt;
  }
  const long long number = entry.node->integer;
  if (number < -most_number || number > most_number) {
    report(Code::wrong_value, entry, fmt::format("the number {} is too large", entry.node->text), problems);
    return std::nullopt;
  }
  return static_cast<int>(number);
}

std::optional<std::string> read_key_id(const Entry& entry, Diagnostics& problems) {
  if (!check_id(entry.key, entry.named, entry.path, problems)) return std::nullopt;
  return entry.key;
}

std::optional<std::string> read_id(const Entry& entry, Diagnostics& problems) {
  auto text = read_text(entry, problems);
  if (!text || !check_id(*text, entry.node->at, entry.path, problems)) return std::nullopt;
  return text;
}

bool is_id(std::string_view text) {
  constexpr std::size_t most_id = 64;
  const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto is_allowed = [&](char c) { return is_lower(c) || (c >= '0' && c <= '9') || c == '_'; };
  return !text.empty() && text.size() <= most_id && is_lower(text[0]) &&
         std::all_of(text.begin(), text.end(), is_allowed) && text != "true" && text != "false" && text != "null";
}

}  // namespace socrates::loader
