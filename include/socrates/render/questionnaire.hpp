// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "socrates/readiness/questionnaire.hpp"
#include "socrates/render/layout.hpp"

namespace socrates::render {

// What is printed when controls are asked about: lines of at most 80 columns, made harmless for a terminal.

/// The control that stands: its group, how much is left, the question and what may be answered.
std::string control_question_text(const readiness::Questionnaire& questionnaire, Color color = Color::off);

/// The question alone, as it is put again after what was said in between.
std::string control_asked_text(const readiness::Questionnaire& questionnaire, Color color = Color::off);

/// What an auditor wants to see, who usually owns it, how long it takes, and what can be typed.
std::string control_help_text(const readiness::Questionnaire& questionnaire);

/// Why the control matters, what it serves and what it holds up.
std::string control_why_text(const readiness::Questionnaire& questionnaire);

/// `Controls: 12 answered, 3 skipped, 41 known before, 0 left.`
std::string progress_text(const readiness::Progress& progress);

}  // namespace socrates::render
