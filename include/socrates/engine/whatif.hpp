// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "socrates/engine/compiled_rules.hpp"
#include "socrates/engine/outcome.hpp"
#include "socrates/model/answers.hpp"

namespace socrates::engine {

/// New answers to some questions, and where they lead.
struct Alternative {
  model::Answers answers;  ///< all of them, the changed ones in place of the old
  Outcome outcome;         ///< without `depends_on` and open questions
  bool is_sure = false;    ///< every possible completion gives the value aimed at, not only some
  bool operator==(const Alternative&) const = default;
};

/// A smallest set of questions whose answers would have to change together, and what they can lead to.
struct ChangeSet {
  std::vector<std::size_t> questions;
  std::vector<Alternative> alternatives;  ///< one for each value that the set can lead to
  bool operator==(const ChangeSet&) const = default;
};

/// All sets of the smallest size, in the order of asking, or the first of very many.
struct SmallestChanges {
  std::size_t questions = 0;  ///< in each set
  std::vector<ChangeSet> sets;
  bool has_more = false;
  bool operator==(const SmallestChanges&) const = default;
};

/// The sets that are listed of one decision and one group of questions.
inline constexpr std::size_t most_change_sets = 20;

/// What would change a decision. Nothing in a group: no answers to these questions do, with the others as they are.
/// Answers that are not known stay so; a set counts when some possible completion comes out otherwise.
struct DecisionChanges {
  std::size_t decision = 0;
  std::optional<SmallestChanges> can_change;  ///< by questions that a person can act on
  std::optional<SmallestChanges> rests_on;    ///< by the other questions: facts
  std::optional<SmallestChanges> both;        ///< by both kinds together; asked only where neither group does
  bool operator==(const DecisionChanges&) const = default;
};

/// A value to reach; of a set, an element to have in it.
struct Want {
  std::size_t decision = 0;
  std::size_t value = 0;
};

/// Of each settled decision, in the order of the rules. Of a set, the smallest over all elements that are settled.
std::vector<DecisionChanges> what_changes(const CompiledRules& compiled, const model::Answers& answers,
                                          const Outcome& outcome);

enum class WantState {
  has_it,     ///< every possible completion gives the value already
  open,       ///< some do, and open questions decide
  reaches,    ///< some change of one group of questions gives it surely
  may_reach,  ///< some change of one group makes it possible, and open questions decide then
  no_way,     ///< no change within one group does
};

struct WantChanges {
  WantState state = WantState::no_way;
  bool is_possible = false;  ///< some possible answers give the value at all
  DecisionChanges changes;   ///< the smallest that reach it; empty where nothing has to change
};

WantChanges what_reaches(const CompiledRules& compiled, const model::Answers& answers, const Outcome& outcome,
                         const Want& want);

}  // namespace socrates::engine
