// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "socrates/model/control.hpp"
#include "socrates/model/control_answer.hpp"
#include "socrates/readiness/scope.hpp"

namespace socrates::readiness {

/// Where the controls in scope have gone; the numbers add up to all of them.
struct Progress {
  std::size_t answered = 0;  ///< in this conversation
  std::size_t known = 0;     ///< before it began
  std::size_t skipped = 0;
  std::size_t open = 0;  ///< not yet asked, the one that stands included
  bool operator==(const Progress&) const = default;
};

/// The questions about controls, in memory: it asks each control in scope of which nothing is known, in the order of
/// the catalogue, and no other. The catalogue must outlive it.
class Questionnaire {
 public:
  Questionnaire(const model::ControlCatalogue& catalogue, const Scope& scope, model::ControlAnswers known);

  /// The control that is asked about; none at the end.
  [[nodiscard]] std::optional<std::size_t> control() const;
  /// Of the group of the control that stands: its controls that are still to be asked, that one included.
  [[nodiscard]] std::vector<std::size_t> rest_of_group() const;

  /// Answers the control that stands, which then is not asked again.
  void answer(model::ControlAnswer answer);
  /// Gives the answer to all that is left of the group.
  void answer_group(const model::ControlAnswer& answer);
  /// Leaves the control that stands unanswered.
  void skip();
  /// Asks once more what the last answer, group of answers or skip was about; they stand until another is given. False
  /// where there is none.
  bool back();
  /// What `keep` would leave as it is, the control that stands the first of it; nothing where it was not asked before.
  [[nodiscard]] std::vector<std::size_t> revisited() const;
  /// Leaves the control that stands, and what was answered together with it, as it was before the way back.
  void keep();

  /// Takes an answer that did not come from this conversation, as if it had been known from the beginning.
  void learn(std::size_t control, model::ControlAnswer answer);

  [[nodiscard]] const model::ControlCatalogue& catalogue() const { return *catalogue_; }
  [[nodiscard]] const model::ControlAnswers& answers() const { return answers_; }
  [[nodiscard]] Progress progress() const;

 private:
  enum class State { not_in_scope, known, open, answered, skipped };

  const model::ControlCatalogue* catalogue_;
  model::ControlAnswers answers_;
  std::vector<State> states_;                       ///< by control
  std::vector<State> former_;                       ///< by control: before the way back; open: it was not asked before
  std::vector<std::vector<std::size_t>> steps_;     ///< the controls that each step answered or skipped
  std::vector<std::vector<std::size_t>> reopened_;  ///< the steps that were gone back over
};

}  // namespace socrates::readiness
