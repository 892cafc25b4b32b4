// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace socrates::render {

/// A row of a sheet as RFC 4180 has it, its line ended: cells as csv_cell writes them, with quotes only where they are
/// needed.
std::string csv_row(const std::vector<std::string>& cells);

}  // namespace socrates::render
