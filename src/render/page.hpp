// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace socrates::render {

// What the pages are made of.

/// The words of a text in one line that HTML prints as they stand.
std::string html_line(std::string_view text);

/// The style sheet of a page: readable from 320 pixels on, on paper, and with forced colours. The colours of text keep
/// a contrast of at least 4.5 to 1 with what they stand on.
extern const std::string_view page_style;

}  // namespace socrates::render
