// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "socrates/base/date.hpp"
#include "socrates/base/diagnostic.hpp"
#include "socrates/model/rule_set.hpp"
#include "socrates/model/rule_test.hpp"

namespace socrates::loader {

struct LoadedTest {
  model::RuleTest test;
  base::Span place;  ///< of its name
};

/// Reads a file of tests about the rules (docs/rules-format.md). Dates among the answers are counted from `today`.
/// Reports every problem of the file; the source must outlive the places.
std::optional<std::vector<LoadedTest>> load_rule_tests(const base::Source& source, const model::RuleSet& rules,
                                                       base::Date today, base::Diagnostics& problems);

}  // namespace socrates::loader
