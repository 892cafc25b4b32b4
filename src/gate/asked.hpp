// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "socrates/engine/outcome.hpp"
#include "socrates/gate/judge.hpp"
#include "view.hpp"

namespace socrates::gate {

/// The answers of the deal on top of the company's profile, `reports_held` as it follows from the inventory.
model::Answers answers_for(const model::Deal& deal, const Company& company, const model::RuleSet& selection,
                           std::optional<base::Date> decision);

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

/// Whether what is asked for fits the service; `asked` are all families of the deal.
AskFits ask_fits(const engine::CompiledRules& selection, const model::Answers& answers,
                 const std::vector<model::Family>& asked);

}  // namespace socrates::gate
