// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "socrates/base/source.hpp"
#include "socrates/model/anything.hpp"

namespace socrates::loader {

/// What both readers, YAML and JSON, make of a text: one tree with the place of every key and value.
struct Node {
  enum class Kind { null, boolean, integer, other_number, string, sequence, mapping };

  Kind kind = Kind::null;
  bool boolean = false;
  long long integer = 0;
  std::string text;  ///< of a scalar, as it was meant (escapes and folding resolved); of a number, as written
  base::Span at;

  struct Member;
  std::vector<Node> items;      ///< of a sequence
  std::vector<Member> members;  ///< of a mapping, in the order of the text, keys unique
};

struct Node::Member {
  std::string key;
  base::Span key_at;
  Node value;
};

/// Limits on what a stranger may hand in; each has a diagnostic of its own.
inline constexpr std::size_t most_bytes = std::size_t{4} * 1024 * 1024;
inline constexpr std::size_t most_depth = 64;
inline constexpr std::size_t most_values = 100'000;
inline constexpr std::size_t most_string = 16 * 1024;
/// Of a YAML line: yaml-cpp's time grows with the square of what stands on one line.
inline constexpr std::size_t most_line = 4 * 1024;

/// The member of that key, or null.
const Node::Member* find_member(const Node& mapping, std::string_view key);

/// The same without its places.
model::Anything anything_of(const Node& node);

/// A readable form of a node in one line, for tests: `{a: 1, b: [true, "x"], c: null}`.
std::string dump(const Node& node);

/// At most 60 bytes of a text, cut between characters and marked with `...`: for messages and paths.
std::string shortened(std::string_view text);

/// `a mapping`, `the text 'abc'`, `the number 12`, ...: how messages name what stands there.
std::string describe(const Node& node);

}  // namespace socrates::loader
