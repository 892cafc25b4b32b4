// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "draft.hpp"

namespace socrates::loader {

/// Declares a decision: title, way to combine, values. Its rules are read later, as they may name other decisions.
void declare_decision(const Part& part, Draft& draft, base::Diagnostics& problems);

/// Reads the rules of a decision that was declared; all subjects must have been.
void read_rules(const Part& part, Draft& draft, base::Diagnostics& problems);

/// Reads `notes: [{id, when, text, sources}]`.
void read_notes(const Part& notes, Draft& draft, base::Diagnostics& problems);

/// Reads `invariants: [{id, when, always, because}]`.
void read_invariants(const Part& invariants, Draft& draft, base::Diagnostics& problems);

/// Reads `impossible: [{when, because}]`.
void read_impossible(const Part& impossible, Draft& draft, base::Diagnostics& problems);

}  // namespace socrates::loader
