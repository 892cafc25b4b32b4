// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "socrates/engine/diagram.hpp"

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

/// Builds functions in one shared diagram: equal functions have equal numbers.
///
/// When the diagram outgrows its limit the builder is exhausted: from then on every function is leaf 0 and means
/// nothing, so that a caller looks once, at the end.
class DiagramBuilder {
 public:
  DiagramBuilder(std::vector<std::uint8_t> arity, std::size_t most_nodes);
  DiagramBuilder(const DiagramBuilder&) = delete;
  DiagramBuilder& operator=(const DiagramBuilder&) = delete;

  /// `then` where the variable has one of the values (as bits), else `otherwise`; both are leaves.
  Function test(std::size_t variable, std::uint64_t values, Function then, Function otherwise);
  /// The function that is `children[v]` where the variable has the value v; all of them ask later variables only.
  Function node(std::uint32_t variable, const std::vector<Function>& children);
  Function join(Join how, Function a, Function b);
  /// Each leaf k becomes `leaves[k]`; leaves past the end of the table stay.
  Function relabel(Function f, const std::vector<Function>& leaves);
  Function negation(Function f) { return relabel(f, {1, 0}); }

  [[nodiscard]] bool is_exhausted() const { return exhausted_; }
  [[nodiscard]] std::size_t size() const { return nodes_.size(); }
  [[nodiscard]] DiagramView view() const { return {nodes_, edges_, arity_}; }

 private:
  struct Hash {
    const DiagramBuilder* builder;
    std::size_t operator()(Function f) const;
  };
  struct Equal {
    const DiagramBuilder* builder;
    bool operator()(Function a, Function b) const;
  };
  struct Joined {
    Join how;
    Function a;
    Function b;
    bool operator==(const Joined&) const = default;
  };
  struct JoinedHash {
    std::size_t operator()(const Joined& key) const;
  };

  Function relabel_in(Function f, const std::vector<Function>& leaves, std::unordered_map<Function, Function>& done);
  [[nodiscard]] Function child(Function f, std::uint32_t variable, std::size_t value) const;

  std::vector<std::uint8_t> arity_;
  std::size_t most_nodes_;
  bool exhausted_ = false;
  std::vector<DiagramNode> nodes_;
  std::vector<Function> edges_;
  std::unordered_set<Function, Hash, Equal> unique_;
  std::unordered_map<Joined, Function, JoinedHash> joined_;
};

}  // namespace socrates::engine
