// SPDX-License-Identifier: Apache-2.0
#include "engine/ways.hpp"

// What is the least that would have to be otherwise? In the diagram that is a shortest way: from the root to a leaf of
// the kind that is wanted, where a step along a value that is allowed costs nothing, and the first step that leaves
// what is allowed costs one for its question. The variables of a question are adjacent, so one bit of memory is enough
// to count a question once, however many of its options change: whether the question that the node asks has been left
// already. A question that the way does not ask keeps its answer, and all answers along it are possible together, since
// every function ends in the impossible leaf where they are not.
//
// Example: a SOC 2 is needed where a security team asks and data are held. From "nobody asks, data are held" the leaf
// `needed` costs one question; from "nobody asks, nothing is held" it costs two.
//
// Of one size there can be many sets, so they are collected from the leaves upwards, the first ones in lexicographic
// order. Where the diagram has the questions in the order of asking that is exact: putting a question in front of two
// sets leaves the order of the two as it was, and the first sets of a node are found among the first ones of those
// below it. Where it has them in another order, the sets that are kept of very many need not be the first.

#include <algorithm>
#include <set>

namespace socrates::engine {

namespace {

/// What a state and a set count for, beside what they hold: both are kept, and are larger than a node.
constexpr std::size_t steps_of_state = 8;
constexpr std::size_t steps_of_set = 8;

}  // namespace

Groups groups_by_question(const Space& space) {
  Groups groups(space.arity.size());
  for (std::uint32_t q = 0; q < space.questions.size(); ++q)
    for (std::size_t i = 0; i < space.questions[q].count; ++i) groups[space.questions[q].first + i] = q;
  return groups;
}

Groups groups_by_variable(const Space& space) {
  Groups groups(space.arity.size());
  std::uint32_t next = 0;
  for (const QuestionVariables& question : space.questions)
    for (std::size_t i = 0; i < question.count; ++i) groups[question.first + i] = next++;
  return groups;
}

Ways::Ways(DiagramView diagram, Groups group_of, Allowed allowed, std::vector<bool> may_change, Leaves targets,
           Effort& effort)
    : diagram_(diagram),
      group_of_(std::move(group_of)),
      allowed_(std::move(allowed)),
      may_change_(std::move(may_change)),
      targets_(targets),
      effort_(effort) {}

/// How many values lie between this one and the nearest that is allowed, itself included; 0 where it is allowed.
std::uint32_t Ways::distance(std::size_t variable, std::size_t value) const {
  const std::uint64_t mask = allowed_[variable];
  for (std::uint32_t away = 0; away < leaf_limit; ++away) {
    if (value >= away && ((mask >> (value - away)) & 1U) != 0) return away;
    if (value + away < leaf_limit && ((mask >> (value + away)) & 1U) != 0) return away;
  }
  return leaf_limit;
}

std::vector<Ways::Step> Ways::steps_from(const State& state) {
  const std::uint32_t variable = variable_of(diagram_, state.f);
  const std::uint32_t group = group_of_[variable];
  std::vector<Step> steps;
  effort_.take_steps(steps_of_state + diagram_.arity[variable]);
  for (std::size_t value = 0; value < diagram_.arity[variable]; ++value) {
    const bool is_allowed = ((allowed_[variable] >> value) & 1U) != 0;
    if (!is_allowed && !may_change_[group]) continue;
    const bool leaves_group = !is_allowed && !state.is_changed;
    const Function next = child_of(diagram_, state.f, value);
    const std::uint32_t next_variable = variable_of(diagram_, next);
    const bool stays = next_variable < group_of_.size() && group_of_[next_variable] == group;
    steps.push_back({value,
                     {next, stays && (state.is_changed || !is_allowed)},
                     {leaves_group ? 1U : 0U, distance(variable, value)},
                     leaves_group});
  }
  return steps;
}

const std::optional<Ways::Cost>& Ways::cost_of(const State& state) {
  if (const auto known = costs_.find(state); known != costs_.end()) return known->second;
  std::optional<Cost> best;
  if (state.f < leaf_limit) {
    if (((targets_ >> state.f) & 1U) != 0) best = Cost{};
  } else {
    for (const Step& step : steps_from(state)) {
      const std::optional<Cost>& rest = cost_of(step.next);
      if (!rest) continue;
      const Cost cost{step.cost.groups + rest->groups, step.cost.steps + rest->steps};
      if (!best || cost < *best) best = cost;
    }
  }
  return costs_.emplace(state, best).first->second;
}

const Ways::Sets& Ways::sets_of(const State& state, std::size_t most) {
  if (const auto known = sets_.find(state); known != sets_.end()) return known->second;
  Sets result;
  if (state.f < leaf_limit) {
    result.sets.emplace_back();
    return sets_.emplace(state, std::move(result)).first->second;
  }
  const std::uint32_t fewest = cost_of(state)->groups;
  std::set<std::vector<std::uint32_t>> found;
  for (const Step& step : steps_from(state)) {
    const std::optional<Cost>& rest = cost_of(step.next);
    if (!rest || step.cost.groups + rest->groups != fewest) continue;
    const Sets& below = sets_of(step.next, most);
    result.has_more = result.has_more || below.has_more;
    for (const std::vector<std::uint32_t>& set : below.sets) {
      std::vector<std::uint32_t> whole = set;
      const std::uint32_t group = group_of_[variable_of(diagram_, state.f)];
      if (step.leaves_group) whole.insert(std::lower_bound(whole.begin(), whole.end(), group), group);
      effort_.take_steps(steps_of_set + whole.size());
      found.insert(std::move(whole));
    }
  }
  result.has_more = result.has_more || found.size() > most;
  for (const std::vector<std::uint32_t>& set : found)
    if (result.sets.size() < most) result.sets.push_back(set);
  return sets_.emplace(state, std::move(result)).first->second;
}

std::optional<GroupSets> Ways::smallest(Function f, std::size_t most) {
  const std::optional<Cost> cost = cost_of({f, false});
  if (!cost) return std::nullopt;
  sets_.clear();
  const Sets& found = sets_of({f, false}, most);
  return GroupSets{cost->groups, found.sets, found.has_more};
}

std::optional<std::vector<Turn>> Ways::nearest(Function f) {
  State state{f, false};
  std::optional<Cost> left = cost_of(state);
  if (!left) return std::nullopt;
  std::vector<Turn> way;
  while (state.f >= leaf_limit) {
    // Of equal ways the one that changes what is asked first: of the options of a question the first one.
    std::vector<Step> steps = steps_from(state);
    std::stable_partition(steps.begin(), steps.end(), [](const Step& step) { return step.cost.steps > 0; });
    for (const Step& step : steps) {
      const std::optional<Cost>& rest = cost_of(step.next);
      if (!rest || Cost{step.cost.groups + rest->groups, step.cost.steps + rest->steps} != *left) continue;
      way.push_back({variable_of(diagram_, state.f), step.value, step.cost.steps > 0});
      state = step.next;
      left = rest;
      break;
    }
  }
  return way;
}

}  // namespace socrates::engine
