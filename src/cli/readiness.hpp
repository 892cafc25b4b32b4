// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>

#include "cli/command.hpp"
#include "cli/inputs.hpp"
#include "socrates/readiness/changes.hpp"
#include "socrates/render/readiness.hpp"

namespace socrates::cli {

/// The readiness for the answers in the format asked for, and the exit status that goes with it.
Result readiness_result(const Rules& rules, const engine::CompiledRules& verdict_rules, const Answered& answered,
                        const Options& options);

/// The same as a document, to be a part of another one; none after a problem.
std::optional<render::Document> readiness_document(const Rules& rules, const Answered& answered, const Options& options,
                                                   base::Diagnostics& problems);

}  // namespace socrates::cli
