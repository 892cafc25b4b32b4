// SPDX-License-Identifier: Apache-2.0
#include "socrates/engine/effort.hpp"

namespace socrates::engine {

void Effort::refuse_steps() const { throw TooMuchWork("more than " + std::to_string(limits_.steps) + " steps"); }

void Effort::refuse_nodes() const {
  throw TooMuchWork("a decision diagram of more than " + std::to_string(limits_.nodes) + " nodes");
}

void expect_few_variables(std::size_t variables) {
  if (variables > most_variables)
    throw TooMuchWork("a decision diagram of more than " + std::to_string(most_variables) + " variables");
}

}  // namespace socrates::engine
