// SPDX-License-Identifier: Apache-2.0
#include <bit>

#include "engine/lane_tables.hpp"
#include "socrates/engine/effort.hpp"

namespace socrates::engine {
namespace {

std::uint64_t bit(Function leaf) { return std::uint64_t{1} << leaf; }

Word lower_leaves(std::uint64_t leaves, Function leaf) {
  return static_cast<Word>(std::popcount(leaves & (bit(leaf) - 1)));
}

}  // namespace

Word LaneDiagram::word_of(Function f, Function leaf) const {
  if (f < leaf_limit) return f == leaf ? ones : zeros;
  const std::size_t node = f - leaf_limit;
  return (leaves[node] & bit(leaf)) == 0 ? zeros : first_word[node] + lower_leaves(leaves[node], leaf);
}

LaneDiagram make_lane_diagram(const CompiledRules& compiled, const std::vector<Word>& planes) {
  Effort effort;
  const DiagramView& diagram = compiled.diagram;
  LaneDiagram result;
  // Children stand before their parents, so that one pass from the first node to the last sees a child finished.
  for (std::size_t node = 0; node < diagram.nodes.size(); ++node) {
    const auto f = static_cast<Function>(node + leaf_limit);
    const std::uint32_t variable = diagram.nodes[node].variable;
    std::uint64_t leaves = 0;
    for (std::size_t value = 0; value < diagram.arity[variable]; ++value) {
      const Function child = child_of(diagram, f, value);
      leaves |= child < leaf_limit ? bit(child) : result.leaves[child - leaf_limit];
    }
    leaves &= ~bit(impossible_leaf);
    result.leaves.push_back(leaves);
    result.first_word.push_back(first_plane + static_cast<Word>(result.ends.size()));
    effort.take_steps(diagram.arity[variable] * (1 + static_cast<std::size_t>(std::popcount(leaves))));
    for (std::uint64_t left = leaves; left != 0; left &= left - 1) {
      const auto leaf = static_cast<Function>(std::countr_zero(left));
      for (std::size_t value = 0; value < diagram.arity[variable]; ++value) {
        const Word child = result.word_of(child_of(diagram, f, value), leaf);
        if (child != zeros) result.ways.push_back({planes[variable] + static_cast<Word>(value), child});
      }
      result.ends.push_back(static_cast<std::uint32_t>(result.ways.size()));
    }
  }
  return result;
}

}  // namespace socrates::engine
