// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstdint>

#include "socrates/engine/compiled_rules.hpp"
#include "socrates/engine/effort.hpp"
#include "socrates/engine/number_table.hpp"
#include "socrates/engine/space.hpp"

namespace socrates::engine {

/// A set of leaves, as bits.
using Leaves = std::uint64_t;

/// The leaves of a function that is a condition.
inline constexpr Leaves no_bit = Leaves{1} << 0;
inline constexpr Leaves yes_bit = Leaves{1} << 1;
inline constexpr Leaves impossible_bit = Leaves{1} << impossible_leaf;

/// Where one value is allowed, a function is what it is below that value: with complete answers, a leaf.
inline Function past_known(const DiagramView& diagram, const Allowed& allowed, Function f) {
  while (f >= leaf_limit) {
    const DiagramNode& node = diagram.nodes[f - leaf_limit];
    const std::uint64_t values = allowed[node.variable];  // never none
    if ((values & (values - 1)) != 0) return f;
    f = diagram.edges[node.first_edge + static_cast<std::size_t>(std::countr_zero(values))];
  }
  return f;
}

/// Which leaves the functions of a rule set reach under what is allowed, and nothing else of them: it builds nothing,
/// so that the verdicts on well-known answers cost about as many steps as there are questions. All questions about one
/// set of answers should go to one of it. What takes more than its limits throws TooMuchWork. The rules, what is
/// allowed and the effort must outlive it.
class Reach {
 public:
  Reach(const CompiledRules& compiled, const Allowed& allowed, Effort& effort)
      : diagram_(compiled.diagram), allowed_(allowed), effort_(effort) {}

  /// `impossible_bit` among them where some completion contradicts itself.
  Leaves of(Function f);

  [[nodiscard]] const Allowed& allowed() const { return allowed_; }

 private:
  const DiagramView& diagram_;
  const Allowed& allowed_;
  Effort& effort_;
  NumberTable<Function, Leaves> leaves_;  ///< by function that has several ways on
};

}  // namespace socrates::engine
