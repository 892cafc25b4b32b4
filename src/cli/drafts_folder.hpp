// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "socrates/base/diagnostic.hpp"
#include "socrates/model/draft.hpp"

namespace socrates::cli {

/// The templates of drafts of a folder of rules: in its subfolder `drafts` a file for each kind that is changed,
/// `reply.md`. Those of other kinds are the ones built in; a file of no kind is a problem.
std::optional<std::vector<model::DraftTemplate>> read_drafts(const std::string& folder, base::Diagnostics& problems);

/// That of a kind.
std::optional<model::DraftTemplate> read_draft(const std::string& folder, model::DraftKind kind,
                                               base::Diagnostics& problems);

}  // namespace socrates::cli
