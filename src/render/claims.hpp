// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "render/decision_words.hpp"
#include "render/report_names.hpp"
#include "socrates/render/recommendation.hpp"

namespace socrates::render {

/// `a SOC 2 Type 2 with Security`.
std::string described(const Recommendation& recommendation, const Report& report);

/// Why, after `because`: the first of the rules that apply; where only one of several is sure to apply, those.
std::string main_reason(const Recommendation& recommendation, const DecisionView& view);

}  // namespace socrates::render
