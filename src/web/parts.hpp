// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace socrates::web {

// The parts of the page, written into a source while the program is built.
extern const std::string_view page_html;
extern const std::string_view page_css;
extern const std::string_view page_js;
extern const std::string_view page_unpack;  ///< the module that unpacks the rest
extern const std::string_view page_module;

}  // namespace socrates::web
