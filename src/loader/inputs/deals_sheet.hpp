// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "loader/inputs/rows.hpp"
#include "socrates/base/diagnostic.hpp"
#include "socrates/loader/node.hpp"
#include "socrates/model/columns.hpp"
#include "socrates/model/rule_set.hpp"
#include "socrates/model/shape.hpp"

namespace socrates::loader {

/// The keys that a column of deals may go into, in the order of a template: those of a deal; `requirement`, the name of
/// a requirement, and its keys; `due.by` and `due.months_after_signing`; `promise.report`, `promise.type` and
/// `promise.by`. Beside them `answers.ID` of any question and `meta.NAME` of any name.
std::vector<std::string> keys_of_deal_rows(const model::Shape& deal);

/// The deals that the rows tell, as a list of objects like the one that a JSON file with the same deals would hold,
/// each value with the place of its cell. NamedRows of one id are one deal: each that says something of a requirement
/// adds one, and those that name the same requirement are alternatives of it. `columns`: where the keys come from;
/// null: each column of a sheet is a key. What is wrong is reported.
Node deals_of_rows(const NamedRows& rows, const model::Columns* columns, const model::Shape& deal,
                   const model::RuleSet& rules, base::Diagnostics& problems);

}  // namespace socrates::loader
