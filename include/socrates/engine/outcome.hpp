// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <unordered_map>
#include <vector>

#include "socrates/engine/compiled_rules.hpp"
#include "socrates/engine/effort.hpp"
#include "socrates/engine/space.hpp"
#include "socrates/model/answers.hpp"

namespace socrates::engine {

/// A rule that explains a settled value.
struct Reason {
  std::size_t rule = 0;   ///< index into the decision's rules
  std::size_t value = 0;  ///< the value that it gives; of a set, the element it is a reason for
  bool one_of = false;    ///< no single rule is settled: of those with this mark one always applies
  bool operator==(const Reason&) const = default;
};

struct DecisionOutcome {
  std::vector<std::size_t> possible;    ///< of a level or choice: every value that some possible completion gives
  std::vector<std::size_t> surely;      ///< of a set: the elements in it in every possible completion
  std::vector<std::size_t> maybe;       ///< of a set: those in it in some, but not all
  std::vector<Reason> because;          ///< in the order of the rules; of a set, first in that of its elements
  std::vector<std::size_t> depends_on;  ///< questions, in the order of asking
  bool operator==(const DecisionOutcome&) const = default;
};

/// All completions of the answers lead here.
struct Outcome {
  std::vector<DecisionOutcome> decisions;   ///< in the order of the rules
  std::vector<std::size_t> notes;           ///< those that apply in every possible completion
  std::vector<std::size_t> open_questions;  ///< union of all `depends_on`, in the order of asking
  bool operator==(const Outcome&) const = default;
};

/// One value is left, or no element is in doubt.
bool is_settled(const DecisionOutcome& outcome);

/// The outcome under the answers; nothing where they contradict each other. What takes more than the usual limits
/// throws TooMuchWork.
std::optional<Outcome> evaluate(const CompiledRules& compiled, const model::Answers& answers);

/// The same as part of a larger piece of work.
std::optional<Outcome> evaluate(const CompiledRules& compiled, const model::Answers& answers, Effort& effort);

/// The same without what could still change it, `depends_on` and `open_questions`, which takes most of the time.
std::optional<Outcome> evaluate_values(const CompiledRules& compiled, const model::Answers& answers);

/// The same as part of a larger piece of work.
std::optional<Outcome> evaluate_values(const CompiledRules& compiled, const model::Answers& answers, Effort& effort);

/// Adds that to such outcomes, and keeps what it has found by what the answers allow: records of which little is known
/// are often alike, and take most of the time. For one thread; the rules must outlive it.
class KnownDependencies {
 public:
  explicit KnownDependencies(const CompiledRules& compiled) : compiled_(compiled) {}
  /// What takes more than the usual limits throws TooMuchWork.
  void add(const model::Answers& answers, Outcome& outcome);

 private:
  struct Found {
    std::vector<std::vector<std::size_t>> by_decision;
    std::vector<std::size_t> open_questions;
  };

  const CompiledRules& compiled_;
  std::unordered_map<Allowed, Found, HashOfAllowed> found_;
};

/// The `impossible` clauses that hold in every completion of contradictory answers; where no single one does, all that
/// hold in some.
std::vector<std::size_t> contradictions(const CompiledRules& compiled, const model::Answers& answers);

}  // namespace socrates::engine
