// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "socrates/engine/diagram.hpp"
#include "socrates/engine/space.hpp"
#include "socrates/model/rule_set.hpp"

namespace socrates::engine {

/// The functions of one decision; every one ends in impossible_leaf where the answers contradict each other.
struct DecisionRoots {
  std::vector<Function>
      values;  ///< a level or choice: one function, its leaf the value; a set: one a value, leaf 0 or 1
  std::vector<Function> rules;  ///< by rule: leaf 1 where it applies
  bool operator==(const DecisionRoots&) const = default;
};

struct Roots {
  Function possible = 0;  ///< 1 where the answers do not contradict each other, else impossible_leaf
  std::vector<Function>
      contradictions;  ///< by `impossible` clause: leaf 1 where it holds; these alone know no impossible_leaf
  std::vector<DecisionRoots> decisions;
  std::vector<Function> notes;  ///< leaf 1 where the note applies
  bool operator==(const Roots&) const = default;
};

/// A rule set and its functions, ready to answer any question about it. What `diagram` points to is owned here, or is
/// built into the program; a copy would point to the original, so there is none.
struct CompiledRules {
  CompiledRules() = default;
  CompiledRules(CompiledRules&&) = default;
  CompiledRules& operator=(CompiledRules&&) = default;
  CompiledRules(const CompiledRules&) = delete;
  CompiledRules& operator=(const CompiledRules&) = delete;
  ~CompiledRules() = default;

  model::RuleSet rules;
  Space space;
  Roots roots;
  DiagramView diagram;
  std::vector<DiagramNode> owned_nodes;
  std::vector<Function> owned_edges;
};

}  // namespace socrates::engine
