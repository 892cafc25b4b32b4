// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "socrates/engine/compiled_rules.hpp"
#include "socrates/engine/diagram_builder.hpp"

namespace socrates::engine {

/// A set of leaves, as bits.
using Leaves = std::uint64_t;

/// The leaves of a function that is a condition.
inline constexpr Leaves no_bit = Leaves{1} << 0;
inline constexpr Leaves yes_bit = Leaves{1} << 1;
inline constexpr Leaves impossible_bit = Leaves{1} << impossible_leaf;

/// Walks the functions of a rule set under what is allowed, and remembers what it has seen: all questions about one
/// set of answers should go to one walk. The rules must outlive it.
class Walk {
 public:
  Walk(const CompiledRules& compiled, Allowed allowed);

  /// The leaves that can be reached; `impossible_bit` among them where some completion contradicts itself.
  Leaves reachable(Function f);

  /// Two possible completions that differ in no other question give `f` different leaves (design: `depends_on`).
  bool matters(std::size_t question, Function f);

  /// Two possible completions that differ in no other variable give `f` different leaves, where this variable has the
  /// value a in one and b in the other.
  bool tells_apart(std::size_t variable, std::size_t a, std::size_t b, Function f);

  [[nodiscard]] const Allowed& allowed() const { return allowed_; }

 private:
  Function restricted(Function f);
  Leaves leaves_of(Function r);
  bool matters_below(Function r, std::uint32_t first, std::uint32_t end);
  /// The functions in which the variables before `end` can be left.
  [[nodiscard]] std::vector<Function> exits_of(Function r, std::uint32_t end) const;
  bool can_differ(Function a, Function b);
  bool look_for_difference(Function a, Function b);

  const CompiledRules* compiled_;
  Allowed allowed_;
  DiagramBuilder restricted_;                           ///< the functions under what is allowed
  std::unordered_map<Function, Function> images_;       ///< by function: the same under what is allowed
  std::unordered_map<Function, Leaves> leaves_;         ///< by restricted function
  std::unordered_set<Function> visited_;                ///< restricted functions that the present search came by
  std::unordered_map<std::uint64_t, bool> can_differ_;  ///< by pair of restricted functions
};

/// Some completion of what is allowed does not contradict itself.
bool are_possible(const CompiledRules& compiled, const Allowed& allowed);

}  // namespace socrates::engine
