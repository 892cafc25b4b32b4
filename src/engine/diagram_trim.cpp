// SPDX-License-Identifier: Apache-2.0
#include "engine/diagram_trim.hpp"

#include <vector>

namespace socrates::engine {
namespace {

class Trim {
 public:
  Trim(const DiagramView& from, CompiledRules& to) : from_(from), to_(to), moved_(from.nodes.size(), 0) {}

  void move(Function& root) { root = moved(root); }
  void move(std::vector<Function>& roots) {
    for (Function& root : roots) move(root);
  }

 private:
  Function moved(Function f) {
    if (f < leaf_limit) return f;
    if (moved_[f - leaf_limit] != 0) return moved_[f - leaf_limit];
    const std::uint32_t variable = variable_of(from_, f);
    std::vector<Function> children;
    for (std::size_t value = 0; value < from_.arity[variable]; ++value)
      children.push_back(moved(child_of(from_, f, value)));
    const auto number = static_cast<Function>(to_.owned_nodes.size() + leaf_limit);
    to_.owned_nodes.push_back({variable, static_cast<std::uint32_t>(to_.owned_edges.size())});
    to_.owned_edges.insert(to_.owned_edges.end(), children.begin(), children.end());
    moved_[f - leaf_limit] = number;
    return number;
  }

  const DiagramView& from_;
  CompiledRules& to_;
  std::vector<Function> moved_;  ///< by old node; 0: not yet moved
};

}  // namespace

void trim(const DiagramView& from, CompiledRules& compiled) {
  Trim trim(from, compiled);
  trim.move(compiled.roots.possible);
  trim.move(compiled.roots.contradictions);
  for (DecisionRoots& decision : compiled.roots.decisions) {
    trim.move(decision.values);
    trim.move(decision.rules);
  }
  trim.move(compiled.roots.notes);
  compiled.diagram = {compiled.owned_nodes, compiled.owned_edges, compiled.space.arity};
}

}  // namespace socrates::engine
