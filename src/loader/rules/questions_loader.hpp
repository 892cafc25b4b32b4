// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "loader/rules/unfinished_rules.hpp"
#include "socrates/model/shape.hpp"

namespace socrates::loader {

/// Reads `sections: {id: label}`.
void read_sections(const Entry& sections, UnfinishedRules& unfinished, base::Diagnostics& problems);

/// Reads `sources: {id: {title, publisher}}`.
void read_sources(const Entry& sources, UnfinishedRules& unfinished, base::Diagnostics& problems);
/// What may stand under the id of a source.
model::Shape source_shape();

/// Reads `questions: {id: {...}}`; sections must have been read.
void read_questions(const Entry& questions, UnfinishedRules& unfinished, base::Diagnostics& problems);

/// Reads ids with their labels, from a mapping, or from a list where the ids stand for themselves.
std::vector<model::Named> read_named(const Entry& entry, std::string_view what, base::Diagnostics& problems);

}  // namespace socrates::loader
