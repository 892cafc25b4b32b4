// SPDX-License-Identifier: Apache-2.0
#include "socrates/loader/node.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace socrates::loader {

namespace {

constexpr std::size_t most_quoted = 60;

std::string in_quotes(std::string_view text) {
  std::string result = "\"";
  for (const char letter : text) {
    if (letter == '"' || letter == '\\') {
      result += '\\';
      result += letter;
    } else if (static_cast<unsigned char>(letter) < 0x20) {
      result += fmt::format("\\u{:04x}", static_cast<unsigned>(letter));
    } else {
      result += letter;
    }
  }
  return result + '"';
}

bool is_word(std::string_view text) {
  const auto is_plain = [](char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') ||
           letter == '_';
  };
  return !text.empty() && std::all_of(text.begin(), text.end(), is_plain);
}

std::string dump_items(const Node& node) {
  std::string result;
  for (const Node& item : node.items) result += (result.empty() ? "" : ", ") + dump(item);
  return "[" + result + "]";
}

std::string dump_members(const Node& node) {
  std::string result;
  for (const Node::Member& member : node.members) {
    result += (result.empty() ? "" : ", ") + (is_word(member.key) ? member.key : in_quotes(member.key)) + ": " +
              dump(member.value);
  }
  return "{" + result + "}";
}

}  // namespace

const Node::Member* find_member(const Node& mapping, std::string_view key) {
  const auto found = std::find_if(mapping.members.begin(), mapping.members.end(),
                                  [&](const Node::Member& member) { return member.key == key; });
  return found == mapping.members.end() ? nullptr : &*found;
}

std::string shortened(std::string_view text) {
  if (text.size() <= most_quoted) return std::string(text);
  std::size_t end = most_quoted;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return std::string(text.substr(0, end)) + "...";
}

std::string dump(const Node& node) {
  switch (node.kind) {
    case Node::Kind::null:
      return "null";
    case Node::Kind::boolean:
      return node.boolean ? "true" : "false";
    case Node::Kind::integer:
    case Node::Kind::other_number:
      return node.text;
    case Node::Kind::string:
      return in_quotes(node.text);
    case Node::Kind::sequence:
      return dump_items(node);
    case Node::Kind::mapping:
      return dump_members(node);
  }
  return {};
}

std::string describe(const Node& node) {
  switch (node.kind) {
    case Node::Kind::null:
      return "nothing";
    case Node::Kind::boolean:
      return node.boolean ? "true" : "false";
    case Node::Kind::integer:
    case Node::Kind::other_number:
      return fmt::format("the number {}", shortened(node.text));
    case Node::Kind::string:
      return node.text.empty() ? "an empty text" : fmt::format("the text '{}'", shortened(node.text));
    case Node::Kind::sequence:
      return "a list";
    case Node::Kind::mapping:
      return "a mapping";
  }
  return {};
}

model::Anything anything_of(const Node& node) {
  using Kind = model::Anything::Kind;
  model::Anything value;
  switch (node.kind) {
    case Node::Kind::null:
      break;
    case Node::Kind::boolean:
      value.kind = Kind::boolean;
      value.yes = node.boolean;
      break;
    case Node::Kind::integer:
    case Node::Kind::other_number:
      value.kind = Kind::number;
      value.text = node.text;
      break;
    case Node::Kind::string:
      value.kind = Kind::text;
      value.text = node.text;
      break;
    case Node::Kind::sequence:
      value.kind = Kind::list;
      for (const Node& item : node.items) value.items.push_back(anything_of(item));
      break;
    case Node::Kind::mapping:
      value.kind = Kind::object;
      for (const Node::Member& member : node.members) value.members.emplace_back(member.key, anything_of(member.value));
      break;
  }
  return value;
}

}  // namespace socrates::loader
