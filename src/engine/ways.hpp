// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "socrates/engine/diagram.hpp"
#include "socrates/engine/effort.hpp"
#include "socrates/engine/space.hpp"
#include "socrates/engine/walk.hpp"

namespace socrates::engine {

/// Variables that count as one: the bits of a several-choice are one question.
using Groups = std::vector<std::uint32_t>;

/// By variable: its question.
Groups groups_by_question(const Space& space);

/// By variable: its place, where the questions stand in the order of asking.
Groups groups_by_variable(const Space& space);

/// Sets of groups, each ascending, in lexicographic order.
struct GroupSets {
  std::size_t size = 0;  ///< of each set
  std::vector<std::vector<std::uint32_t>> sets;
  bool has_more = false;  ///< than were asked for
  bool operator==(const GroupSets&) const = default;
};

/// One step of a way: the value that it takes.
struct Turn {
  std::uint32_t variable = 0;
  std::size_t value = 0;
  bool is_change = false;  ///< the value was not allowed
  bool operator==(const Turn&) const = default;
};

/// What has to be left of what is allowed to reach a leaf: ways through a diagram, counted in groups that leave it.
/// Where several values are allowed, any of them is free.
class Ways {
 public:
  /// `may_change` by group. The diagram and the effort must outlive this.
  Ways(DiagramView diagram, Groups group_of, Allowed allowed, std::vector<bool> may_change, Leaves targets,
       Effort& effort);

  /// The smallest sets of groups that some way to a target changes, the first `most` of them; nothing where no way
  /// leads there, which is a proof.
  std::optional<GroupSets> smallest(Function f, std::size_t most);

  /// The nearest way to a target: fewest groups, then fewest steps from what was allowed (one a bit, of a number as
  /// many as intervals lie between).
  std::optional<std::vector<Turn>> nearest(Function f);

 private:
  struct Cost {
    std::uint32_t groups = 0;
    std::uint32_t steps = 0;
    auto operator<=>(const Cost&) const = default;  // NOLINT(modernize-use-nullptr): clang-tidy 14 misreads it
  };
  struct State {
    Function f = 0;
    bool is_changed = false;                         ///< the group of the variable that `f` asks has been left already
    auto operator<=>(const State&) const = default;  // NOLINT(modernize-use-nullptr)
  };
  struct Step {
    std::size_t value = 0;
    State next;
    Cost cost;  ///< of the step alone
    bool leaves_group = false;
  };
  struct Sets {
    std::vector<std::vector<std::uint32_t>> sets;
    bool has_more = false;
  };

  std::vector<Step> steps_from(const State& state);
  [[nodiscard]] std::uint32_t distance(std::size_t variable, std::size_t value) const;
  const std::optional<Cost>& cost_of(const State& state);
  const Sets& sets_of(const State& state, std::size_t most);

  DiagramView diagram_;
  Groups group_of_;
  Allowed allowed_;
  std::vector<bool> may_change_;
  Leaves targets_;
  Effort& effort_;
  std::map<State, std::optional<Cost>> costs_;
  std::map<State, Sets> sets_;
};

}  // namespace socrates::engine
