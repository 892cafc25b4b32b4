// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "loader/rules/unfinished_rules.hpp"

namespace socrates::loader {

/// The `ask_when` of every question. All questions, facts and decisions have been read.
void read_wordings(const Entry& questions, UnfinishedRules& unfinished, base::Diagnostics& problems);

}  // namespace socrates::loader
