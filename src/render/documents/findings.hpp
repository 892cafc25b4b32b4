// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "socrates/render/document.hpp"
#include "socrates/render/readiness.hpp"

namespace socrates::render {

/// How many answers findings contradict, so that they count as not known; empty where none.
std::string contradictions_text(const ReadinessReport& report);

/// Control by control the answer and the checks that failed; then what is muted, and what stands in no table.
Section findings_section(const ReadinessReport& report);

}  // namespace socrates::render
