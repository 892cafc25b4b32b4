// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace socrates::render {

/// Shows what a terminal would obey or hide instead of sending it there: control characters, turns of the writing
/// direction, invisible characters and broken UTF-8 become `\n`, `\x1b`, `\u202e`. The result is one line of valid
/// UTF-8.
std::string terminal_safe(std::string_view text);

/// Text that Markdown, GitHub's included, prints as it stands: no markup, links, mentions, HTML or table cells come of
/// it.
std::string markdown_safe(std::string_view text);

/// Text that HTML prints as it stands, between tags and in quoted attributes.
std::string html_safe(std::string_view text);

}  // namespace socrates::render
