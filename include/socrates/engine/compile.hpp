// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "socrates/base/code.hpp"
#include "socrates/engine/compiled_rules.hpp"
#include "socrates/engine/effort.hpp"
#include "socrates/model/answers.hpp"

namespace socrates::engine {

/// Something that a proof refuted, or could not settle.
struct Finding {
  base::Code code;
  std::string subject;  ///< what it is about, as `decision soc1`, `rule soc1.a`, `impossible 0`; empty: the whole set
  std::string message;
  std::optional<model::Answers> witness;  ///< answers, as few as are needed, that show it
};

struct Compilation {
  std::optional<CompiledRules> compiled;  ///< none where a decision is no function of the answers, or over the limit
  std::vector<Finding> findings;
};

/// Makes the functions of a rule set, and proves no more than what makes them functions: that every `exactly_one`
/// decision has a rule for all possible answers and no two rules that give different values, and that every question
/// keeps an answer that no `impossible` clause forbids. All other proofs: prove.hpp.
Compilation compile(const model::RuleSet& rules, Limits limits = usual_limits);

/// The same with the questions of the diagram in that order, in which all of them stand once.
Compilation compile_in_order(const model::RuleSet& rules, const std::vector<std::size_t>& order,
                             Limits limits = usual_limits);

}  // namespace socrates::engine
