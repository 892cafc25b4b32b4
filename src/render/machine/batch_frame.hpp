// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "socrates/render/batch.hpp"

namespace socrates::render {

/// Appends `{"line":7,"id":"a"`.
void begin_line(const BatchLine& line, std::string& text);

/// Appends `,"exit":0}` and ends the line.
void end_line(const BatchLine& line, std::string& text);

}  // namespace socrates::render
