// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "socrates/engine/compiled_rules.hpp"
#include "socrates/model/criteria.hpp"

namespace socrates::builtin {

/// The shipped selection rules with their diagram, as they were when the program was built; no file is read.
engine::CompiledRules selection_rules();

/// The shipped acceptance rules, likewise.
engine::CompiledRules acceptance_rules();

/// The shipped table of criteria.
model::Criteria criteria();

}  // namespace socrates::builtin
