// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "cli/command.hpp"
#include "cli/terminal.hpp"
#include "socrates/base/date.hpp"
#include "socrates/interview/interview.hpp"
#include "socrates/readiness/questionnaire.hpp"
#include "socrates/render/layout.hpp"

namespace socrates::cli {

enum class Ending {
  finished,  ///< nothing is left to ask
  quit,      ///< by the person
  end_of_input,
  interrupted,
  unsaved,  ///< an answer could not be saved
};

/// What a conversation needs of the world.
struct Conversation {
  Terminal& terminal;
  base::Date today;
  render::Color color = render::Color::off;
  /// Called after every step, and may teach the interview what others have answered; false: it could not be saved.
  std::function<bool(interview::Interview&)> save;
};

/// Puts the questions, one at a time, until nothing is left to ask or the person leaves. The next question is put only
/// when the answer before is saved.
Ending converse(interview::Interview& interview, const Conversation& conversation);

/// The same on screens, at a terminal that has them.
Ending converse_on_screens(interview::Interview& interview, const Conversation& conversation);

/// The same for the questions about controls.
struct ControlConversation {
  Terminal& terminal;
  base::Date today;
  render::Color color = render::Color::off;
  std::function<bool(readiness::Questionnaire&)> save;  ///< as above
};

/// Puts the controls in scope, one at a time, until none is left or the person leaves.
Ending converse(readiness::Questionnaire& questionnaire, const ControlConversation& conversation);

}  // namespace socrates::cli
