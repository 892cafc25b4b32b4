// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "socrates/engine/compiled_rules.hpp"

namespace socrates::engine {

/// A set of leaves, as bits.
using Leaves = std::uint64_t;

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

  [[nodiscard]] const Allowed& allowed() const { return allowed_; }

 private:
  bool matters_below(Function f, std::uint32_t first, std::uint32_t end);
  /// The functions in which the variables before `end` can be left.
  [[nodiscard]] std::vector<Function> exits_of(Function f, std::uint32_t end) const;
  bool can_differ(Function a, Function b);
  bool look_for_difference(Function a, Function b);
  [[nodiscard]] bool is_allowed(std::uint32_t variable, std::size_t value) const {
    return ((allowed_[variable] >> value) & 1U) != 0;
  }

  const CompiledRules* compiled_;
  Allowed allowed_;
  std::vector<Leaves> reachable_;       ///< by node; 0: not yet walked
  std::vector<std::uint32_t> visited_;  ///< by node: the last search that came by
  std::uint32_t search_ = 0;
  std::unordered_map<std::uint64_t, bool> can_differ_;  ///< by pair of functions
};

}  // namespace socrates::engine
