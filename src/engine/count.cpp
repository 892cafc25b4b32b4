// SPDX-License-Identifier: Apache-2.0
#include "engine/count.hpp"

#include <cstddef>
#include <numeric>
#include <unordered_map>

namespace socrates::engine {
namespace {

std::uint32_t total(const std::vector<std::uint32_t>& weights) {
  return std::accumulate(weights.begin(), weights.end(), std::uint32_t{0});
}

bool is_leaf_of(Function f, Leaves leaves) { return f < leaf_limit && ((leaves >> f) & 1U) != 0; }

/// What a part of a sum counts for.
constexpr std::size_t steps_of_sum = 4;

/// Counts the answers to the variables from that of a function on.
class Counter {
 public:
  Counter(const DiagramView& diagram, const Weights& weights, Leaves leaves, Effort& effort)
      : diagram_(diagram), weights_(weights), leaves_(leaves), effort_(effort) {}

  base::Natural below(Function f) {
    if (f < leaf_limit) return base::Natural(is_leaf_of(f, leaves_) ? 1 : 0);
    if (const auto known = counts_.find(f); known != counts_.end()) return known->second;
    const std::uint32_t variable = variable_of(diagram_, f);
    base::Natural sum;
    // A number is as long as the variables below are many.
    effort_.take_steps(diagram_.arity[variable] * (steps_of_sum + diagram_.arity.size() / 64));
    for (std::size_t value = 0; value < diagram_.arity[variable]; ++value) {
      base::Natural part = from(variable + 1, child_of(diagram_, f, value));
      sum += part *= weights_[variable][value];
    }
    counts_.emplace(f, sum);
    return sum;
  }

  /// The same, times the answers to the variables in between.
  base::Natural from(std::uint32_t variable, Function f) {
    base::Natural count = below(f);
    for (; variable < variable_of(diagram_, f); ++variable) count *= total(weights_[variable]);
    return count;
  }

 private:
  const DiagramView& diagram_;
  const Weights& weights_;
  Leaves leaves_;
  Effort& effort_;
  std::unordered_map<Function, base::Natural> counts_;
};

double share_below(const DiagramView& diagram, const Weights& weights, Function f, Leaves leaves, Effort& effort,
                   std::unordered_map<Function, double>& shares) {
  if (f < leaf_limit) return is_leaf_of(f, leaves) ? 1 : 0;
  if (const auto known = shares.find(f); known != shares.end()) return known->second;
  const std::uint32_t variable = variable_of(diagram, f);
  double sum = 0;
  effort.take_steps(diagram.arity[variable] * steps_of_sum);
  for (std::size_t value = 0; value < diagram.arity[variable]; ++value)
    sum +=
        weights[variable][value] * share_below(diagram, weights, child_of(diagram, f, value), leaves, effort, shares);
  sum /= total(weights[variable]);
  shares.emplace(f, sum);
  return sum;
}

}  // namespace

Weights weights_of(const Space& space, const model::RuleSet& rules) {
  Weights weights;
  for (const std::uint8_t arity : space.arity) weights.emplace_back(arity, 1);
  for (std::size_t q = 0; q < rules.questions.size(); ++q) {
    const std::vector<int>& starts = space.questions[q].starts;
    for (std::size_t i = 0; i < starts.size(); ++i) {
      const int end = i + 1 < starts.size() ? starts[i + 1] : rules.questions[q].to + 1;
      weights[space.questions[q].first][i] = static_cast<std::uint32_t>(end - starts[i]);
    }
  }
  return weights;
}

base::Natural count_answers(const DiagramView& diagram, const Weights& weights, Function f, Leaves leaves,
                            Effort& effort) {
  return Counter(diagram, weights, leaves, effort).from(0, f);
}

double share_of_answers(const DiagramView& diagram, const Weights& weights, Function f, Leaves leaves, Effort& effort) {
  std::unordered_map<Function, double> shares;
  return share_below(diagram, weights, f, leaves, effort, shares);
}

}  // namespace socrates::engine
