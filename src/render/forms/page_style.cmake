# SPDX-License-Identifier: Apache-2.0
# The style of a page as a source of the room. CMake runs again when it changes.
set(page_style_file ${CMAKE_CURRENT_SOURCE_DIR}/forms/page.css)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${page_style_file})
file(READ ${page_style_file} page_style)
file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/page_style.cpp @ONLY CONTENT [[
// SPDX-License-Identifier: Apache-2.0
#include "render/forms/html.hpp"

namespace socrates::render {

const std::string_view page_style = R"css(@page_style@)css";

}  // namespace socrates::render
]])
