// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "socrates/engine/compiled_rules.hpp"
#include "socrates/engine/diagram_builder.hpp"
#include "socrates/engine/effort.hpp"
#include "socrates/engine/marks.hpp"
#include "socrates/engine/number_table.hpp"
#include "socrates/engine/reach.hpp"

namespace socrates::engine {

/// Walks the functions of a rule set under what is allowed, and remembers what it has seen: all questions about one
/// set of answers should go to one walk. What takes more than its limits throws TooMuchWork. The rules must outlive it.
class Walk {
 public:
  /// With an effort of its own, of the usual limits.
  Walk(const CompiledRules& compiled, Allowed allowed);
  /// As part of a larger piece of work.
  Walk(const CompiledRules& compiled, Allowed allowed, Effort& effort);

  /// The leaves that can be reached; `impossible_bit` among them where some completion contradicts itself.
  Leaves reachable(Function f);

  /// Two possible completions that differ in no other question give `f` different leaves (design: `depends_on`).
  bool matters(std::size_t question, Function f) { return matters(question, std::span(&f, 1)); }
  /// So it is for some of the functions.
  bool matters(std::size_t question, std::span<const Function> functions);

  /// By question: it matters to some of the functions. All questions take one search.
  std::vector<bool> mattering(std::span<const Function> functions);

  /// Two possible completions that differ in no other variable give `f` different leaves, where this variable has the
  /// value a in one and b in the other.
  bool tells_apart(std::size_t variable, std::size_t a, std::size_t b, Function f);

  [[nodiscard]] const Allowed& allowed() const { return allowed_; }

 private:
  Function restricted(Function f);
  std::vector<Function> all_restricted(std::span<const Function> functions);
  Leaves leaves_of(Function r);
  bool matters_below(Function r, std::uint32_t first, std::uint32_t end);
  /// Below it several outcomes are possible.
  bool is_open(Function r);
  /// The question at whose first variables `r` stands can be answered so that the ways on differ.
  bool parts(Function r);
  bool look_for_parting(Function r);
  /// The functions in which the variables before `end` can be left.
  std::vector<Function> exits_of(Function r, std::uint32_t end);
  bool can_differ(Function a, Function b);
  bool look_for_difference(Function a, Function b);

  const CompiledRules* compiled_;
  Allowed allowed_;
  std::optional<Effort> own_;
  Effort& effort_;
  DiagramBuilder restricted_;                    ///< the functions under what is allowed
  NumberTable<Function, Function> images_;       ///< by function: the same under what is allowed
  std::vector<Leaves> leaves_;                   ///< by restricted node
  std::vector<std::uint32_t> question_of_;       ///< by variable
  NumberTable<Function, bool> parts_;            ///< by restricted function
  Marks visited_;                                ///< restricted functions that the present search came by
  Marks entered_;                                ///< those that it came to from another question
  Marks left_;                                   ///< and the search for exits within it
  NumberTable<std::uint64_t, bool> can_differ_;  ///< by pair of restricted functions
};

/// Some completion of what is allowed does not contradict itself.
bool are_possible(const CompiledRules& compiled, const Allowed& allowed);

/// The same as part of a larger piece of work.
bool are_possible(const CompiledRules& compiled, const Allowed& allowed, Effort& effort);

}  // namespace socrates::engine
