// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>

#include "socrates/loader/node.hpp"

namespace socrates::loader {

// Nodes for what stands in a cell, as a file with the same content would have them.

inline Node text_node(std::string text, base::Span at) {
  Node node;
  node.kind = Node::Kind::string;
  node.text = std::move(text);
  node.at = at;
  return node;
}

inline Node list_node(base::Span at) {
  Node node;
  node.kind = Node::Kind::sequence;
  node.at = at;
  return node;
}

inline Node object_node(base::Span at) {
  Node node;
  node.kind = Node::Kind::mapping;
  node.at = at;
  return node;
}

inline void add_member(Node& object, std::string key, base::Span key_at, Node value) {
  object.members.push_back({std::move(key), key_at, std::move(value)});
}

}  // namespace socrates::loader
