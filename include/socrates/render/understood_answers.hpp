// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "socrates/model/about.hpp"
#include "socrates/model/answers.hpp"
#include "socrates/model/control.hpp"
#include "socrates/model/control_answer.hpp"
#include "socrates/model/rule_set.hpp"
#include "socrates/render/document.hpp"

namespace socrates::render {

/// Where an answer was read, and what stands there.
struct AnswerOrigin {
  std::string file;
  std::size_t line = 0;
  std::string name;  ///< under which it stands: an id as it is spelled there, or a criterion
  std::string says;  ///< as it is written
};

/// All that was read of a question or a control, one file after the other; the last counts.
struct AnswerOrigins {
  std::vector<AnswerOrigin> all;
  bool differ = false;  ///< an earlier file says something else
};

/// Answers as they were understood, whatever they were read from. What it refers to must outlive it.
struct UnderstoodAnswers {
  const model::RuleSet& rules;
  const model::Answers& answers;
  const model::ControlCatalogue& catalogue;
  const model::ControlAnswers& controls;
  const model::About& about;
  std::vector<AnswerOrigins> of_questions;  ///< by question
  std::vector<AnswerOrigins> of_controls;   ///< by control
  std::size_t files = 0;                    ///< that were read
};

/// Answer by answer what was understood, where it was read, and where files differ.
Document understood_answers_document(const UnderstoodAnswers& understood);

/// A file of answers that every command reads, with where each was read under `$origins`, which none looks at.
std::string understood_answers_json(const UnderstoodAnswers& understood);

/// A sheet of answers that every command reads, with where each was read behind them.
std::string understood_answers_csv(const UnderstoodAnswers& understood);

}  // namespace socrates::render
