// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gate/view.hpp"
#include "socrates/engine/outcome.hpp"
#include "socrates/gate/judge.hpp"

namespace socrates::gate {

/// The answers of the deal on top of the company's profile, `reports_held` as it follows from the inventory.
model::Answers answers_for(const model::Deal& deal, const model::Answers& profile, const model::Inventory& inventory,
                           const model::RuleSet& selection, std::optional<base::Date> decision);

/// A requirement that nobody wrote down: the selection rules see it as needed or as called for.
struct Derived {
  model::Requirement requirement;
  Weight weight = Weight::required;
};

/// What a deal asks for that names no reports, and the questions on which it hangs what else it may ask for.
struct DerivedRequirements {
  std::vector<Derived> requirements;
  std::vector<std::string> open;  ///< the words of the open questions; with any, nothing is settled
};

DerivedRequirements derived_requirements(const engine::CompiledRules& selection, const model::Answers& answers,
                                         const engine::Outcome& outcome);

/// Whether the requirement fits the service, asked for alone and with all that the deal asks for. What is wrong only
/// with the others is not held against it.
Fit fit_of(const model::Requirement& requirement, const model::Deal& deal, const engine::CompiledRules& selection,
           const model::Answers& answers);

/// What the rules say against what the answers themselves say is asked for.
Fit fit_of_request(const engine::CompiledRules& selection, const engine::Outcome& outcome);

}  // namespace socrates::gate
