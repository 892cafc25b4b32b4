// SPDX-License-Identifier: Apache-2.0
#pragma once

// Evaluates 64 sets of answers at once. The idea: a word has 64 bits, and one machine instruction works on all of them.
// So the answers are transposed: in place of 64 records with a value for each question there is for each value of each
// question a word that says in which of the 64 lanes that value is possible. A condition is then a handful of `and` and
// `or`, done once for all 64.
//
// Example: `offering is a or b` in lanes 0 to 3, which answer a, c, b, a: the word of a is 1001, that of b 0100, the
// condition is 1101 (lane 0 on the right).
//
// Complete answers go through the conditions of the rules, of which there are some hundreds. That would be wrong for
// partial ones, as a condition does not see that two of its parts hang together; those go through the diagram, which is
// exact: a leaf can be reached from a node where some allowed value leads to a child from which it can. The diagram has
// some ten thousand edges, so that costs a hundred times as much, and is skipped where all lanes are complete.
//
// Rejected: walking the diagram lane by lane (a walk for each rule, each step waiting for the one before it).

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

#include "socrates/engine/compiled_rules.hpp"
#include "socrates/engine/outcome.hpp"
#include "socrates/model/packed_answers.hpp"

namespace socrates::engine {

/// A bit for each set of answers.
using Lanes = std::uint64_t;

inline constexpr std::size_t lane_count = 64;

/// Transposes 64 words: bit b of word a becomes bit a of word b.
void transpose(Lanes* words);

struct LaneDecision {
  std::vector<Lanes> possible;       ///< by value: where some completion gives it, or has it in the set
  std::vector<Lanes> surely;         ///< of a set, by value: where every completion has it
  std::vector<Lanes> rule_certain;   ///< by rule: where it applies in every completion
  std::vector<Lanes> rule_possible;  ///< by rule: where it applies in some completion
  Lanes settled = 0;                 ///< where one value is left, or no element is in doubt
};

/// What `Outcome` says of one set of answers, for each lane that has one; questions that decisions depend on excepted.
struct LaneOutcome {
  Lanes consistent = 0;  ///< where the answers do not contradict each other; the rest means nothing elsewhere
  Lanes decided = 0;     ///< is_decided
  Lanes settled = 0;     ///< every decision is settled
  std::vector<LaneDecision> decisions;
  std::vector<Lanes> notes;  ///< where they apply in every completion
};

struct LaneTables;
struct LaneDiagram;

/// A rule set made ready for lanes; threads may share it. The rules must outlive it.
class LaneRules {
 public:
  explicit LaneRules(const CompiledRules& compiled);
  LaneRules(const LaneRules&) = delete;
  LaneRules& operator=(const LaneRules&) = delete;
  ~LaneRules();

  [[nodiscard]] const CompiledRules& compiled() const { return *compiled_; }
  [[nodiscard]] const LaneTables& tables() const { return *tables_; }
  /// Made when it is asked for the first time: complete answers do without.
  [[nodiscard]] const LaneDiagram& diagram() const;

 private:
  const CompiledRules* compiled_;
  std::unique_ptr<const LaneTables> tables_;
  mutable std::mutex making_diagram_;
  mutable std::unique_ptr<const LaneDiagram> diagram_;
};

/// The work of one thread.
class LaneEvaluation {
 public:
  explicit LaneEvaluation(const LaneRules& rules);

  /// Forgets all answers.
  void clear();
  /// Puts a set of answers into a lane that has none.
  void put(std::size_t lane, const model::PackedAnswers& answers);
  /// Of all answers put since the last `clear`; valid until the next call.
  const LaneOutcome& evaluate();

 private:
  Lanes spread();
  void take_complete(Lanes lanes);
  void take_partial(Lanes lanes);
  void settle();

  const LaneRules* rules_;
  std::vector<Lanes> rows_;        ///< answers as bits, 64 words after each other by lane, then transposed
  std::vector<Lanes> words_;       ///< zeros, ones, the planes, then what the program makes of them
  std::vector<Lanes> node_words_;  ///< zeros, ones, then what the nodes of the diagram reach
  Lanes used_ = 0;
  LaneOutcome outcome_;
};

/// The outcome of one lane, without the questions on which open decisions depend.
Outcome outcome_in(const LaneRules& rules, const LaneOutcome& outcome, std::size_t lane);

}  // namespace socrates::engine
