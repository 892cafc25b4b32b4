// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "socrates/model/rule_set.hpp"
#include "socrates/render/document.hpp"

namespace socrates::render {

/// The keys of sources by their indices.
std::vector<std::string> keys_of(const std::vector<std::size_t>& sources,
                                 const std::vector<model::SourceReference>& known);

/// Adds those that are not there yet.
void add_keys(const std::vector<std::string>& more, std::vector<std::string>& keys);

Source source_of(const model::SourceReference& source);

/// Another document as a part of one: what it comes to, and its sections below. Its sources and its origin stand at the
/// end of the whole, which `add_end_of` puts there.
Section part_of(std::string heading, const Document& part);
void add_end_of(const Document& part, Document& whole);

/// Adds the known sources whose keys stand anywhere in the document, in the order in which they are known.
void add_named_sources(Document& document, const std::vector<model::SourceReference>& known);

}  // namespace socrates::render
