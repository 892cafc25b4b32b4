// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gate/view.hpp"
#include "socrates/gate/verdict.hpp"

namespace socrates::gate {

/// Judges one requirement, with everything that is said about it. A report that is only called for fails as a
/// condition.
RequirementVerdict judge_requirement(Ask& ask, Weight weight);

/// Whether that verdict is a yes, and nothing else.
bool goes_through(Ask& ask, Weight weight);

/// `SOC 2 Type 2 with security and availability`.
std::string words_of(const model::Requirement& requirement);

}  // namespace socrates::gate
