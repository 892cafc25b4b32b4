// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "socrates/engine/compiled_rules.hpp"
#include "socrates/engine/outcome.hpp"
#include "socrates/model/answers.hpp"

namespace socrates::engine {

/// A rule that applies in every possible completion. `answers` alone, with all others unknown, make it apply, and no
/// fewer of them do (see `grounds`); what is not among them is not known there.
struct FiredRule {
  std::size_t rule = 0;
  model::Answers answers;
  std::vector<model::Answers>
      conditions;  ///< by part of its condition: the fewest of `answers` that make the part hold
  bool operator==(const FiredRule&) const = default;
};

/// Numbers from `from` to `to`, both included.
struct NumberRange {
  int from = 0;
  int to = 0;
  bool operator==(const NumberRange&) const = default;
};

/// A question whose answer alone keeps a rule from applying: with one of these answers, and all others as they are, it
/// applies in every possible completion.
struct Lack {
  std::size_t question = 0;
  model::Answer nearest;             ///< of those answers the one that differs least; complete but for a several-choice
  std::vector<std::size_t> options;  ///< of a choice: all of those answers
  std::vector<NumberRange> ranges;   ///< of a number: all of those answers
  bool operator==(const Lack&) const = default;
};

/// A rule that does not surely apply, and each question that is all it lacks.
struct NearRule {
  std::size_t rule = 0;
  std::vector<Lack> lacks;
  bool operator==(const NearRule&) const = default;
};

/// A value that no possible completion gives (of a set: an element in it in none), and the fewest answers that alone
/// rule it out.
struct ExcludedValue {
  std::size_t value = 0;
  model::Answers answers;
  bool operator==(const ExcludedValue&) const = default;
};

struct DecisionExplanation {
  std::optional<model::Answers> settled_by;  ///< the fewest answers that alone settle the value; none of a set
  std::vector<FiredRule> fired;              ///< in the order of the rules, those for weaker values included
  std::vector<NearRule> nearly;              ///< in the order of the rules
  std::vector<ExcludedValue> excluded;       ///< ascending
  bool operator==(const DecisionExplanation&) const = default;
};

/// The parts of a rule's condition that all must hold; none of an `otherwise`.
std::vector<const model::Condition*> parts_of(const model::Rule& rule);

/// Why each decision came out as it did, in the order of the rules; `outcome` is that of the answers.
std::vector<DecisionExplanation> explain(const CompiledRules& compiled, const model::Answers& answers,
                                         const Outcome& outcome);

}  // namespace socrates::engine
