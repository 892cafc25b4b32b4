// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "socrates/base/diagnostic.hpp"
#include "socrates/base/source.hpp"
#include "socrates/model/draft.hpp"

namespace socrates::loader {

/// Reads the template of a kind of draft: a part of Mustache, in which every name is one of `model::draft_names`.
/// Reports every problem of it.
std::optional<model::DraftTemplate> load_draft(model::DraftKind kind, const base::Source& source,
                                               base::Diagnostics& problems);

}  // namespace socrates::loader
