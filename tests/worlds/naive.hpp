// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "socrates/model/answers.hpp"
#include "socrates/model/rule_set.hpp"

namespace socrates::worlds {

/// What one set of complete answers comes to.
struct Verdict {
  std::vector<bool> clauses;             ///< by `impossible` clause: it holds
  std::vector<std::vector<bool>> rules;  ///< by decision, by rule: it applies
  std::vector<std::vector<std::size_t>>
      values;               ///< by decision: the one value, ascending the elements of a set, or of a
                            ///< faulty `exactly_one` the values that its rules give: none or several
  std::vector<bool> notes;  ///< by note: it applies
};

Verdict judge(const model::RuleSet& rules, const model::Answers& complete);

/// All complete answers to a small rule set, number by number, and what they come to.
struct World {
  model::RuleSet rules;
  std::vector<std::vector<model::Answer>> choices;  ///< by question: its complete answers
  std::vector<model::Answers> answers;              ///< counted up, the last question fastest
  std::vector<Verdict> verdicts;                    ///< by complete answers
};

World world_of(model::RuleSet rules);

/// No `impossible` clause holds.
bool is_possible(const Verdict& verdict);

/// The complete answers, possible or not, that say the same wherever the partial ones say something.
std::vector<std::size_t> completions(const World& world, const model::Answers& partial);

struct Reason {
  std::size_t rule = 0;
  std::size_t value = 0;
  bool one_of = false;
  bool operator==(const Reason&) const = default;
};

struct DecisionOutcome {
  std::vector<std::size_t> possible;    ///< of a level or choice
  std::vector<std::size_t> surely;      ///< of a set
  std::vector<std::size_t> maybe;       ///< of a set
  std::vector<Reason> because;          ///< by rule; of a set first by element
  std::vector<std::size_t> depends_on;  ///< questions
  bool operator==(const DecisionOutcome&) const = default;
};

struct Outcome {
  std::vector<DecisionOutcome> decisions;
  std::vector<std::size_t> notes;
  std::vector<std::size_t> open_questions;
  bool operator==(const Outcome&) const = default;
};

/// Design 2.5, word for word, over all completions; nothing where none is possible.
std::optional<Outcome> outcome_of(const World& world, const model::Answers& partial);

/// The clauses that hold in every completion; where there is none, those that hold in some.
std::vector<std::size_t> contradictions_of(const World& world, const model::Answers& partial);

enum class FaultKind {
  gap,             ///< possible answers for which no rule of the decision applies
  clash,           ///< possible answers for which two rules apply that give different values
  no_free_answer,  ///< every answer to the question is forbidden by some clause in which it is the last question
};

struct Fault {
  FaultKind kind = FaultKind::gap;
  std::size_t subject = 0;  ///< the decision, or the question without a free answer
  std::size_t first = 0;    ///< of a clash: the rules
  std::size_t second = 0;
  bool operator==(const Fault&) const = default;
};

/// All that is wrong with the rule set: questions first, then decision by decision, the gap before the clashes.
std::vector<Fault> faults_of(const World& world);

/// These complete answers are possible and show the gap or clash.
bool shows(const World& world, std::size_t answers, const Fault& fault);

}  // namespace socrates::worlds
