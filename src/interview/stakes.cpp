// SPDX-License-Identifier: Apache-2.0
#include "socrates/interview/stakes.hpp"

// The engine says whether a question matters; a person who asks "why?" wants to know for what. So this follows the same
// pairs of ways through the diagram as Walk::matters (see there): down to the first variable of the question, apart
// within its block, and together again below it. But it does not stop at the first pair: `between` collects every leaf
// that can stand on one side of a difference, and for one of them the way is walked again to write the pair down.

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "socrates/engine/walk.hpp"

namespace socrates::interview {

namespace {

using engine::Allowed;
using engine::Function;
using engine::Leaves;

/// Some of the variables, each with the value chosen for it.
using Path = std::map<std::uint32_t, std::size_t>;

/// What a function, or a pair of them, counts for: each is kept, and its values are listed.
constexpr std::size_t steps_of_place = 16;

struct Parting {
  Path above;  ///< down to the block of the question
  Path one_block;
  Path other_block;
  Function one = 0;  ///< where the block is left
  Function other = 0;
};

class Differences {
 public:
  Differences(const engine::CompiledRules& compiled, const Allowed& allowed, std::size_t question)
      : compiled_(&compiled),
        allowed_(allowed),
        first_(first_of(compiled, question)),
        end_(end_of(compiled, question)) {}

  /// Every leaf of `f` that the question alone can exchange for another.
  Leaves of(Function f) {
    found_ = 0;
    parting_.reset();
    seen_.clear();
    Path above;
    descend(f, above);
    return found_;
  }

  /// Two complete possible ways that `of` found, as what they allow, with their leaves.
  [[nodiscard]] std::pair<Allowed, Allowed> pair(Function& one_leaf, Function& other_leaf) {
    Path below;
    std::tie(one_leaf, other_leaf) = follow(parting_->one, parting_->other, below);
    return {completed(parting_->one_block, below), completed(parting_->other_block, below)};
  }

 private:
  static std::uint32_t first_of(const engine::CompiledRules& compiled, std::size_t question) {
    return static_cast<std::uint32_t>(compiled.space.questions[question].first);
  }
  static std::uint32_t end_of(const engine::CompiledRules& compiled, std::size_t question) {
    return first_of(compiled, question) + static_cast<std::uint32_t>(compiled.space.questions[question].count);
  }

  [[nodiscard]] std::uint32_t variable(Function f) const { return engine::variable_of(compiled_->diagram, f); }
  [[nodiscard]] Function child(Function f, std::uint32_t at, std::size_t value) const {
    return variable(f) == at ? engine::child_of(compiled_->diagram, f, value) : f;
  }
  [[nodiscard]] std::vector<std::size_t> values(std::uint32_t at) const {
    std::vector<std::size_t> values;
    for (std::size_t value = 0; value < compiled_->space.arity[at]; ++value)
      if (((allowed_[at] >> value) & 1U) != 0) values.push_back(value);
    return values;
  }

  void descend(Function f, Path& above) {
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

  void part(Function f, const Path& above) {
    std::map<Function, Path> exits;
    std::set<Function> seen;
    Path block;
    leave(f, block, seen, exits);
    for (auto one = exits.begin(); one != exits.end(); ++one) {
      for (auto other = exits.begin(); other != one; ++other) {
        const Leaves leaves = between(one->first, other->first);
        if (leaves == 0) continue;
        if (!parting_) parting_ = Parting{above, one->second, other->second, one->first, other->first};
        found_ |= leaves;
      }
    }
  }

  /// The functions in which the block is left, each with one way there.
  void leave(Function f, Path& block, std::set<Function>& seen, std::map<Function, Path>& exits) {
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
  Leaves between(Function a, Function b) {
    if (a == b || a == engine::impossible_leaf || b == engine::impossible_leaf) return 0;
    if (a < engine::leaf_limit && b < engine::leaf_limit) return (Leaves{1} << a) | (Leaves{1} << b);
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
  std::pair<Function, Function> follow(Function a, Function b, Path& below) {
    while (a >= engine::leaf_limit || b >= engine::leaf_limit) {
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
  [[nodiscard]] Allowed completed(const Path& block, const Path& below) const {
    Allowed complete;
    for (std::uint32_t at = 0; at < allowed_.size(); ++at) complete.push_back(std::uint64_t{1} << values(at).front());
    for (const Path* path : {&parting_->above, &block, &below})
      for (const auto& [at, value] : *path) complete[at] = std::uint64_t{1} << value;
    return complete;
  }

  const engine::CompiledRules* compiled_;
  Allowed allowed_;
  std::uint32_t first_;
  std::uint32_t end_;
  engine::Effort effort_;
  Leaves found_ = 0;
  std::optional<Parting> parting_;
  std::set<Function> seen_;
  std::map<std::pair<Function, Function>, Leaves> between_;
};

/// Complete answers; a known number is itself, and not the first of its interval.
model::Answers complete_answers(const engine::CompiledRules& compiled, const model::Answers& known,
                                const Allowed& all) {
  model::Answers answers = engine::answers_from(compiled.space, compiled.rules, all);
  for (std::size_t q = 0; q < answers.size(); ++q)
    if (model::is_complete(known[q])) answers[q] = known[q];
  return answers;
}

void set_pair(Stake& stake, const engine::CompiledRules& compiled, const model::Answers& known,
              Differences& differences) {
  Function one_leaf = 0;
  Function other_leaf = 0;
  auto [one, other] = differences.pair(one_leaf, other_leaf);
  const bool is_set = compiled.rules.decisions[stake.decision].combine == model::Combine::collect;
  if (is_set ? one_leaf < other_leaf : one_leaf > other_leaf) {
    std::swap(one, other);
    std::swap(one_leaf, other_leaf);
  }
  stake.one = complete_answers(compiled, known, one);
  stake.other = complete_answers(compiled, known, other);
  stake.one_value = is_set ? stake.values.front() : one_leaf;
  stake.other_value = is_set ? stake.values.front() : other_leaf;
}

}  // namespace

std::vector<Stake> stakes(const engine::CompiledRules& compiled, const model::Answers& answers, std::size_t question) {
  Differences differences(compiled, engine::allowed_by(compiled.space, answers), question);
  std::vector<Stake> found;
  for (std::size_t d = 0; d < compiled.rules.decisions.size(); ++d) {
    Stake stake;
    stake.decision = d;
    const bool is_set = compiled.rules.decisions[d].combine == model::Combine::collect;
    const std::vector<Function>& roots = compiled.roots.decisions[d].values;
    for (std::size_t root = 0; root < roots.size(); ++root) {
      const Leaves leaves = differences.of(roots[root]);
      if (leaves == 0) continue;
      if (is_set) stake.values.push_back(root);
      for (std::size_t value = 0; !is_set && value < engine::leaf_limit; ++value)
        if (((leaves >> value) & 1U) != 0) stake.values.push_back(value);
      if (stake.one.empty()) set_pair(stake, compiled, answers, differences);
    }
    if (!stake.values.empty()) found.push_back(std::move(stake));
  }
  return found;
}

}  // namespace socrates::interview
