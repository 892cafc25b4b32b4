// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "loader/rules/unfinished_rules.hpp"

namespace socrates::loader {

/// Declares a decision: title, way to combine, values. Its rules are read later, as they may name other decisions.
void declare_decision(const Entry& entry, UnfinishedRules& unfinished, base::Diagnostics& problems);

/// Reads the rules of a decision that was declared; all subjects must have been.
void read_rules(const Entry& entry, UnfinishedRules& unfinished, base::Diagnostics& problems);

/// Reads `notes: [{id, when, text, sources}]`.
void read_notes(const Entry& notes, UnfinishedRules& unfinished, base::Diagnostics& problems);

/// Reads `invariants: [{id, when, always, because}]`.
void read_invariants(const Entry& invariants, UnfinishedRules& unfinished, base::Diagnostics& problems);

/// Reads `impossible: [{when, because}]`.
void read_impossible(const Entry& impossible, UnfinishedRules& unfinished, base::Diagnostics& problems);

}  // namespace socrates::loader
