// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "draft.hpp"
#include "socrates/model/shape.hpp"

namespace socrates::loader {

/// Reads `sections: {id: label}`.
void read_sections(const Part& sections, Draft& draft, base::Diagnostics& problems);

/// Reads `sources: {id: {title, publisher}}`.
void read_sources(const Part& sources, Draft& draft, base::Diagnostics& problems);
/// What may stand under the id of a source.
model::Shape source_shape();

/// Reads `questions: {id: {...}}`; sections must have been read.
void read_questions(const Part& questions, Draft& draft, base::Diagnostics& problems);

/// Reads ids with their labels, from a mapping, or from a list where the ids stand for themselves.
std::vector<model::Named> read_named(const Part& part, std::string_view what, base::Diagnostics& problems);

}  // namespace socrates::loader
