// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "socrates/base/date.hpp"
#include "socrates/base/diagnostic.hpp"
#include "socrates/base/source.hpp"
#include "socrates/loader/node.hpp"
#include "socrates/model/deal.hpp"
#include "socrates/model/rule_set.hpp"

namespace socrates::loader {

/// Reads the deals of a file, one object or a list of them. Their answers are those to the selection rules, dates in
/// them counted from `today`. Reports every problem of the file.
std::optional<std::vector<model::Deal>> load_deals(const base::Source& source, const model::RuleSet& selection,
                                                   base::Date today, base::Diagnostics& problems);

/// The same of one deal that stands within a larger text.
std::optional<model::Deal> read_deal(const Node& object, const model::RuleSet& selection, base::Date today,
                                     base::Diagnostics& problems);

}  // namespace socrates::loader
