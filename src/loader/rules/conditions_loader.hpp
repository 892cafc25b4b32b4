// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "loader/rules/unfinished_rules.hpp"

namespace socrates::loader {

/// Reads a condition and resolves its names; all subjects must have been declared. Nothing after a report.
std::optional<model::Condition> read_condition(const Entry& entry, UnfinishedRules& unfinished,
                                               base::Diagnostics& problems);

/// The condition under a mandatory key.
std::optional<model::Condition> require_condition(const Entry& mapping, std::string_view key,
                                                  UnfinishedRules& unfinished, base::Diagnostics& problems);

}  // namespace socrates::loader
