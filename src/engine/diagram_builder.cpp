// SPDX-License-Identifier: Apache-2.0
#include "socrates/engine/diagram_builder.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace socrates::engine {
namespace {

Function join_leaves(Join how, Function a, Function b) {
  switch (how) {
    case Join::conjunction:
      return std::min(a, b);
    case Join::disjunction:
    case Join::highest:
      return std::max(a, b);
    case Join::agree:
      if (a == no_value || a == b) return b;
      return b == no_value ? a : clashing_values;
    case Join::where:
      return a == 1 ? b : impossible_leaf;
  }
  return 0;
}

/// The value that leaves the other one as it is, and the one that settles the result alone.
struct Law {
  Function neutral = 0;
  std::optional<Function> absorbing;
};

constexpr Law law_of(Join how) {
  switch (how) {
    case Join::conjunction:
      return {1, 0};
    case Join::disjunction:
      return {0, 1};
    case Join::agree:
      return {no_value, std::nullopt};
    case Join::highest:
    case Join::where:
      break;
  }
  return {0, std::nullopt};
}

/// What is known of the result without looking at the whole of both.
std::optional<Function> shortcut(Join how, Function a, Function b) {
  if (a < leaf_limit && b < leaf_limit) return join_leaves(how, a, b);
  if (how == Join::where) return a < leaf_limit ? std::optional(join_leaves(how, a, b)) : std::nullopt;
  const Law law = law_of(how);
  if (a == law.absorbing || b == law.absorbing) return law.absorbing;
  if (a == law.neutral || a == b) return b;
  if (b == law.neutral) return a;
  return std::nullopt;
}

constexpr std::size_t least_places = 256;
/// Past this the table of joins forgets, which costs steps and never a result.
constexpr std::size_t most_joins_kept = std::size_t{1} << 21U;

std::uint64_t mix(std::uint64_t seed, std::uint64_t value) {
  return (seed ^ value) * 0x9E3779B97F4A7C15U + (seed >> 29U);
}

}  // namespace

DiagramBuilder::DiagramBuilder(std::vector<std::uint8_t> arity, Effort& effort)
    : arity_(std::move(arity)), effort_(effort) {
  expect_few_variables(arity_.size());
}

std::span<const Function> DiagramBuilder::children_of(Function f) const {
  const DiagramNode& node = nodes_[f - leaf_limit];
  return {edges_.data() + node.first_edge, arity_[node.variable]};
}

std::size_t DiagramBuilder::hash_of(std::uint32_t variable, std::span<const Function> children) const {
  std::uint64_t hash = variable + std::uint64_t{1};
  for (const Function child : children) hash = mix(hash, child);
  return static_cast<std::size_t>(hash ^ (hash >> 32U));
}

void DiagramBuilder::grow_unique() {
  unique_.assign(std::max(least_places, unique_.size() * 2), 0);
  const std::size_t mask = unique_.size() - 1;
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    const auto f = static_cast<Function>(i + leaf_limit);
    std::size_t at = hash_of(nodes_[i].variable, children_of(f)) & mask;
    while (unique_[at] != 0) at = (at + 1) & mask;
    unique_[at] = f;
  }
}

Function DiagramBuilder::node(std::uint32_t variable, std::span<const Function> children) {
  if (std::all_of(children.begin(), children.end(), [&](Function c) { return c == children.front(); }))
    return children.front();
  effort_.take_steps(children.size());
  if (nodes_.size() * 2 >= unique_.size()) grow_unique();
  const std::size_t mask = unique_.size() - 1;
  std::size_t at = hash_of(variable, children) & mask;
  for (; unique_[at] != 0; at = (at + 1) & mask) {
    const Function known = unique_[at];
    const std::span<const Function> others = children_of(known);
    if (nodes_[known - leaf_limit].variable == variable && std::equal(children.begin(), children.end(), others.begin()))
      return known;
  }
  effort_.take_node(children.size());
  const auto added = static_cast<Function>(nodes_.size() + leaf_limit);
  nodes_.push_back({variable, static_cast<std::uint32_t>(edges_.size())});
  edges_.insert(edges_.end(), children.begin(), children.end());
  return unique_[at] = added;
}

Function DiagramBuilder::test(std::size_t variable, std::uint64_t values, Function then, Function otherwise) {
  std::vector<Function> children;
  for (std::size_t value = 0; value < arity_[variable]; ++value)
    children.push_back(((values >> value) & 1U) != 0 ? then : otherwise);
  return node(static_cast<std::uint32_t>(variable), children);
}

Function DiagramBuilder::child(Function f, std::uint32_t variable, std::size_t value) const {
  const DiagramView diagram = view();
  return variable_of(diagram, f) == variable ? child_of(diagram, f, value) : f;
}

DiagramBuilder::Joined& DiagramBuilder::place_of(Join how, Function a, Function b) {
  const std::uint64_t hash = mix(mix(static_cast<std::uint64_t>(how) + 1, a), b);
  return joined_[static_cast<std::size_t>(hash ^ (hash >> 32U)) & (joined_.size() - 1)];
}

/// Two joins of one place take turns: what was pushed out is made again, to the same result.
void DiagramBuilder::keep(const Joined& joined) {
  Joined& place = place_of(joined.how, joined.a, joined.b);
  const bool was_free = place.a == 0 && place.b == 0;
  place = joined;
  if (!was_free || ++kept_ < joined_.size() / 2 || joined_.size() >= most_joins_kept) return;
  const std::vector<Joined> before = std::exchange(joined_, std::vector<Joined>(joined_.size() * 4));
  kept_ = 0;
  for (const Joined& one : before) {
    if (one.a == 0 && one.b == 0) continue;
    place_of(one.how, one.a, one.b) = one;
    ++kept_;
  }
}

Function DiagramBuilder::join(Join how, Function a, Function b) {
  effort_.take_steps(1);
  if (const auto known = shortcut(how, a, b)) return *known;
  if (how != Join::where && b < a) std::swap(a, b);  // only this one tells its sides apart
  if (joined_.empty()) joined_.resize(least_places);
  if (const Joined& known = place_of(how, a, b); known.a == a && known.b == b && known.how == how) return known.result;
  const std::uint32_t variable = std::min(variable_of(view(), a), variable_of(view(), b));
  const std::size_t first = pending_.size();
  for (std::size_t value = 0; value < arity_[variable]; ++value) {
    const Function joined = join(how, child(a, variable, value), child(b, variable, value));
    pending_.push_back(joined);
  }
  const Function result = node(variable, std::span(pending_).subspan(first));
  pending_.resize(first);
  keep({a, b, how, result});
  return result;
}

Function DiagramBuilder::relabel(Function f, const std::vector<Function>& leaves) {
  ++run_;
  if (relabelled_.size() < nodes_.size()) relabelled_.resize(nodes_.size());
  return relabel_in(f, leaves);
}

Function DiagramBuilder::relabel_in(Function f, const std::vector<Function>& leaves) {
  effort_.take_steps(1);
  if (f < leaf_limit) return f < leaves.size() ? leaves[f] : f;
  if (const Relabelled& known = relabelled_[f - leaf_limit]; known.run == run_) return known.result;
  const std::uint32_t variable = variable_of(view(), f);
  const std::size_t first = pending_.size();
  for (std::size_t value = 0; value < arity_[variable]; ++value) {
    const Function relabelled = relabel_in(child(f, variable, value), leaves);
    pending_.push_back(relabelled);
  }
  const Function result = node(variable, std::span(pending_).subspan(first));
  pending_.resize(first);
  relabelled_[f - leaf_limit] = {run_, result};
  return result;
}

}  // namespace socrates::engine
