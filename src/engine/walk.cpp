// SPDX-License-Identifier: Apache-2.0
#include "socrates/engine/walk.hpp"

// When does a question matter? When two possible completions of the answers agree on every other question and give
// different outcomes. The variables of a question are adjacent in the diagram, so such a pair is easy to follow: it
// goes one way down to the first variable of the question, there it may part, and below the last one both go the same
// way again. So: come to the question on every way, collect the functions in which its block can be left, and ask of
// each two of them whether some further way leads them to different leaves, none of them the impossible one. Whether
// they do is a matter of the node at which the way comes to the block, and not of the way, so one search goes by the
// blocks of all questions, and of all functions of a decision.
//
// Example: `both` = a and b. With b open, a matters: its block is left in the functions `b` and `0`, and b = 1 tells
// them apart. With b = 0 it does not: no allowed way does.
//
// First, though, every function is restricted: what is not allowed is left out, and what becomes equal becomes one node
// again. Without that the exits of a block would stay apart where the answers given have made them equal, and all pairs
// of them would have to be gone through to find that none differs.
//
// Rejected: quantifying the question away and comparing (makes new nodes at every turn of an interview), and asking
// whether the question's variables occur at all (too many: an occurrence can be masked by what is impossible).

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace socrates::engine {

namespace {

constexpr std::size_t values_of_a_variable = 64;  // at most: `Allowed` has a bit for each

/// What a pair that is kept counts for, beside the steps to it: it takes more room than a node.
constexpr std::size_t steps_of_pair = 8;

std::vector<std::uint32_t> questions_of(const Space& space) {
  std::vector<std::uint32_t> question_of(space.arity.size());
  for (std::size_t q = 0; q < space.questions.size(); ++q)
    for (std::size_t i = 0; i < space.questions[q].count; ++i)
      question_of[space.questions[q].first + i] = static_cast<std::uint32_t>(q);
  return question_of;
}

}  // namespace

Walk::Walk(const CompiledRules& compiled, Allowed allowed)
    : compiled_(&compiled),
      allowed_(std::move(allowed)),
      own_(std::in_place),
      effort_(*own_),
      restricted_(compiled.space.arity, effort_),
      question_of_(questions_of(compiled.space)) {}

Walk::Walk(const CompiledRules& compiled, Allowed allowed, Effort& effort)
    : compiled_(&compiled),
      allowed_(std::move(allowed)),
      effort_(effort),
      restricted_(compiled.space.arity, effort_),
      question_of_(questions_of(compiled.space)) {}

Function Walk::restricted(Function f) {
  const DiagramView& diagram = compiled_->diagram;
  f = past_known(diagram, allowed_, f);
  if (f < leaf_limit) return f;
  if (const Function* const known = images_.find(f)) return *known;
  const std::uint32_t variable = variable_of(diagram, f);
  std::array<Function, values_of_a_variable> space;
  const std::span<Function> children = std::span(space).first(diagram.arity[variable]);
  effort_.take_steps(children.size());
  Function some_allowed = 0;
  for (std::size_t value = 0; value < children.size(); ++value)
    if (((allowed_[variable] >> value) & 1U) != 0)
      some_allowed = children[value] = restricted(child_of(diagram, f, value));
  for (std::size_t value = 0; value < children.size(); ++value)
    if (((allowed_[variable] >> value) & 1U) == 0) children[value] = some_allowed;
  const Function image = restricted_.node(variable, children);
  if (image >= leaf_limit && image - leaf_limit == leaves_.size()) {
    Leaves leaves = 0;
    for (const Function child : children) leaves |= leaves_of(child);
    leaves_.push_back(leaves);
  }
  images_.add(f, image);
  return image;
}

Leaves Walk::reachable(Function f) { return leaves_of(restricted(f)); }

Leaves Walk::leaves_of(Function r) { return r < leaf_limit ? Leaves{1} << r : leaves_[r - leaf_limit]; }

bool Walk::is_open(Function r) {
  const Leaves outcomes = leaves_of(r) & ~impossible_bit;
  return (outcomes & (outcomes - 1)) != 0;
}

std::vector<Function> Walk::all_restricted(std::span<const Function> functions) {
  std::vector<Function> all;
  for (const Function f : functions) all.push_back(restricted(f));
  return all;
}

bool Walk::matters(std::size_t question, std::span<const Function> functions) {
  const std::vector<Function> roots = all_restricted(functions);
  visited_.begin(restricted_.size());
  const QuestionVariables& variables = compiled_->space.questions[question];
  const auto first = static_cast<std::uint32_t>(variables.first);
  const std::uint32_t end = first + static_cast<std::uint32_t>(variables.count);
  return std::any_of(roots.begin(), roots.end(), [&](Function r) { return matters_below(r, first, end); });
}

std::vector<bool> Walk::mattering(std::span<const Function> functions) {
  std::vector<bool> found(compiled_->space.questions.size(), false);
  const std::vector<Function> roots = all_restricted(functions);
  const DiagramView diagram = restricted_.view();
  visited_.begin(restricted_.size());
  entered_.begin(restricted_.size());
  std::vector<Function> waiting;
  const auto come_to = [&](Function r) {
    if (visited_.add(r)) waiting.push_back(r);
  };
  const auto enter = [&](Function r) {
    if (!is_open(r) || !entered_.add(r)) return;
    const std::uint32_t question = question_of_[variable_of(diagram, r)];
    if (!found[question]) found[question] = parts(r);
    come_to(r);
  };
  for (const Function r : roots) enter(r);
  while (!waiting.empty()) {
    const Function r = waiting.back();
    waiting.pop_back();
    const std::uint32_t variable = variable_of(diagram, r);
    effort_.take_steps(diagram.arity[variable]);
    for (std::size_t value = 0; value < diagram.arity[variable]; ++value) {
      const Function child = child_of(diagram, r, value);
      if (child < leaf_limit) continue;
      if (question_of_[variable_of(diagram, child)] == question_of_[variable])
        come_to(child);
      else
        enter(child);
    }
  }
  return found;
}

bool Walk::tells_apart(std::size_t variable, std::size_t a, std::size_t b, Function f) {
  std::vector<Function> waiting{restricted(f)};
  visited_.begin(restricted_.size());
  visited_.add(waiting.front());
  while (!waiting.empty()) {
    const Function next = waiting.back();
    waiting.pop_back();
    const DiagramView diagram = restricted_.view();
    const std::uint32_t at = variable_of(diagram, next);
    if (at > variable) continue;
    if (at == variable) {
      if (can_differ(child_of(diagram, next, a), child_of(diagram, next, b))) return true;
      continue;
    }
    effort_.take_steps(diagram.arity[at]);
    for (std::size_t value = 0; value < diagram.arity[at]; ++value)
      if (const Function child = child_of(diagram, next, value); visited_.add(child)) waiting.push_back(child);
  }
  return false;
}

bool Walk::matters_below(Function r, std::uint32_t first, std::uint32_t end) {
  if (!is_open(r)) return false;
  const DiagramView diagram = restricted_.view();
  const std::uint32_t variable = variable_of(diagram, r);
  if (variable >= end) return false;
  if (!visited_.add(r)) return false;
  if (variable >= first) return parts(r);
  effort_.take_steps(diagram.arity[variable]);
  for (std::size_t value = 0; value < diagram.arity[variable]; ++value)
    if (matters_below(child_of(diagram, r, value), first, end)) return true;
  return false;
}

bool Walk::parts(Function r) {
  if (const bool* const known = parts_.find(r)) return *known;
  const bool result = look_for_parting(r);
  parts_.add(r, result);
  return result;
}

bool Walk::look_for_parting(Function r) {
  const QuestionVariables& variables = compiled_->space.questions[question_of_[variable_of(restricted_.view(), r)]];
  const std::vector<Function> exits = exits_of(r, static_cast<std::uint32_t>(variables.first + variables.count));
  for (std::size_t i = 0; i < exits.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (can_differ(exits[i], exits[j])) return true;
  return false;
}

std::vector<Function> Walk::exits_of(Function r, std::uint32_t end) {
  const DiagramView diagram = restricted_.view();
  std::vector<Function> exits;
  std::vector<Function> waiting{r};
  left_.begin(restricted_.size());
  left_.add(r);
  while (!waiting.empty()) {
    const Function next = waiting.back();
    waiting.pop_back();
    const std::uint32_t variable = variable_of(diagram, next);
    if (variable >= end) {
      exits.push_back(next);
      continue;
    }
    effort_.take_steps(diagram.arity[variable]);
    for (std::size_t value = 0; value < diagram.arity[variable]; ++value)
      if (const Function child = child_of(diagram, next, value); left_.add(child)) waiting.push_back(child);
  }
  return exits;
}

bool Walk::can_differ(Function a, Function b) {
  effort_.take_steps(1);
  if (a == b) return false;
  const Leaves left = leaves_of(a);
  const Leaves right = leaves_of(b);
  const Leaves outcomes = (left | right) & ~impossible_bit;
  if ((left & ~impossible_bit) == 0 || (right & ~impossible_bit) == 0) return false;
  if ((outcomes & (outcomes - 1)) == 0) return false;
  // Different functions differ somewhere, and where nothing is impossible it is between outcomes.
  if (((left | right) & impossible_bit) == 0) return true;
  const std::uint64_t key = (std::uint64_t{std::max(a, b)} << 32U) | std::min(a, b);
  if (const bool* const known = can_differ_.find(key)) return *known;
  effort_.take_steps(steps_of_pair);
  const bool result = look_for_difference(a, b);
  can_differ_.add(key, result);
  return result;
}

bool Walk::look_for_difference(Function a, Function b) {
  const DiagramView diagram = restricted_.view();
  const std::uint32_t at_a = variable_of(diagram, a);
  const std::uint32_t at_b = variable_of(diagram, b);
  const std::uint32_t variable = std::min(at_a, at_b);
  for (std::size_t value = 0; value < diagram.arity[variable]; ++value) {
    const Function next_a = at_a == variable ? child_of(diagram, a, value) : a;
    const Function next_b = at_b == variable ? child_of(diagram, b, value) : b;
    if (can_differ(next_a, next_b)) return true;
  }
  return false;
}

bool are_possible(const CompiledRules& compiled, const Allowed& allowed) {
  Effort effort;
  return are_possible(compiled, allowed, effort);
}

bool are_possible(const CompiledRules& compiled, const Allowed& allowed, Effort& effort) {
  const DiagramView& diagram = compiled.diagram;
  NumberTable<Function, bool> seen;
  std::vector<Function> waiting{compiled.roots.possible};
  while (!waiting.empty()) {
    const Function f = past_known(diagram, allowed, waiting.back());
    waiting.pop_back();
    if (f == 1) return true;
    if (f < leaf_limit) continue;
    if (seen.find(f) != nullptr) continue;
    seen.add(f, true);
    const std::uint32_t variable = variable_of(diagram, f);
    effort.take_steps(diagram.arity[variable]);
    for (std::size_t value = 0; value < diagram.arity[variable]; ++value)
      if (((allowed[variable] >> value) & 1U) != 0) waiting.push_back(child_of(diagram, f, value));
  }
  return false;
}

}  // namespace socrates::engine
