// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "render/machine/json_form.hpp"
#include "socrates/render/recommendation.hpp"

namespace socrates::render {

/// The document `socrates.recommendation/1`.
Json recommendation_form(const Recommendation& recommendation);

}  // namespace socrates::render
