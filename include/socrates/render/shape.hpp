// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "socrates/model/shape.hpp"

namespace socrates::render {

/// Whether a file holds one value of a shape, or one or a list of them.
enum class Holds { one, one_or_a_list };

/// The JSON Schema (2020-12) of files of that kind (`deals`), under that title.
std::string shape_schema(std::string_view kind, std::string_view title, const model::Shape& shape, Holds holds);

/// The keys of the shape and of the objects in it as a section of Markdown, a table each.
std::string shape_tables(std::string_view kind, std::string_view title, const model::Shape& shape);

}  // namespace socrates::render
