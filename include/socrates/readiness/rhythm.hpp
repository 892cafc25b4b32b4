// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "socrates/model/control.hpp"
#include "socrates/readiness/occurrences.hpp"

namespace socrates::readiness {

/// In which windows the control has to be performed, by its frequency.
Rhythm rhythm_of(const model::ControlCatalogue& catalogue, const model::Control& control);

/// What the control holds up: what is said of it, and if it has windows at least what its frequency holds up.
model::Blocks held_up_by(const model::ControlCatalogue& catalogue, const model::Control& control);

}  // namespace socrates::readiness
