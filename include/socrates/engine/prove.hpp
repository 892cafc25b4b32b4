// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "socrates/base/natural.hpp"
#include "socrates/engine/compile.hpp"

namespace socrates::engine {

/// What became of all proofs about a rule set; all hold where there is no finding.
struct Proof {
  std::vector<Finding> findings;
  std::vector<Finding> departures = {};   ///< from the contract, of rules with one of their own: warnings
  std::optional<CompiledRules> compiled;  ///< none where a decision is no function of the answers, or over the limit
  base::Natural answer_sets;              ///< complete answers that do not contradict themselves; 0 over the limit
  std::size_t nodes = 0;                  ///< of the diagram, while everything was proved
};

/// Which proofs are made.
enum class Extent {
  what_results_rest_on,  ///< those without which no result is worth anything
  everything,            ///< and that no part of the rules is idle
};

/// Proves, beside what `compile` does, that every invariant holds and that the contract is kept (contract.hpp); with
/// `everything` also that every rule and note can apply, every rule's value and every value can be the outcome, every
/// question, option, fact and threshold matters, and every `impossible` clause can hold. What results rest on is proved
/// within `limits`, the rest within `author_limits`. Over a limit nothing is proved, and that is the one finding.
Proof prove(const model::RuleSet& rules, Extent extent = Extent::everything, Limits limits = usual_limits);

/// The same, sooner for rules that share most questions with `like`: where all holds, in the order of its diagram. What
/// does not hold is shown by the same answers as `prove` shows it by.
Proof prove_like(const model::RuleSet& rules, const CompiledRules& like, Extent extent = Extent::everything,
                 Limits limits = usual_limits);

}  // namespace socrates::engine
