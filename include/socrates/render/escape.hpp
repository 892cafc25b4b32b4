// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace socrates::render {

/// Shows what a terminal would obey or hide instead of sending it there: control characters, turns of the writing
/// direction, invisible characters that spell nothing and broken UTF-8 become `\n`, `\x1b`, `\u202e`. The result is one
/// line of valid UTF-8.
std::string terminal_safe(std::string_view text);

/// Text that Markdown, GitHub's included, prints as it stands: no markup, links, mentions, HTML or table cells come of
/// it.
std::string markdown_safe(std::string_view text);

/// The content of an XML element or of an attribute in quotes; what XML cannot hold is shown as at a terminal.
std::string xml_safe(std::string_view text);

/// Between the lines of an annotation, each of which is made harmless by itself.
inline constexpr std::string_view annotation_line_end = "%0A";

/// The message of a workflow command (`::error ...::message`), and the value of one of its properties.
std::string annotation_message(std::string_view text);
std::string annotation_property(std::string_view text);

/// A cell of a CSV table, in quotes; what a spreadsheet would take for a formula is made a text, as base::sheet_cell
/// has it.
std::string csv_cell(std::string_view text);

/// Text that HTML prints as it stands, between tags and in quoted attributes.
std::string html_safe(std::string_view text);

}  // namespace socrates::render
