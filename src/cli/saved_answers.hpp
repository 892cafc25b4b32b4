// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/inputs.hpp"
#include "socrates/base/date.hpp"
#include "socrates/base/diagnostic.hpp"
#include "socrates/interview/interview.hpp"
#include "socrates/model/control_answer.hpp"
#include "socrates/readiness/questionnaire.hpp"

namespace socrates::cli {

/// The file that an interview saves its answers in. Others may write it too, another interview or an editor: what they
/// have added since the file was last read or written is taken over before it is written again.
class SavedAnswers {
 public:
  SavedAnswers(std::string path, const Rules& rules, base::Date today);

  /// Remembers what is there by now, if anything is; to be called before the answers are read.
  bool open(base::Diagnostics& problems);
  /// The answers that were read from it.
  void read(const model::Answers& answers, const model::ControlAnswers& controls, const model::About& about);
  /// What the file that the answers were read from said of itself, where it is another one.
  void start(const model::About& about) { about_ = about; }
  /// What the file says of itself, which no interview asks.
  [[nodiscard]] const model::About& about() const { return about_; }

  /// What came of the changes of others.
  struct Merged {
    bool is_gone = false;            ///< somebody has removed the file
    std::vector<std::string> taken;  ///< ids of questions and controls
    std::vector<std::string> kept;   ///< what stays as it is here, with what the file has: `needed: yes`
    [[nodiscard]] bool is_quiet() const { return !is_gone && taken.empty() && kept.empty(); }
  };

  /// Takes over what others have added, then saves everything. Of two answers to one question the one given here, which
  /// is the newer one, is kept, and so is one that the others have taken away. `questionnaire`: null while questions
  /// are asked. Nothing, after a report, where the file cannot be read as answers any more, or not be written.
  std::optional<Merged> save(interview::Interview& interview, model::ControlAnswers& controls,
                             readiness::Questionnaire* questionnaire, base::Diagnostics& problems);

 private:
  std::optional<Merged> merge(interview::Interview& interview, model::ControlAnswers& controls,
                              readiness::Questionnaire* questionnaire, base::Diagnostics& problems);
  void merge_questions(const model::Answers& theirs, interview::Interview& interview, Merged& merged) const;
  void merge_controls(const model::ControlAnswers& theirs, model::ControlAnswers& controls,
                      readiness::Questionnaire* questionnaire, Merged& merged) const;

  std::string path_;
  const Rules& rules_;
  base::Date today_;
  std::optional<std::string> text_;  ///< as it was last read or written; none: there was no file
  model::Answers answers_;           ///< those of that text
  model::ControlAnswers controls_;
  model::About about_;
};

}  // namespace socrates::cli
