// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "socrates/model/answers.hpp"

namespace socrates::model {

/// A rule of a decision, or a note where there is no decision.
struct RuleReference {
  std::optional<std::size_t> decision;
  std::size_t index = 0;
  bool operator==(const RuleReference&) const = default;
};

/// What a test says of one decision: of a level or choice all values that are possible, of a set its elements.
struct ExpectedOutcome {
  std::size_t decision = 0;
  std::vector<std::size_t> possible;
  std::vector<std::size_t> surely;
  std::vector<std::size_t> maybe;
  bool operator==(const ExpectedOutcome&) const = default;
};

/// Answers, complete or not, and what must come out. What a test does not mention may come out in any way.
struct RuleTest {
  std::string name;
  Answers answers;
  bool is_contradiction = false;  ///< the answers must contradict each other; then nothing else is said
  std::vector<ExpectedOutcome> expected;
  std::vector<RuleReference> fired;                      ///< apply in every possible completion
  std::optional<std::vector<RuleReference>> fired_only;  ///< these do, and no others
  std::vector<RuleReference> not_fired;                  ///< apply in none
  std::optional<std::vector<std::size_t>> open;          ///< exactly these questions are open, in the order of asking
  bool operator==(const RuleTest&) const = default;
};

}  // namespace socrates::model
