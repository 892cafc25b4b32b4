// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace socrates::base {

/// A text as a cell of a sheet holds it, before quotes: what a terminal would obey or nobody would see is written as
/// `\x1b`, `\u202e` or `\U000e0041`, line feeds and tabs excepted, and an apostrophe stands before a text that a
/// spreadsheet program would take for a formula or whose blanks it might drop.
std::string sheet_cell(std::string_view text);

/// The text of such a cell: `text_of_cell(sheet_cell(text))` is `text`, byte for byte. What people typed is read as
/// they mean it: without the blanks around it, and with apostrophes and backslashes that protect nothing.
std::string text_of_cell(std::string_view cell);

}  // namespace socrates::base
