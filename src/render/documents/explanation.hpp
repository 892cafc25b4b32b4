// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "socrates/render/document.hpp"
#include "socrates/render/recommendation.hpp"

namespace socrates::render {

/// Why the decisions came out as they did, a section each, in the order of the results; none where no explanation was
/// asked for.
std::vector<Section> explanation(const Recommendation& recommendation);

}  // namespace socrates::render
