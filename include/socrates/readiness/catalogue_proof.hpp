// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "socrates/engine/compile.hpp"
#include "socrates/model/rule_set.hpp"
#include "socrates/readiness/scope.hpp"

namespace socrates::readiness {

/// What is wrong with a catalogue as a whole: a criterion or an objective that no control reaches, a service that an
/// objective names and the questions of the selection rules do not offer, a frequency without a note on samples, a
/// control that says only what passes on a day, and one that blocks less than its frequency asks for.
std::vector<engine::Finding> catalogue_findings(const Catalogue& catalogue, const model::RuleSet& selection);

}  // namespace socrates::readiness
