// SPDX-License-Identifier: Apache-2.0
#include "part.hpp"

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

void expected(std::string_view what, const Part& part, Diagnostics& problems, std::string hint = {}) {
  report(Code::wrong_value, part, fmt::format("expected {}, found {}", what, describe(*part.node)), problems,
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

Part root_part(const Node& node) { return {&node, node.at, {}, {}}; }

Part member_part(const Part& mapping, const Node::Member& member) {
  const std::string path = mapping.path.empty() ? shortened(member.key) : mapping.path + "." + shortened(member.key);
  return {&member.value, member.key_at, path, member.key};
}

std::vector<Part> members_of(const Part& mapping) {
  std::vector<Part> parts;
  for (const Node::Member& member : mapping.node->members) parts.push_back(member_part(mapping, member));
  return parts;
}

std::vector<Part> items_of(const Part& sequence) {
  std::vector<Part> parts;
  for (const Node& item : sequence.node->items) {
    parts.push_back({&item, item.at, fmt::format("{}[{}]", sequence.path, parts.size()), {}});
  }
  return parts;
}

std::optional<Part> find(const Part& mapping, std::string_view key) {
  const Node::Member* member = find_member(*mapping.node, key);
  if (member == nullptr) return std::nullopt;
  return member_part(mapping, *member);
}

void report(Code code, const Part& part, std::string message, Diagnostics& problems, std::string hint) {
  problems.add(code, part.node->at, std::move(message), part.path, std::move(hint));
}

void report_key(Code code, const Part& part, std::string message, Diagnostics& problems, std::string hint) {
  problems.add(code, part.named, std::move(message), part.path, std::move(hint));
}

bool expect_mapping(const Part& part, std::string_view what, Diagnostics& problems) {
  if (part.node->kind == Kind::mapping) return true;
  expected(what, part, problems);
  return false;
}

bool is_empty_list(const Part& part) { return part.node->kind == Kind::sequence && part.node->items.empty(); }

bool expect_list(const Part& part, std::string_view what, Diagnostics& problems) {
  if (is_empty_list(part)) {
    report(Code::wrong_value, part, fmt::format("expected {}, found an empty list", what), problems);
    return false;
  }
  if (part.node->kind == Kind::sequence) return true;
  expected(what, part, problems);
  return false;
}

bool expect_keys(const Part& mapping, std::initializer_list<std::string_view> keys, Diagnostics& problems) {
  bool closed = true;
  for (const Node::Member& member : mapping.node->members) {
    if (std::find(keys.begin(), keys.end(), member.key) != keys.end()) continue;
    report_key(Code::unknown_key, member_part(mapping, member), fmt::format("unknown key '{}'", shortened(member.key)),
               problems, base::suggestion(member.key, {keys.begin(), keys.end()}));
    closed = false;
  }
  return closed;
}

std::optional<Part> require(const Part& mapping, std::string_view key, Diagnostics& problems) {
  auto part = find(mapping, key);
  if (!part) report_key(Code::missing_key, mapping, fmt::format("the key '{}' is missing", key), problems);
  return part;
}

std::optional<std::string> read_text(const Part& part, Diagnostics& problems) {
  const bool is_scalar = part.node->kind != Kind::sequence && part.node->kind != Kind::mapping;
  if (part.node->kind == Kind::string && !part.node->text.empty()) return part.node->text;
  const bool needs_quotes = is_scalar && part.node->kind != Kind::null && part.node->kind != Kind::string;
  expected("a text", part, problems, needs_quotes ? "put the text in quotes" : "");
  return std::nullopt;
}

std::string require_text(const Part& mapping, std::string_view key, Diagnostics& problems) {
  const auto part = require(mapping, key, problems);
  return part ? read_text(*part, problems).value_or("") : "";
}

std::string optional_text(const Part& mapping, std::string_view key, Diagnostics& problems) {
  const auto part = find(mapping, key);
  return part ? read_text(*part, problems).value_or("") : "";
}

std::optional<bool> read_boolean(const Part& part, Diagnostics& problems) {
  if (part.node->kind == Kind::boolean) return part.node->boolean;
  const std::string& text = part.node->text;
  std::string hint;
  if (text == "yes" || text == "on" || text == "Yes" || text == "True") hint = "write true";
  if (text == "no" || text == "off" || text == "No" || text == "False") hint = "write false";
  expected("true or false", part, problems, std::move(hint));
  return std::nullopt;
}

std::optional<int> read_number(const Part& part, Diagnostics& problems) {
  if (part.node->kind != Kind::integer) {
    expected("a whole number", part, problems);
    return std::nullopt;
  }
  const long long number = part.node->integer;
  if (number < -most_number || number > most_number) {
    report(Code::wrong_value, part, fmt::format("the number {} is too large", part.node->text), problems);
    return std::nullopt;
  }
  return static_cast<int>(number);
}

std::optional<std::string> read_key_id(const Part& part, Diagnostics& problems) {
  if (!check_id(part.key, part.named, part.path, problems)) return std::nullopt;
  return part.key;
}

std::optional<std::string> read_id(const Part& part, Diagnostics& problems) {
  auto text = read_text(part, problems);
  if (!text || !check_id(*text, part.node->at, part.path, problems)) return std::nullopt;
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
