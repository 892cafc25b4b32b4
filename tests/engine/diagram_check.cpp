// SPDX-License-Identifier: Apache-2.0
#include "diagram_check.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace socrates::tests {
namespace {

using engine::Function;

std::vector<Function> children_of(const engine::DiagramView& diagram, Function f) {
  std::vector<Function> children;
  for (std::size_t value = 0; value < diagram.arity[engine::variable_of(diagram, f)]; ++value)
    children.push_back(engine::child_of(diagram, f, value));
  return children;
}

std::vector<Function> roots_of(const engine::Roots& roots) {
  std::vector<Function> all{roots.possible};
  const auto add = [&](const std::vector<Function>& more) { all.insert(all.end(), more.begin(), more.end()); };
  add(roots.contradictions);
  add(roots.notes);
  for (const auto& decision : roots.decisions) {
    add(decision.values);
    add(decision.rules);
  }
  return all;
}

}  // namespace

std::string defects(const engine::DiagramView& diagram) {
  std::string found;
  std::set<std::pair<std::uint32_t, std::vector<Function>>> seen;
  for (std::size_t i = 0; i < diagram.nodes.size(); ++i) {
    const auto f = static_cast<Function>(i + engine::leaf_limit);
    const std::uint32_t variable = engine::variable_of(diagram, f);
    const auto children = children_of(diagram, f);
    const std::string name = "node " + std::to_string(f);
    if (std::adjacent_find(children.begin(), children.end(), std::not_equal_to<>()) == children.end())
      found += name + " has equal children; ";
    if (!seen.emplace(variable, children).second) found += name + " has a double; ";
    for (const Function child : children)
      if (engine::variable_of(diagram, child) <= variable) found += name + " has a child that asks too early; ";
  }
  return found;
}

std::size_t count_reached(const engine::CompiledRules& compiled) {
  std::set<Function> reached;
  std::vector<Function> waiting = roots_of(compiled.roots);
  while (!waiting.empty()) {
    const Function f = waiting.back();
    waiting.pop_back();
    if (f < engine::leaf_limit || !reached.insert(f).second) continue;
    for (const Function child : children_of(compiled.diagram, f)) waiting.push_back(child);
  }
  return reached.size();
}

Function leaf_of(const engine::DiagramView& diagram, Function f, const std::vector<std::size_t>& values) {
  while (f >= engine::leaf_limit) f = engine::child_of(diagram, f, values[engine::variable_of(diagram, f)]);
  return f;
}

}  // namespace socrates::tests
