// SPDX-License-Identifier: Apache-2.0
#include "socrates/engine/walk.hpp"

// When does a question matter? When two possible completions of the answers agree on every other question and give
// different outcomes. The variables of a question are adjacent in the diagram, so such a pair is easy to follow: it
// goes one way down to the first variable of the question, there it may part, and below the last one both go the same
// way again. So: come to the question on every way, collect the functions in which its block can be left, and ask of
// each two of them whether some further way leads them to different leaves, none of them the impossible one.
//
// Example: `both` = a and b. With b open, a matters: its block is left in the functions `b` and `0`, and b = 1 tells
// them apart. With b = 0 it does not: no allowed way does.
//
// Rejected: quantifying the question away and comparing (makes new nodes at every turn of an interview), and asking
// whether the question's variables occur at all (too many: an occurrence can be masked by what is impossible).

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace socrates::engine {

Walk::Walk(const CompiledRules& compiled, Allowed allowed)
    : compiled_(&compiled),
      allowed_(std::move(allowed)),
      reachable_(compiled.diagram.nodes.size(), 0),
      visited_(compiled.diagram.nodes.size(), 0) {}

Leaves Walk::reachable(Function f) {
  if (f < leaf_limit) return Leaves{1} << f;
  Leaves& known = reachable_[f - leaf_limit];
  if (known != 0) return known;
  const DiagramView& diagram = compiled_->diagram;
  const std::uint32_t variable = variable_of(diagram, f);
  Leaves leaves = 0;
  for (std::size_t value = 0; value < diagram.arity[variable]; ++value)
    if (is_allowed(variable, value)) leaves |= reachable(child_of(diagram, f, value));
  known = leaves;
  return leaves;
}

bool Walk::matters(std::size_t question, Function f) {
  const Leaves outcomes = reachable(f) & ~impossible_bit;
  if ((outcomes & (outcomes - 1)) == 0) return false;
  ++search_;
  const QuestionVariables& variables = compiled_->space.questions[question];
  const auto first = static_cast<std::uint32_t>(variables.first);
  return matters_below(f, first, first + static_cast<std::uint32_t>(variables.count));
}

bool Walk::matters_below(Function f, std::uint32_t first, std::uint32_t end) {
  const DiagramView& diagram = compiled_->diagram;
  const std::uint32_t variable = variable_of(diagram, f);
  if (variable >= end) return false;
  if (visited_[f - leaf_limit] == search_) return false;
  visited_[f - leaf_limit] = search_;
  if (variable >= first) {
    const std::vector<Function> exits = exits_of(f, end);
    for (std::size_t i = 0; i < exits.size(); ++i)
      for (std::size_t j = 0; j < i; ++j)
        if (can_differ(exits[i], exits[j])) return true;
    return false;
  }
  for (std::size_t value = 0; value < diagram.arity[variable]; ++value)
    if (is_allowed(variable, value) && matters_below(child_of(diagram, f, value), first, end)) return true;
  return false;
}

std::vector<Function> Walk::exits_of(Function f, std::uint32_t end) const {
  const DiagramView& diagram = compiled_->diagram;
  std::vector<Function> exits;
  std::vector<Function> waiting{f};
  std::unordered_set<Function> seen{f};
  while (!waiting.empty()) {
    const Function next = waiting.back();
    waiting.pop_back();
    const std::uint32_t variable = variable_of(diagram, next);
    if (variable >= end) {
      exits.push_back(next);
      continue;
    }
    for (std::size_t value = 0; value < diagram.arity[variable]; ++value) {
      const Function child = child_of(diagram, next, value);
      if (is_allowed(variable, value) && seen.insert(child).second) waiting.push_back(child);
    }
  }
  return exits;
}

bool Walk::can_differ(Function a, Function b) {
  if (a == b) return false;
  const Leaves left = reachable(a);
  const Leaves right = reachable(b);
  const Leaves outcomes = (left | right) & ~impossible_bit;
  if ((left & ~impossible_bit) == 0 || (right & ~impossible_bit) == 0) return false;
  if ((outcomes & (outcomes - 1)) == 0) return false;
  if ((left & right) == 0 && ((left | right) & impossible_bit) == 0) return true;
  const std::uint64_t key = (std::uint64_t{std::max(a, b)} << 32U) | std::min(a, b);
  if (const auto known = can_differ_.find(key); known != can_differ_.end()) return known->second;
  const bool result = look_for_difference(a, b);
  can_differ_.emplace(key, result);
  return result;
}

bool Walk::look_for_difference(Function a, Function b) {
  const DiagramView& diagram = compiled_->diagram;
  const std::uint32_t at_a = variable_of(diagram, a);
  const std::uint32_t at_b = variable_of(diagram, b);
  const std::uint32_t variable = std::min(at_a, at_b);
  for (std::size_t value = 0; value < diagram.arity[variable]; ++value) {
    if (!is_allowed(variable, value)) continue;
    const Function next_a = at_a == variable ? child_of(diagram, a, value) : a;
    const Function next_b = at_b == variable ? child_of(diagram, b, value) : b;
    if (can_differ(next_a, next_b)) return true;
  }
  return false;
}

}  // namespace socrates::engine
