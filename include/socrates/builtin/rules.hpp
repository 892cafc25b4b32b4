// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "socrates/engine/compiled_rules.hpp"
#include "socrates/model/control.hpp"
#include "socrates/model/criteria.hpp"
#include "socrates/model/engagement.hpp"
#include "socrates/model/findings.hpp"
#include "socrates/model/objective.hpp"

namespace socrates::builtin {

/// Which rules are shipped, as RuleSet has it.
struct Edition {
  std::string id;
  std::string version;
  std::string sha256;
};

/// Of the shipped selection rules; nothing else of them is read.
Edition selection_edition();

// Each is made when it is first asked for, and stays until the program ends.

/// The shipped selection rules with their diagram, as they were when the program was built; no file is read.
const engine::CompiledRules& selection_rules();

/// The shipped acceptance rules, likewise.
const engine::CompiledRules& acceptance_rules();

/// The shipped rules for verdicts on readiness.
const engine::CompiledRules& readiness_rules();

/// The shipped table of the checks of scanners; the controls that it names are those of the catalogue.
const model::CheckTable& checks();

/// The shipped table of criteria.
const model::Criteria& criteria();

/// The shipped catalogue of an engagement.
const model::Engagement& engagement();

/// The shipped table of control objectives.
const model::Objectives& objectives();

/// The shipped catalogue of controls; its ids are those of the two tables.
const model::ControlCatalogue& controls();

}  // namespace socrates::builtin
