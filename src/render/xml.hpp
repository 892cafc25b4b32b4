// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace socrates::render {

/// Text for an element or a quoted attribute of XML 1.0: no markup comes of it, and what XML cannot hold, such as
/// control characters, is shown as `\x1b`.
std::string xml_safe(std::string_view text);

}  // namespace socrates::render
