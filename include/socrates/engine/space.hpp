// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "socrates/model/answers.hpp"
#include "socrates/model/rule_set.hpp"

namespace socrates::engine {

/// The variables that stand for one question: one with a value for each option, or for each interval of a number, or,
/// for a several-choice, one with two values for each option (0 not chosen, 1 chosen).
struct QuestionVariables {
  std::size_t first = 0;
  std::size_t count = 1;
  std::vector<int> starts;  ///< of a number: the first number of each interval, ascending
  bool operator==(const QuestionVariables&) const = default;
};

/// The finite space of all answers to a rule set, contradictory ones included. The variables of a question are
/// adjacent.
struct Space {
  std::vector<QuestionVariables> questions;
  std::vector<std::uint8_t> arity;  ///< by variable: how many values, 1 to 64
  bool operator==(const Space&) const = default;
};

/// The order of the questions in a diagram: whatever it is, every result is the same, but for how large it grows.
enum class VariableOrder {
  of_asking,  ///< as the rule set lists the questions
  of_use,     ///< as conditions come by them, so that questions that are asked about together stand together
};

/// A number's range is cut where a condition of the rules changes its mind: numbers in one interval are alike to all.
Space space_of(const model::RuleSet& rules, VariableOrder order = VariableOrder::of_asking);

/// The same with the questions in that order; all of them stand in it once.
Space space_of(const model::RuleSet& rules, const std::vector<std::size_t>& order);

/// The questions in the order of their variables.
std::vector<std::size_t> order_of(const Space& space);

/// By question: the numbers at which some condition that can decide something (of a rule, a note, an `impossible`
/// clause, or a fact that one of these uses) changes its mind, ascending. What invariants say does not count.
std::vector<std::vector<int>> thresholds_of(const model::RuleSet& rules);

/// By variable: the values that are still possible, as bits.
using Allowed = std::vector<std::uint64_t>;

/// For tables by what is allowed.
struct HashOfAllowed {
  std::size_t operator()(const Allowed& allowed) const;
};

/// The values of an option of a several-choice, as bits of `Allowed`.
inline constexpr std::uint64_t not_chosen_bit = 1;
inline constexpr std::uint64_t chosen_bit = 2;

/// What the answers leave possible, variable by variable.
Allowed allowed_by(const Space& space, const model::Answers& answers);

/// The answers that say no more than this: a variable with one value left is known, any other is not. A number is the
/// first of its interval.
model::Answers answers_from(const Space& space, const model::RuleSet& rules, const Allowed& allowed);

/// The interval in which a number lies.
std::size_t interval_of(const QuestionVariables& variables, int number);

}  // namespace socrates::engine
