// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "gate/asked.hpp"
#include "gate/bench.hpp"
#include "gate/common.hpp"
#include "socrates/engine/outcome.hpp"
#include "socrates/gate/judge.hpp"

namespace socrates::gate {

/// What the judging of one deal and of the steps that would let it through share.
struct DealBench {
  explicit DealBench(Common& of) : common(of), bench(Bench::of_deal(of.bench)) {}

  Common& common;
  Bench bench;
  std::optional<model::Answers> answers;  ///< those by which the rest was worked out, which stays while they do
  std::vector<std::vector<std::optional<Fit>>> fits;  ///< by requirement, and by alternative of it
  std::optional<Doubts> doubts;
  std::optional<engine::Outcome> outcome;
};

/// Whether the deal would be a yes with what is held then, and nothing else; no, where there is a problem. `inventory`
/// has the reports of the company with other contents, and perhaps more.
bool goes_through(const model::Deal& deal, const model::Inventory& inventory, DealBench& bench);

/// Reports that the deal takes more judging than the limit, where it does.
bool is_too_much(const model::Deal& deal, const Bench& bench, base::Diagnostics& problems);

}  // namespace socrates::gate
