// SPDX-License-Identifier: Apache-2.0
#include "loader/text/tree_builder.hpp"

#include <fmt/format.h>

#include <utility>

#include "socrates/base/codes.hpp"

namespace socrates::loader {

bool TreeBuilder::begin(Node::Kind kind, base::Span at) {
  if (open_.size() >= most_depth) {
    report(base::Code::too_deep, at, fmt::format("nested deeper than the {} levels allowed", most_depth));
    return false;
  }
  if (++values_ > most_values) {
    report(base::Code::too_many_values, at, fmt::format("more than the {} values allowed", most_values));
    return false;
  }
  Frame frame;
  frame.node.kind = kind;
  frame.node.at = at;
  open_.push_back(std::move(frame));
  return true;
}

void TreeBuilder::end() {
  Node node = std::move(open_.back().node);
  open_.pop_back();
  attach(std::move(node));
}

void TreeBuilder::key(std::string text, base::Span at) {
  Frame& frame = open_.back();
  if (frame.node.at.length == 0) frame.node.at = at;
  if (text.size() > most_string) {
    report(base::Code::string_too_long, at, fmt::format("a key longer than {} bytes", most_string));
  } else if (!frame.keys.insert(text).second) {
    at.source = &source_;
    problems_.add(base::Code::duplicate_key, at, fmt::format("the key '{}' appears twice", shortened(text)), path());
    frame.is_repeated = true;
  }
  frame.key = std::move(text);
  frame.key_at = at;
}

bool TreeBuilder::scalar(Node node) {
  if (++values_ > most_values) {
    report(base::Code::too_many_values, node.at, fmt::format("more than the {} values allowed", most_values));
    return false;
  }
  if (node.text.size() > most_string) {
    report(base::Code::string_too_long, node.at, fmt::format("a text longer than {} bytes", most_string));
  }
  attach(std::move(node));
  return true;
}

void TreeBuilder::attach(Node node) {
  if (open_.empty()) {
    root_ = std::move(node);
    return;
  }
  Frame& frame = open_.back();
  if (frame.node.kind == Node::Kind::sequence) {
    frame.node.items.push_back(std::move(node));
    return;
  }
  if (!frame.is_repeated) frame.node.members.push_back({std::move(*frame.key), frame.key_at, std::move(node)});
  frame.is_repeated = false;
  frame.key.reset();
}

void TreeBuilder::report(base::Code code, base::Span at, std::string message, std::string hint) {
  if (base::entry(code).severity == base::Severity::error) has_problem_ = true;
  at.source = &source_;
  problems_.add(code, at, std::move(message), path(), std::move(hint));
}

bool TreeBuilder::expects_key() const {
  return !open_.empty() && open_.back().node.kind == Node::Kind::mapping && !open_.back().key;
}

base::Span TreeBuilder::key_place() const {
  if (open_.empty() || !open_.back().key) return {};
  return open_.back().key_at;
}

std::string TreeBuilder::path() const {
  std::string result;
  for (const Frame& frame : open_) {
    if (frame.node.kind == Node::Kind::sequence) {
      result += fmt::format("[{}]", frame.node.items.size());
    } else if (frame.key) {
      result += (result.empty() ? "" : ".") + shortened(*frame.key);
    }
  }
  return result;
}

std::optional<Node> TreeBuilder::take() {
  if (has_problem_) return std::nullopt;
  return std::exchange(root_, std::nullopt);
}

}  // namespace socrates::loader
