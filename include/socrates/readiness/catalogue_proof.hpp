// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "socrates/engine/compile.hpp"
#include "socrates/model/rule_set.hpp"
#include "socrates/readiness/scope.hpp"

namespace socrates::readiness {

/// What is wrong with a catalogue as a whole: a criterion or an objective that no control reaches, and a service that
/// an objective names and the questions of the selection rules do not offer.
std::vector<engine::Finding> catalogue_findings(const Catalogue& catalogue, const model::RuleSet& selection);

}  // namespace socrates::readiness
