// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace socrates::render {

/// The style sheet of a page: readable from 320 pixels on, on paper, and with forced colours. The colours of text keep
/// a contrast of at least 4.5 to 1 with what they stand on.
extern const std::string_view page_style;

}  // namespace socrates::render
