// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "socrates/model/anything.hpp"

namespace socrates::render {

/// Texts by the name of a column.
using DealRow = std::map<std::string, std::string>;

/// The rows that say the same as the deal, in a sheet: the first tells of the deal, and each tells of a requirement, or
/// of one of its alternatives, and of a promise.
std::vector<DealRow> rows_of(const model::Anything& deal);

}  // namespace socrates::render
