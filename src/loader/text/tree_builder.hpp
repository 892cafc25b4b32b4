// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "socrates/base/diagnostic.hpp"
#include "socrates/loader/node.hpp"

namespace socrates::loader {

/// Builds a node from the events of a parser and keeps the limits. A function that returns false has reported a problem
/// past which reading makes no sense: the parser must be stopped.
class TreeBuilder {
 public:
  TreeBuilder(const base::Source& source, base::Diagnostics& problems) : source_(source), problems_(problems) {}

  /// A sequence or mapping begins.
  [[nodiscard]] bool begin(Node::Kind kind, base::Span at);
  /// The innermost sequence or mapping ends.
  void end();
  void key(std::string text, base::Span at);
  [[nodiscard]] bool scalar(Node node);

  /// Reports a problem, with the way to the value that is being read.
  void report(base::Code code, base::Span at, std::string message, std::string hint = {});

  /// The next thing read is a key.
  [[nodiscard]] bool expects_key() const;
  /// The key whose value is to come; no place outside mappings.
  [[nodiscard]] base::Span key_place() const;
  /// Nothing was read, and nothing was wrong.
  [[nodiscard]] bool is_empty() const { return values_ == 0 && !has_problem_; }
  /// Everything that was begun has ended.
  [[nodiscard]] bool is_closed() const { return open_.empty(); }
  [[nodiscard]] std::string path() const;

  /// What was built, or nothing when there was a problem other than a repeated key, whose first value stands.
  std::optional<Node> take();

 private:
  struct Frame {
    Node node;
    std::optional<std::string> key;
    base::Span key_at;
    std::set<std::string> keys;
    bool is_repeated = false;  ///< the key stands earlier in the mapping; its value is read and dropped
  };

  void attach(Node node);

  const base::Source& source_;
  base::Diagnostics& problems_;
  std::vector<Frame> open_;
  std::optional<Node> root_;
  std::size_t values_ = 0;
  bool has_problem_ = false;
};

}  // namespace socrates::loader
