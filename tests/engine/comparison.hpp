// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "socrates/engine/compile.hpp"
#include "socrates/engine/outcome.hpp"
#include "worlds/naive.hpp"

namespace socrates::tests {

/// The engine's outcome in the oracle's words, field by field.
worlds::Outcome in_naive_words(const engine::Outcome& outcome);

/// What the engine makes of the answers differs from what the oracle makes of them: says how, or nothing.
std::string difference(const worlds::World& world, const engine::CompiledRules& compiled,
                       const model::Answers& answers);

/// The findings differ from the faults that the oracle sees, or a witness does not show its fault in every completion:
/// says how, or nothing.
std::string difference(const worlds::World& world, const std::vector<engine::Finding>& findings);

/// What of an outcome is the same in whatever order things are declared.
struct ById {
  std::string decision;
  std::set<std::string> possible;
  std::set<std::string> surely;
  std::set<std::string> maybe;
  std::set<std::string> because;  ///< rule and value
  std::set<std::string> depends_on;
  auto operator<=>(const ById&) const = default;  // NOLINT(modernize-use-nullptr): clang-tidy 14 misreads it
};

/// The decisions sorted by id.
std::set<ById> by_id(const model::RuleSet& rules, const engine::Outcome& outcome);

}  // namespace socrates::tests
