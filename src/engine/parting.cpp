// SPDX-License-Identifier: Apache-2.0
#include "socrates/engine/parting.hpp"

// This follows the same pairs of ways as Walk::matters (see there), but does not stop at the first of them: `between`
// collects every leaf that can stand on one side of a difference, and for one of them the way is walked again to write
// the pair down. It walks the functions as they are: to restrict them first would join ways that are written down here.

#include <algorithm>
#include <utility>

namespace socrates::engine {
namespace {

/// What a function, or a pair of them, counts for: each is kept, and its values are listed.
constexpr std::size_t steps_of_place = 16;

}  // namespace

Parting::Parting(const CompiledRules& compiled, Allowed allowed, std::size_t question)
    : compiled_(&compiled),
      allowed_(std::move(allowed)),
      first_(static_cast<std::uint32_t>(compiled.space.questions[question].first)),
      end_(first_ + static_cast<std::uint32_t>(compiled.space.questions[question].count)) {}

Leaves Parting::of(Function f) {
  found_ = 0;
  found_first_.reset();
  seen_.clear();
  Path above;
  descend(f, above);
  return found_;
}

Parting::Pair Parting::pair() {
  Path below;
  const auto [one, other] = follow(found_first_->one, found_first_->other, below);
  return {completed(found_first_->one_block, below), completed(found_first_->other_block, below), one, other};
}

std::uint32_t Parting::variable(Function f) const { return variable_of(compiled_->diagram, f); }
Function Parting::child(Function f, std::uint32_t at, std::size_t value) const {
  return variable(f) == at ? child_of(compiled_->diagram, f, value) : f;
}
std::vector<std::size_t> Parting::values(std::uint32_t at) const {
  std::vector<std::size_t> values;
  for (std::size_t value = 0; value < compiled_->space.arity[at]; ++value)
    if (((allowed_[at] >> value) & 1U) != 0) values.push_back(value);
  return values;
}

void Parting::descend(Function f, Path& above) {
  const std::uint32_t at = variable(f);
  if (at >= end_ || !seen_.insert(f).second) return;
  if (at >= first_) {
    part(f, above);
    return;
  }
  effort_.take_steps(steps_of_place);
  for (const std::size_t value : values(at)) {
    above[at] = value;
    descend(child(f, at, value), above);
    above.erase(at);
  }
}

void Parting::part(Function f, const Path& above) {
  std::map<Function, Path> exits;
  std::set<Function> seen;
  Path block;
  leave(f, block, seen, exits);
  for (auto one = exits.begin(); one != exits.end(); ++one) {
    for (auto other = exits.begin(); other != one; ++other) {
      const Leaves leaves = between(one->first, other->first);
      if (leaves == 0) continue;
      if (!found_first_) found_first_ = Place{above, one->second, other->second, one->first, other->first};
      found_ |= leaves;
    }
  }
}

/// The functions in which the block is left, each with one way there.
void Parting::leave(Function f, Path& block, std::set<Function>& seen, std::map<Function, Path>& exits) {
  const std::uint32_t at = variable(f);
  if (at >= end_) {
    exits.emplace(f, block);
    return;
  }
  if (!seen.insert(f).second) return;
  effort_.take_steps(steps_of_place);
  for (const std::size_t value : values(at)) {
    block[at] = value;
    leave(child(f, at, value), block, seen, exits);
    block.erase(at);
  }
}

/// The leaves of a and b that differ on some common way.
Leaves Parting::between(Function a, Function b) {
  if (a == b || a == impossible_leaf || b == impossible_leaf) return 0;
  if (a < leaf_limit && b < leaf_limit) return (Leaves{1} << a) | (Leaves{1} << b);
  const std::pair<Function, Function> key = std::minmax(a, b);
  if (const auto known = between_.find(key); known != between_.end()) return known->second;
  const std::uint32_t at = std::min(variable(a), variable(b));
  effort_.take_steps(steps_of_place);
  Leaves leaves = 0;
  for (const std::size_t value : values(at)) leaves |= between(child(a, at, value), child(b, at, value));
  between_.emplace(key, leaves);
  return leaves;
}

/// Goes down together to different leaves.
std::pair<Function, Function> Parting::follow(Function a, Function b, Path& below) {
  while (a >= leaf_limit || b >= leaf_limit) {
    const std::uint32_t at = std::min(variable(a), variable(b));
    for (const std::size_t value : values(at)) {
      const Function next_a = child(a, at, value);
      const Function next_b = child(b, at, value);
      if (between(next_a, next_b) == 0) continue;
      below[at] = value;
      a = next_a;
      b = next_b;
      break;
    }
  }
  return {a, b};
}

/// What no way decides is alike to all of them: there the first value that is allowed is taken.
Allowed Parting::completed(const Path& block, const Path& below) const {
  Allowed complete;
  for (std::uint32_t at = 0; at < allowed_.size(); ++at) complete.push_back(std::uint64_t{1} << values(at).front());
  for (const Path* path : {&found_first_->above, &block, &below})
    for (const auto& [at, value] : *path) complete[at] = std::uint64_t{1} << value;
  return complete;
}

}  // namespace socrates::engine
