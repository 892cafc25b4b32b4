// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "socrates/model/index_set.hpp"

namespace socrates::model {

enum class ConditionKind : std::uint8_t {
  all,       ///< of `parts`
  any,       ///< of `parts`
  negation,  ///< of the single part
  question,  ///< `test` on the question `subject`
  fact,      ///< the fact `subject` holds
  decision,  ///< `test` on the decision `subject`
};

enum class Test : std::uint8_t {
  one_of,    ///< the choice is one of `values`; of a several-choice or a set: at least one of `values` is chosen
  has_all,   ///< a several-choice or a set holds all `values`
  is_empty,  ///< a several-choice or a set holds nothing
  in_range,  ///< a number lies in [from, to]
};

/// A condition with every name resolved to an index, and every short form of the grammar written out: `{any: true}` is
/// one_of all options, `fact: false` a negation, `{at_least: recommended}` one_of the values from there on.
struct Condition {
  ConditionKind kind = ConditionKind::all;
  Test test = Test::one_of;
  int from = 0;
  int to = 0;
  std::size_t subject = 0;
  IndexSet values;  ///< of options or values
  std::vector<Condition> parts;
  bool operator==(const Condition&) const = default;
};

}  // namespace socrates::model
