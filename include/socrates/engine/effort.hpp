// SPDX-License-Identifier: Apache-2.0
#pragma once

// Why work is counted. A few lines of rules can ask for a diagram that no machine holds: "(a1 and b1) or (a2 and b2) or
// ...", with all the a before all the b, needs twice the nodes for each pair. Rules and answers come from people whom
// nobody has reason to trust, so whatever is done with them has a limit. It counts steps and nodes, not time: the same
// input is then refused on every machine, or on none.
//
// One piece of work has one effort, however many diagrams and walks share in it. Past its limit it throws, and so
// leaves at once whatever it is in; who began the work says that it is too much, and nothing that was half done is
// told.

#include <cstddef>
#include <stdexcept>
#include <string>

namespace socrates::engine {

struct Limits {
  std::size_t nodes = 0;  ///< of all diagrams that are built; one of many values counts as several
  std::size_t steps = 0;  ///< from a node to a child, about
};

/// What results rest on has to be proved within this, and each answer to a question about some answers given.
inline constexpr Limits usual_limits{2'000'000, 40'000'000};

/// All proofs together, and whatever looks at a rule set as a whole for the people who write it.
inline constexpr Limits author_limits{4'000'000, 100'000'000};

/// A diagram of more variables is not begun: walks go down one variable at a time, and each keeps its place.
inline constexpr std::size_t most_variables = 5'000;

/// A limit on work was met. The text names it, and goes behind "this needs".
class TooMuchWork : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Counts the work and throws TooMuchWork past the limits.
class Effort {
 public:
  explicit Effort(Limits limits = usual_limits) : limits_(limits) {}
  Effort(const Effort&) = delete;
  Effort& operator=(const Effort&) = delete;

  void take_steps(std::size_t count) {
    if (count > limits_.steps - taken_.steps) refuse_steps();
    taken_.steps += count;
  }
  void take_node(std::size_t children) {
    const std::size_t weight = 1 + children / 8;
    if (weight > limits_.nodes - taken_.nodes) refuse_nodes();
    taken_.nodes += weight;
  }
  /// From here on up to these limits, which are no lower; what was taken stays taken.
  void raise(Limits limits) { limits_ = limits; }

  [[nodiscard]] const Limits& taken() const { return taken_; }

 private:
  [[noreturn]] void refuse_steps() const;
  [[noreturn]] void refuse_nodes() const;

  Limits limits_;
  Limits taken_;
};

/// Throws TooMuchWork where the variables are too many.
void expect_few_variables(std::size_t variables);

}  // namespace socrates::engine
