// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "socrates/model/control.hpp"
#include "socrates/model/control_answer.hpp"
#include "socrates/readiness/assessment.hpp"
#include "socrates/render/figures.hpp"
#include "socrates/render/readiness.hpp"

namespace socrates::render {

// Readiness in the words that every form of it uses.

/// `SOC 1`, or what the report is called under the standard that it is made ready for.
std::string_view name_in(const readiness::Readiness& readiness, model::Examination examination);

/// `in place`, `not known`, ...
std::string_view label_of(model::ControlStatus status);
std::string_view label_of(readiness::TargetState state);

/// `1 to 2 weeks, likely 1`.
std::string weeks_text(const model::Weeks& weeks);

/// `holds up a Type 1`, or empty.
std::string_view holds_up(model::Blocks blocks);

/// `62 %`, or `nothing applies`.
std::string percent_text(const Measure& measure);

/// `12 in place, 3 partly, 2 designed, 4 missing, 1 not known, 1 not applicable`, what is not there left out.
std::string counts_text(const readiness::StatusCounts& counts);

/// The controls that are or may be in scope, of which nothing is known but what is proposed.
std::vector<std::size_t> proposals(const ReadinessReport& report);

/// How far each report in scope is, and what holds it up.
std::string summary(const ReadinessReport& report);

}  // namespace socrates::render
