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

std::size_t mix(std::size_t seed, std::size_t value) { return (seed ^ value) * 0x9E3779B97F4A7C15U + (seed >> 29U); }

}  // namespace

DiagramBuilder::DiagramBuilder(std::vector<std::uint8_t> arity, std::size_t most_nodes)
    : arity_(std::move(arity)), most_nodes_(most_nodes), unique_(64, Hash{this}, Equal{this}) {}

std::size_t DiagramBuilder::Hash::operator()(Function f) const {
  const DiagramNode& node = builder->nodes_[f - leaf_limit];
  std::size_t hash = node.variable + 1;
  for (std::size_t i = 0; i < builder->arity_[node.variable]; ++i)
    hash = mix(hash, builder->edges_[node.first_edge + i]);
  return hash;
}

bool DiagramBuilder::Equal::operator()(Function a, Function b) const {
  const DiagramNode& left = builder->nodes_[a - leaf_limit];
  const DiagramNode& right = builder->nodes_[b - leaf_limit];
  if (left.variable != right.variable) return false;
  const auto first = builder->edges_.begin();
  return std::equal(first + left.first_edge, first + left.first_edge + builder->arity_[left.variable],
                    first + right.first_edge);
}

std::size_t DiagramBuilder::JoinedHash::operator()(const Joined& key) const {
  return mix(mix(static_cast<std::size_t>(key.how) + 1, key.a), key.b);
}

Function DiagramBuilder::node(std::uint32_t variable, const std::vector<Function>& children) {
  if (std::all_of(children.begin(), children.end(), [&](Function c) { return c == children.front(); }))
    return children.front();
  if (exhausted_ || nodes_.size() >= most_nodes_) {
    exhausted_ = true;
    return 0;
  }
  const auto candidate = static_cast<Function>(nodes_.size() + leaf_limit);
  nodes_.push_back({variable, static_cast<std::uint32_t>(edges_.size())});
  edges_.insert(edges_.end(), children.begin(), children.end());
  const auto [known, is_new] = unique_.insert(candidate);
  if (!is_new) {
    edges_.resize(edges_.size() - children.size());
    nodes_.pop_back();
  }
  return *known;
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

Function DiagramBuilder::join(Join how, Function a, Function b) {
  if (const auto known = shortcut(how, a, b)) return *known;
  if (exhausted_) return 0;
  const Joined key{how, a, b};
  if (const auto known = joined_.find(key); known != joined_.end()) return known->second;
  const std::uint32_t variable = std::min(variable_of(view(), a), variable_of(view(), b));
  std::vector<Function> children;
  for (std::size_t value = 0; value < arity_[variable]; ++value)
    children.push_back(join(how, child(a, variable, value), child(b, variable, value)));
  const Function result = node(variable, children);
  joined_.emplace(key, result);
  return result;
}

Function DiagramBuilder::relabel(Function f, const std::vector<Function>& leaves) {
  std::unordered_map<Function, Function> done;
  return relabel_in(f, leaves, done);
}

Function DiagramBuilder::relabel_in(Function f, const std::vector<Function>& leaves,
                                    std::unordered_map<Function, Function>& done) {
  if (f < leaf_limit) return f < leaves.size() ? leaves[f] : f;
  if (const auto known = done.find(f); known != done.end()) return known->second;
  const std::uint32_t variable = variable_of(view(), f);
  std::vector<Function> children;
  for (std::size_t value = 0; value < arity_[variable]; ++value)
    children.push_back(relabel_in(child(f, variable, value), leaves, done));
  const Function result = node(variable, children);
  done.emplace(f, result);
  return result;
}

}  // namespace socrates::engine
