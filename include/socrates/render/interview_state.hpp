// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "socrates/base/date.hpp"
#include "socrates/interview/interview.hpp"
#include "socrates/model/about.hpp"
#include "socrates/model/control.hpp"
#include "socrates/model/control_answer.hpp"
#include "socrates/model/criteria.hpp"
#include "socrates/readiness/scope.hpp"

namespace socrates::render {

/// An interview as a screen shows it; all must outlive it.
struct InterviewState {
  const interview::Interview& interview;
  const model::Criteria& criteria;
  base::Date today;
  const model::About& about;
  const std::vector<std::string>& remarks;  ///< on what was typed last
  bool is_refused = false;                  ///< it was not taken, and the remarks say why
};

/// The question that stands with its offer, what is settled, and all answers so far, as one JSON object in one line.
std::string interview_json(const InterviewState& state);

/// What the answer to the question that stands can still change, and on which sources the rules rest.
std::string consequences_json(const interview::Interview& interview);

/// The controls in scope by group, each with its question and what is known of it; all must outlive it.
struct ControlsState {
  const model::ControlCatalogue& catalogue;
  const readiness::Scope& scope;
  const model::ControlAnswers& answers;
};

std::string controls_json(const ControlsState& state);

}  // namespace socrates::render
