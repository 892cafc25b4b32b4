// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "socrates/engine/lanes.hpp"

namespace socrates::engine {

/// The number of a word; the first two hold no lane and all lanes.
using Word = std::uint32_t;
inline constexpr Word zeros = 0;
inline constexpr Word ones = 1;
inline constexpr Word first_plane = 2;

/// Makes a new word of two earlier ones.
struct Step {
  enum class Kind : std::uint8_t { conjunction, disjunction, difference };
  Kind kind;
  Word left;
  Word right;
};

/// The conditions of a rule set as steps: the words are zeros, ones, a plane for each value of each variable, and then
/// one for each step.
struct LaneProgram {
  struct Decision {
    std::vector<Word> values;
    std::vector<Word> rules;
  };
  std::vector<Step> steps;
  Word consistent = ones;
  std::vector<Decision> decisions;
  std::vector<Word> notes;
};

/// The diagram as words: for each node and each leaf below it the lanes in which the leaf can be reached.
struct LaneDiagram {
  /// Where the plane's value is allowed, what the child reaches counts.
  struct Way {
    Word plane;
    Word child;
  };
  std::vector<Way> ways;
  std::vector<std::uint32_t> ends;    ///< by word after the first two: where its ways end
  std::vector<Word> first_word;       ///< by node
  std::vector<std::uint64_t> leaves;  ///< by node: those below it, as bits, without the impossible one

  /// The lanes in which the function can have this leaf.
  [[nodiscard]] Word word_of(Function f, Function leaf) const;
};

/// Bits in the rows of answers.
struct LaneField {
  std::size_t first_row = 0;  ///< the first of the 64 rows that hold it
  int shift = 0;              ///< its lowest bit in these
};

/// Where the answers to a question go that are put there as they are.
struct PlainField {
  std::size_t question = 0;
  LaneField place;
};

/// Where the answers to a question go.
struct LaneQuestion {
  model::QuestionKind kind = model::QuestionKind::yes_no;
  int from = 0;                         ///< the least number
  std::vector<std::uint8_t> intervals;  ///< by number, from the least one: where it lies; empty where they are many
  LaneField chosen;                     ///< a bit for each value or option
  LaneField refused;                    ///< of a several-choice, a bit for each option
};

struct LaneTables {
  std::vector<Word> planes;  ///< by variable: the word of its first value
  Word end_of_planes = 0;
  LaneProgram program;
  std::vector<LaneQuestion> questions;
  std::vector<PlainField> chosen;     ///< of the questions without a number
  std::vector<PlainField> refused;    ///< of the several-choices
  std::vector<std::size_t> numbers;   ///< the questions with one
  std::size_t rows = 0;               ///< of answers: 64 for each word that a record fills
  std::vector<std::size_t> deciding;  ///< the decisions that are settled where a recommendation is decided
};

LaneProgram make_lane_program(const CompiledRules& compiled, const std::vector<Word>& planes, Word end_of_planes);
LaneDiagram make_lane_diagram(const CompiledRules& compiled, const std::vector<Word>& planes);

}  // namespace socrates::engine
