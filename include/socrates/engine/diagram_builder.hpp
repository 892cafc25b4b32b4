// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "socrates/engine/diagram.hpp"
#include "socrates/engine/effort.hpp"

namespace socrates::engine {

/// How the leaves of two functions make the leaf of a third.
enum class Join : std::uint8_t {
  conjunction,  ///< of 0 and 1
  disjunction,  ///< of 0 and 1
  highest,      ///< the greater leaf
  agree,        ///< no_value gives way to the other, equal ones stay, different ones clash
  where,        ///< the second where the first is 1, elsewhere impossible_leaf
};

/// Leaves that stand for a fault of an `exactly_one` decision.
inline constexpr Function no_value = 62;
inline constexpr Function clashing_values = 61;

/// Builds functions in one shared diagram: equal functions have equal numbers. Past the limits of its effort it throws
/// TooMuchWork, and is of no more use. The effort must outlive it.
class DiagramBuilder {
 public:
  DiagramBuilder(std::vector<std::uint8_t> arity, Effort& effort);
  DiagramBuilder(const DiagramBuilder&) = delete;
  DiagramBuilder& operator=(const DiagramBuilder&) = delete;

  /// `then` where the variable has one of the values (as bits), else `otherwise`; both are leaves.
  Function test(std::size_t variable, std::uint64_t values, Function then, Function otherwise);
  /// The function that is `children[v]` where the variable has the value v; all of them ask later variables only.
  Function node(std::uint32_t variable, std::span<const Function> children);
  Function join(Join how, Function a, Function b);
  /// Each leaf k becomes `leaves[k]`; leaves past the end of the table stay.
  Function relabel(Function f, const std::vector<Function>& leaves);
  Function negation(Function f) { return relabel(f, {1, 0}); }

  /// Of all who build here; what they do beside it counts too.
  [[nodiscard]] Effort& effort() { return effort_; }
  [[nodiscard]] std::size_t size() const { return nodes_.size(); }
  [[nodiscard]] DiagramView view() const { return {nodes_, edges_, arity_}; }

 private:
  /// One join that was made; of none both functions are 0, since two leaves need no table.
  struct Joined {
    Function a = 0;
    Function b = 0;
    Join how = Join::conjunction;
    Function result = 0;
  };
  struct Relabelled {
    std::uint32_t run = 0;
    Function result = 0;
  };

  [[nodiscard]] std::size_t hash_of(std::uint32_t variable, std::span<const Function> children) const;
  [[nodiscard]] std::span<const Function> children_of(Function f) const;
  void grow_unique();
  Joined& place_of(Join how, Function a, Function b);
  void keep(const Joined& joined);
  Function relabel_in(Function f, const std::vector<Function>& leaves);
  [[nodiscard]] Function child(Function f, std::uint32_t variable, std::size_t value) const;

  std::vector<std::uint8_t> arity_;
  Effort& effort_;
  std::vector<DiagramNode> nodes_;
  std::vector<Function> edges_;
  std::vector<Function> unique_;        ///< by hash: a node, or 0 for none; a power of 2 long, and at most half full
  std::vector<Joined> joined_;          ///< by hash: the join that was made last; a power of 2 long
  std::size_t kept_ = 0;                ///< places of it that are taken
  std::vector<Relabelled> relabelled_;  ///< by node
  std::uint32_t run_ = 0;               ///< of relabelling
  std::vector<Function> pending_;       ///< children of nodes that are being made, those of the innermost last
};

}  // namespace socrates::engine
