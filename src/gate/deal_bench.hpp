// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "gate/asked.hpp"
#include "gate/bench.hpp"
#include "socrates/engine/outcome.hpp"
#include "socrates/gate/judge.hpp"

namespace socrates::gate {

/// What the judging of one deal and of the steps that would let it through share.
struct DealBench {
  DealBench(const RuleBooks& rules, const model::Policy& policy) : bench(rules, policy) {}

  Bench bench;
  std::optional<model::Answers> answers;  ///< those by which the rest was worked out, which stays while they do
  std::vector<std::vector<std::optional<Fit>>> fits;  ///< by requirement, and by alternative of it
  std::optional<Doubts> doubts;
  std::optional<engine::Outcome> outcome;
};

/// Whether the deal would be a yes, and nothing else; no, where there is a problem.
bool goes_through(const model::Deal& deal, const Company& company, const RuleBooks& rules, base::Date today,
                  DealBench& bench);

/// Reports that the deal takes more judging than the limit, where it does.
bool is_too_much(const model::Deal& deal, const Bench& bench, base::Diagnostics& problems);

}  // namespace socrates::gate
