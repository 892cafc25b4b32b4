// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "socrates/engine/compiled_rules.hpp"
#include "socrates/model/control.hpp"
#include "socrates/model/criteria.hpp"
#include "socrates/model/engagement.hpp"
#include "socrates/model/objective.hpp"

namespace socrates::builtin {

/// The shipped selection rules with their diagram, as they were when the program was built; no file is read.
engine::CompiledRules selection_rules();

/// The shipped acceptance rules, likewise.
engine::CompiledRules acceptance_rules();

/// The shipped rules for verdicts on readiness.
engine::CompiledRules readiness_rules();

/// The shipped table of criteria.
model::Criteria criteria();

/// The shipped catalogue of an engagement.
model::Engagement engagement();

/// The shipped table of control objectives.
model::Objectives objectives();

/// The shipped catalogue of controls; its ids are those of the two tables.
model::ControlCatalogue controls();

}  // namespace socrates::builtin
