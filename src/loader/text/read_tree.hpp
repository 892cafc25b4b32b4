// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "loader/kinds.hpp"
#include "loader/text/document_kind.hpp"
#include "socrates/loader/node.hpp"

namespace socrates::loader {

/// The tree of a file, in whichever syntax it is written: YAML or JSON by the end of its name (.yaml, .yml, .json); a
/// name that tells nothing, such as that of standard input: JSON where the text begins with a brace or a bracket or is
/// blank, else YAML.
std::optional<Node> read_tree(const base::Source& source, base::Diagnostics& problems);

/// Reads a whole file by a form. Nothing, and every problem of the file in the order of its lines, where it is wrong.
template <class Kind>
std::optional<typename Kind::Value> load(const base::Source& source, DocumentKind expected, const Kind& kind,
                                         base::Diagnostics& problems) {
  const std::size_t before = problems.count();
  const auto root = read_tree(source, problems);
  if (!root || !is_of_kind(expected, *root, problems)) return std::nullopt;
  FormReader reader{problems};
  auto value = kind.read(root_entry(*root), reader);
  if (problems.count() == before) return value;
  problems.sort_by_place();
  return std::nullopt;
}

}  // namespace socrates::loader
