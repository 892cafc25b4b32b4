// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "socrates/base/diagnostic.hpp"
#include "socrates/base/source.hpp"
#include "socrates/model/engagement.hpp"

namespace socrates::loader {

/// Reads the catalogue of an engagement. Every phase, cost and option is there, and no other; ranges ascend.
std::optional<model::Engagement> load_engagement(const base::Source& file, base::Diagnostics& problems);

}  // namespace socrates::loader
