// SPDX-License-Identifier: Apache-2.0
#pragma once

// The idea. A rule set is a function from the answers to its outcomes, and the answers are a finite space. A reduced,
// ordered decision diagram with shared nodes is a form of such a function in which equal functions are the same node,
// so that "is this rule ever true?", "can these two clash?", "which outcomes are left?" are walks and not searches.
//
// Two things differ from the textbook. Variables have as many values as their question has options (a number: as its
// intervals), and leaves are numbers, the outcome itself, so that one diagram a decision is enough. And every finished
// function is joined with what is possible: answers that contradict each other end in a leaf of their own, the
// impossible one. Then "possible completion" needs no second diagram anywhere: it is any way that ends elsewhere.
//
// Example: the question kind {a, b, c} and the rule "x where kind is a or b" make one node with the edges 1, 1, 0.
//
// Rejected: one yes/no diagram for each value of a decision (three times the walks, and two walks to see a
// difference); binary encodings of choices (codes without a meaning need a constraint of their own); a solver (counting
// and "for all" are what it is worst at).

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace socrates::engine {

/// A function of the variables, as the number of a node. Numbers below `leaf_limit` are leaves: the value itself.
using Function = std::uint32_t;

inline constexpr Function leaf_limit = 64;

/// The leaf of answers that contradict each other.
inline constexpr Function impossible_leaf = 63;

/// One node: the variable it asks and where the edge to its first child stands. The children follow, one for each value
/// of the variable.
struct DiagramNode {
  std::uint32_t variable = 0;
  std::uint32_t first_edge = 0;
  bool operator==(const DiagramNode&) const = default;
};

/// A finished diagram, to be read only: what the program walks, whether it was built just now or when the program was.
/// Node `f` stands at `nodes[f - leaf_limit]`.
struct DiagramView {
  std::span<const DiagramNode> nodes;
  std::span<const Function> edges;
  std::span<const std::uint8_t> arity;  ///< by variable: how many values it has, 1 to 64
};

inline std::uint32_t variable_of(const DiagramView& diagram, Function f) {
  return f < leaf_limit ? static_cast<std::uint32_t>(diagram.arity.size()) : diagram.nodes[f - leaf_limit].variable;
}

inline Function child_of(const DiagramView& diagram, Function f, std::size_t value) {
  return diagram.edges[diagram.nodes[f - leaf_limit].first_edge + value];
}

}  // namespace socrates::engine
