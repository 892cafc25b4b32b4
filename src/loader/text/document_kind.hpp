// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "socrates/base/diagnostic.hpp"
#include "socrates/loader/node.hpp"

namespace socrates::loader {

/// The kinds of files that people confuse.
enum class DocumentKind { answers, deals, reports, policy, waivers, profiles, columns, rules, record, result };

/// The kind that the keys at the top of a document show; none where they show none.
std::optional<DocumentKind> kind_of(const Node& root);

/// False after one report where the document is plainly of another kind than the one that is expected: a line that
/// says so helps more than an error for each of its keys.
bool is_of_kind(DocumentKind expected, const Node& root, base::Diagnostics& problems);

/// Reads JSON; of a file named as YAML that is of another kind only that is reported.
std::optional<Node> read_json_of_kind(DocumentKind expected, const base::Source& source, base::Diagnostics& problems);

}  // namespace socrates::loader
