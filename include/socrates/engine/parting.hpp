// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "socrates/engine/compiled_rules.hpp"
#include "socrates/engine/effort.hpp"
#include "socrates/engine/walk.hpp"

namespace socrates::engine {

/// What one question can still make a difference to, where Walk::matters only says that it does. The rules must outlive
/// it; more work than the usual limits throws TooMuchWork.
class Parting {
 public:
  Parting(const CompiledRules& compiled, Allowed allowed, std::size_t question);

  /// Two complete possible ways that differ in the question alone, as what they allow, and the leaves at their ends.
  struct Pair {
    Allowed one;
    Allowed other;
    Function one_leaf = 0;
    Function other_leaf = 0;
  };

  /// Every leaf of `f` that the question alone can exchange for another.
  Leaves of(Function f);

  /// The first pair that `of` found.
  [[nodiscard]] Pair pair();

 private:
  /// Some of the variables, each with the value chosen for it.
  using Path = std::map<std::uint32_t, std::size_t>;

  /// Where two ways part.
  struct Place {
    Path above;  ///< down to the block of the question
    Path one_block;
    Path other_block;
    Function one = 0;  ///< where the block is left
    Function other = 0;
  };

  [[nodiscard]] std::uint32_t variable(Function f) const;
  [[nodiscard]] Function child(Function f, std::uint32_t at, std::size_t value) const;
  [[nodiscard]] std::vector<std::size_t> values(std::uint32_t at) const;
  void descend(Function f, Path& above);
  void part(Function f, const Path& above);
  void leave(Function f, Path& block, std::set<Function>& seen, std::map<Function, Path>& exits);
  Leaves between(Function a, Function b);
  std::pair<Function, Function> follow(Function a, Function b, Path& below);
  [[nodiscard]] Allowed completed(const Path& block, const Path& below) const;

  const CompiledRules* compiled_;
  Allowed allowed_;
  std::uint32_t first_;
  std::uint32_t end_;
  Effort effort_;
  Leaves found_ = 0;
  std::optional<Place> found_first_;
  std::set<Function> seen_;
  std::map<std::pair<Function, Function>, Leaves> between_;
};

}  // namespace socrates::engine
