// SPDX-License-Identifier: Apache-2.0
#include "socrates/engine/sift.hpp"

// How large a diagram is hangs on the order of the questions, and the best order is hard to find. Sifting (Rudell 1993)
// looks for a good one: each question in turn is moved past all others, and stays where the diagram was smallest. To
// move it past one other touches the nodes of these two only, and every node goes on to stand for the function that it
// stood for. A several-choice has many variables, which stay together and in their order.

#include <algorithm>
#include <cstdint>
#include <functional>
#include <numeric>
#include <unordered_set>
#include <utility>
#include <vector>

#include "engine/diagram_trim.hpp"

namespace socrates::engine {
namespace {

struct SiftedNode {
  std::uint32_t variable = 0;
  std::uint32_t users = 0;  ///< parents and roots
  std::vector<Function> children;
};

using SiftedNodes = std::vector<SiftedNode>;

struct HashChildren {
  const SiftedNodes* nodes;
  std::size_t operator()(Function f) const {
    std::uint64_t hash = 0;
    for (const Function child : (*nodes)[f - leaf_limit].children)
      hash = (hash ^ child) * 0x9E3779B97F4A7C15U + (hash >> 29U);
    return static_cast<std::size_t>(hash ^ (hash >> 32U));
  }
};

struct EqualChildren {
  const SiftedNodes* nodes;
  bool operator()(Function a, Function b) const {
    return (*nodes)[a - leaf_limit].children == (*nodes)[b - leaf_limit].children;
  }
};

using NodesOfVariable = std::unordered_set<Function, HashChildren, EqualChildren>;

/// A move may make the diagram this much larger on its way to a better place.
constexpr std::size_t most_growth = 2;
constexpr int most_rounds = 4;

class Sifter {
 public:
  explicit Sifter(CompiledRules& compiled) : compiled_(compiled), arity_(compiled.space.arity) {
    for (std::size_t v = 0; v < arity_.size(); ++v)
      nodes_of_.emplace_back(0, HashChildren{&nodes_}, EqualChildren{&nodes_});
    variables_.resize(arity_.size());
    std::iota(variables_.begin(), variables_.end(), 0U);
    questions_ = order_of(compiled.space);
    take_diagram();
  }

  void sift() {
    for (int round = 0; round < most_rounds; ++round) {
      const std::size_t before = size_;
      for (const std::size_t question : largest_first()) sift_question(question);
      if (size_ * 100 > before * 99) return;
    }
  }

  void give_back() {
    std::vector<std::uint32_t> level_of(arity_.size());
    Space& space = compiled_.space;
    for (std::size_t level = 0; level < variables_.size(); ++level) {
      level_of[variables_[level]] = static_cast<std::uint32_t>(level);
      space.arity[level] = arity_[variables_[level]];
    }
    for (QuestionVariables& variables : space.questions)
      if (variables.count > 0) variables.first = level_of[variables.first];
    std::vector<DiagramNode> nodes;
    std::vector<Function> edges;
    for (const SiftedNode& node : nodes_) {
      nodes.push_back({level_of[node.variable], static_cast<std::uint32_t>(edges.size())});
      edges.insert(edges.end(), node.children.begin(), node.children.end());
    }
    compiled_.owned_nodes.clear();
    compiled_.owned_edges.clear();
    trim({nodes, edges, space.arity}, compiled_);
  }

 private:
  SiftedNode& at(Function f) { return nodes_[f - leaf_limit]; }
  [[nodiscard]] std::size_t count_of(std::size_t question) const { return compiled_.space.questions[question].count; }
  [[nodiscard]] std::size_t weight_of(std::uint32_t variable) const { return std::size_t{2} + arity_[variable]; }

  void take_diagram() {
    const DiagramView& diagram = compiled_.diagram;
    for (std::size_t i = 0; i < diagram.nodes.size(); ++i) {
      const auto f = static_cast<Function>(i + leaf_limit);
      const std::uint32_t variable = variable_of(diagram, f);
      nodes_.push_back({variable, 0, {}});
      for (std::size_t value = 0; value < arity_[variable]; ++value)
        nodes_.back().children.push_back(child_of(diagram, f, value));
      size_ += weight_of(variable);
    }
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      for (const Function child : nodes_[i].children) use(child);
      nodes_of_[nodes_[i].variable].insert(static_cast<Function>(i + leaf_limit));
    }
    const Roots& roots = compiled_.roots;
    use(roots.possible);
    for (const Function f : roots.contradictions) use(f);
    for (const DecisionRoots& decision : roots.decisions) {
      for (const Function f : decision.values) use(f);
      for (const Function f : decision.rules) use(f);
    }
    for (const Function f : roots.notes) use(f);
  }

  void use(Function f) {
    if (f >= leaf_limit) ++at(f).users;
  }

  void release(Function f) {
    if (f < leaf_limit || --at(f).users > 0) return;
    nodes_of_[at(f).variable].erase(f);
    size_ -= weight_of(at(f).variable);
    free_.push_back(f);
    for (const Function child : std::exchange(at(f).children, {})) release(child);
  }

  /// The node of that variable and these children, a new one where there is none.
  Function node(std::uint32_t variable, std::vector<Function> children) {
    if (std::all_of(children.begin(), children.end(), [&](Function c) { return c == children.front(); }))
      return children.front();
    if (free_.empty()) {
      nodes_.emplace_back();
      free_.push_back(static_cast<Function>(nodes_.size() - 1 + leaf_limit));
    }
    const Function made = free_.back();
    at(made) = {variable, 0, std::move(children)};
    const auto [known, is_new] = nodes_of_[variable].insert(made);
    if (!is_new) {
      at(made).children.clear();
      return *known;
    }
    free_.pop_back();
    for (const Function child : at(made).children) use(child);
    size_ += weight_of(variable);
    return made;
  }

  [[nodiscard]] bool asks(Function f, std::uint32_t variable) const {
    return f >= leaf_limit && nodes_[f - leaf_limit].variable == variable;
  }

  /// Puts the variable at that level below the next one. A node that asks both asks the lower one first from then on.
  void swap_with_next(std::size_t level) {
    const std::uint32_t upper = variables_[level];
    const std::uint32_t lower = variables_[level + 1];
    std::vector<Function> turning;
    for (const Function f : nodes_of_[upper])
      if (std::any_of(at(f).children.begin(), at(f).children.end(), [&](Function c) { return asks(c, lower); }))
        turning.push_back(f);
    std::sort(turning.begin(), turning.end());  // so that every machine goes the same way
    for (const Function f : turning) nodes_of_[upper].erase(f);
    for (const Function f : turning) {
      std::vector<Function> turned;
      for (std::size_t value = 0; value < arity_[lower]; ++value) {
        std::vector<Function> below;
        for (const Function child : at(f).children)
          below.push_back(asks(child, lower) ? at(child).children[value] : child);
        turned.push_back(node(upper, std::move(below)));
      }
      for (const Function child : turned) use(child);
      size_ += weight_of(lower);
      size_ -= weight_of(upper);
      at(f).variable = lower;
      for (const Function child : std::exchange(at(f).children, std::move(turned))) release(child);
      nodes_of_[lower].insert(f);
    }
    std::swap(variables_[level], variables_[level + 1]);
  }

  [[nodiscard]] std::size_t level_of(std::size_t place) const {
    std::size_t level = 0;
    for (std::size_t i = 0; i < place; ++i) level += count_of(questions_[i]);
    return level;
  }

  /// Puts the question at that place below the next one; false, and all is as before, where the diagram would grow past
  /// the limit on the way.
  bool move_down(std::size_t place, std::size_t limit) {
    const std::size_t level = level_of(place);
    std::vector<std::size_t> swaps;
    for (std::size_t i = count_of(questions_[place]); i-- > 0;)
      for (std::size_t k = 0; k < count_of(questions_[place + 1]); ++k) swaps.push_back(level + i + k);
    for (std::size_t done = 0; done < swaps.size(); ++done) {
      swap_with_next(swaps[done]);
      if (size_ <= limit) continue;
      for (std::size_t undone = done + 1; undone-- > 0;) swap_with_next(swaps[undone]);
      return false;
    }
    std::swap(questions_[place], questions_[place + 1]);
    return true;
  }

  void sift_question(std::size_t question) {
    auto place =
        static_cast<std::size_t>(std::find(questions_.begin(), questions_.end(), question) - questions_.begin());
    std::size_t best = place;
    std::size_t least = size_;
    const auto look = [&] {
      if (size_ >= least) return;
      least = size_;
      best = place;
    };
    constexpr std::size_t no_limit = SIZE_MAX;
    for (; place + 1 < questions_.size() && move_down(place, least * most_growth); look()) ++place;
    for (; place > best && move_down(place - 1, no_limit);) --place;
    for (; place > 0 && move_down(place - 1, least * most_growth); look()) --place;
    for (; place < best && move_down(place, no_limit);) ++place;
  }

  [[nodiscard]] std::vector<std::size_t> largest_first() const {
    std::vector<std::size_t> sizes(questions_.size(), 0);
    for (std::size_t q = 0; q < sizes.size(); ++q)
      for (std::size_t i = 0; i < count_of(q); ++i)
        sizes[q] += nodes_of_[compiled_.space.questions[q].first + i].size();
    std::vector<std::size_t> order = questions_;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return sizes[a] > sizes[b]; });
    return order;
  }

  CompiledRules& compiled_;
  std::vector<std::uint8_t> arity_;        ///< by variable, as the diagram numbered them at first
  std::vector<std::uint32_t> variables_;   ///< by level
  std::vector<std::size_t> questions_;     ///< by place
  SiftedNodes nodes_;                      ///< by function
  std::vector<NodesOfVariable> nodes_of_;  ///< by variable
  std::vector<Function> free_;             ///< numbers of nodes that nothing uses
  std::size_t size_ = 0;                   ///< of all nodes and edges, in words
};

}  // namespace

void sift(CompiledRules& compiled) {
  Sifter sifter(compiled);
  sifter.sift();
  sifter.give_back();
}

}  // namespace socrates::engine
