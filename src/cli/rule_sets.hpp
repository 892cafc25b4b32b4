// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/options.hpp"
#include "socrates/base/diagnostic.hpp"
#include "socrates/base/source.hpp"
#include "socrates/engine/prove.hpp"
#include "socrates/loader/rules_loader.hpp"

namespace socrates::cli {

/// A rule set with the files it was read from, which its places point into.
struct SourcedRules {
  std::string folder;               ///< that holds the files; empty for one that is built in
  std::vector<base::Source> files;  ///< in memory
  loader::LoadedRules loaded;
};

/// Every rule set that a folder holds, or all that are built in where `folder` is empty. Nothing is proved of them.
std::optional<std::vector<SourcedRules>> read_rule_sets(const std::string& folder, base::Diagnostics& problems);

/// The same, ready for any question; a failed proof that results rest on is a problem.
std::optional<std::vector<engine::CompiledRules>> prove_rule_sets(const std::vector<SourcedRules>& sets,
                                                                  base::Diagnostics& problems);

inline constexpr Argument folder_argument{"DIR", "[DIR]",
                                          "The folder of the rules, as --rules DIR; the built-in rules if omitted"};

/// The folder of the rules, from the argument `DIR` or from `--rules`; nothing where both are given.
std::optional<std::string> folder_of_rules(const Given& given, const Options& options, base::Diagnostics& problems);

}  // namespace socrates::cli
