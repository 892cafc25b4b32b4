// SPDX-License-Identifier: Apache-2.0
#include "socrates/engine/reach.hpp"

namespace socrates::engine {

Leaves Reach::of(Function f) {
  f = past_known(diagram_, allowed_, f);
  if (f < leaf_limit) return Leaves{1} << f;
  if (const Leaves* const known = leaves_.find(f)) return *known;
  const std::uint32_t variable = variable_of(diagram_, f);
  effort_.take_steps(diagram_.arity[variable]);
  Leaves leaves = 0;
  for (std::size_t value = 0; value < diagram_.arity[variable]; ++value)
    if (((allowed_[variable] >> value) & 1U) != 0) leaves |= of(child_of(diagram_, f, value));
  leaves_.add(f, leaves);
  return leaves;
}

}  // namespace socrates::engine
