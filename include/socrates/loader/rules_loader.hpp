// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "socrates/base/diagnostic.hpp"
#include "socrates/model/criteria.hpp"
#include "socrates/model/rule_set.hpp"

namespace socrates::loader {

/// The most options of a question, values of a decision, and intervals that conditions cut a number into.
inline constexpr std::size_t most_options = 60;

/// The most questions, facts and decisions of a rule set, together.
inline constexpr std::size_t most_subjects = 2000;

/// Whoever follows a condition through facts and decisions goes down once for each.
inline constexpr std::size_t most_chain = 500;

/// Where the parts of a rule set stand, for problems that show only when the rules are put together.
/// Keys: `question soc`, `option soc.yes`, `fact x`, `decision soc1`, `value soc1.required`, `rule soc1.a`,
/// `impossible 0`, `note n`, `invariant i`, and `threshold months 6` for the first bound that parts 5 from 6.
using Places = std::map<std::string, base::Span>;

struct LoadedRules {
  model::RuleSet rules;
  Places places;
};

/// Reads a rule set from its files, in whatever order they come; the sources must outlive the places.
/// Reports every problem of all files; returns nothing when there is any.
std::optional<LoadedRules> load_rules(const std::vector<base::Source>& files, base::Diagnostics& problems);

/// Reads the table of criteria.
std::optional<model::Criteria> load_criteria(const base::Source& file, base::Diagnostics& problems);

}  // namespace socrates::loader
