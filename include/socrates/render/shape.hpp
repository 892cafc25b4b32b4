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

/// A file of that shape to fill in, as YAML: what has to be there, and everything else behind `#` with a comment on
/// what it means. `about` stands at its head. It reads back as it is.
std::string shape_yaml_template(std::string_view about, const model::Shape& shape);

/// The same as JSON, which has no comments: what can be said stands by its path in an object `explained` under
/// `explained_under`, a key of the shape that takes anything.
std::string shape_json_template(std::string_view about, std::string_view explained_under, const model::Shape& shape);

}  // namespace socrates::render
