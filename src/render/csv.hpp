// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace socrates::render {

/// A row of a sheet as RFC 4180 has it, its line ended. A text that a spreadsheet program would take for a formula gets
/// an apostrophe before it, and so does one that begins with an apostrophe, so that a reader can take it off again.
/// Control characters other than line ends are written out as `\x1b`.
std::string csv_row(const std::vector<std::string>& cells);

}  // namespace socrates::render
