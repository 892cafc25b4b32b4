// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace socrates::render {

/// The words of a text in one line that HTML prints as they stand.
std::string html_line(std::string_view text);

/// The text of page.css.
extern const std::string_view page_style;

}  // namespace socrates::render
