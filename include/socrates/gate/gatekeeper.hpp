// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "socrates/gate/judge.hpp"

namespace socrates::gate {

/// What is told of a deal. In brief: verdicts, what meets them and the ids of rules; the rest stays empty, and is not
/// worked out either.
enum class Extent { brief, full };

struct Common;

/// Judges deals for one company, one after the other, and works out once what is the same for all of them. What the
/// company and the rules refer to must outlive it. It is for one thread.
class Gatekeeper {
 public:
  Gatekeeper(const Company& company, const RuleBooks& rules, base::Date today);
  Gatekeeper(const Gatekeeper&) = delete;
  Gatekeeper& operator=(const Gatekeeper&) = delete;
  ~Gatekeeper();

  /// As `judge` of judge.hpp does.
  std::optional<DealVerdict> judge(const model::Deal& deal, Extent extent, base::Diagnostics& problems);

  /// As `unlocking_steps` of steps.hpp does.
  std::vector<Step> unlocking_steps(const model::Deal& deal, const DealVerdict& verdict, base::Diagnostics& problems);

 private:
  std::unique_ptr<Common> common_;
};

}  // namespace socrates::gate
