// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/arguments.hpp"

namespace socrates::cli {

// What stands in the rules in force, those of `--rules` or of an argument DIR included. Nothing is proved of them, and
// where they cannot be read there are no candidates.

/// `ID=VALUE`: every question, date and control that is not set yet, then its values. Numbers, dates and the objects of
/// controls are open.
std::vector<std::string> candidates_for_setting(const Given& given, std::string_view word);

inline constexpr Argument setting_option{"--set", "ID=VALUE", "Override this answer; can be repeated", Times::any,
                                         candidates_for_setting};

/// `DECISION=VALUE`
std::vector<std::string> candidates_for_want(const Given& given, std::string_view word);

/// Decisions of the first rule set, which `rules show` takes.
std::vector<std::string> candidates_for_decision(const Given& given, std::string_view word);

}  // namespace socrates::cli
