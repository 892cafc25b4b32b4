// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "socrates/engine/compiled_rules.hpp"
#include "socrates/engine/outcome.hpp"
#include "socrates/interview/offer.hpp"
#include "socrates/model/answers.hpp"

namespace socrates::interview {

/// Where the questions of a rule set have gone; the numbers add up to all of them.
struct Counts {
  std::size_t asked = 0;           ///< and answered
  std::size_t skipped = 0;         ///< and not known
  std::size_t known = 0;           ///< answered before the interview began
  std::size_t open = 0;            ///< could still change the result, and not yet asked
  std::size_t without_effect = 0;  ///< could not change the result
  bool operator==(const Counts&) const = default;
};

enum class Depth {
  decisions,            ///< asks what can still change a decision
  decisions_and_notes,  ///< then what can still change which notes apply
};

/// An interview in memory: what is known, which question stands, and the way back. It asks every question that can
/// still change what its depth says, each once, and no other. The rules must outlive it.
class Interview {
 public:
  /// Begins with what is known; nothing where that contradicts itself.
  static std::optional<Interview> begin(const engine::CompiledRules& compiled, model::Answers known,
                                        Depth depth = Depth::decisions);

  /// The question that stands; none at the end.
  [[nodiscard]] std::optional<std::size_t> question() const { return question_; }
  /// What may be answered to the question that stands.
  [[nodiscard]] Offer offer() const { return offer_for(*compiled_, answers_, *question_); }
  /// How many questions may still be put, the one that stands included. No answer makes it grow.
  [[nodiscard]] std::size_t at_most_more() const;

  /// Answers the question that stands and goes on. An answer that contradicts what is known is not taken: the
  /// `impossible` clauses that say so are returned.
  std::vector<std::size_t> answer(model::Answer reply);
  /// Leaves the question that stands unanswered and goes on.
  void skip();
  /// Takes the last answer or skip back, so that its question stands again; false where there is none.
  bool back();

  [[nodiscard]] const engine::CompiledRules& compiled() const { return *compiled_; }
  [[nodiscard]] const model::Answers& answers() const { return answers_; }
  /// Takes an answer that did not come from this interview in the place of what is known, as if it had been known from
  /// the beginning; false, and nothing happens, where it contradicts the other answers.
  bool learn(std::size_t question, model::Answer answer);

  /// By question.
  [[nodiscard]] const std::vector<bool>& skipped() const { return skipped_; }
  [[nodiscard]] const engine::Outcome& outcome() const { return outcome_; }
  [[nodiscard]] Counts counts() const;

 private:
  struct Step {
    std::size_t question;
    model::Answer before;
  };

  Interview(const engine::CompiledRules& compiled, model::Answers known, engine::Outcome outcome, Depth depth);
  void find_question();
  [[nodiscard]] bool is_open(std::size_t question) const;

  const engine::CompiledRules* compiled_;
  model::Answers known_;
  model::Answers answers_;
  std::vector<bool> skipped_;
  std::vector<Step> steps_;
  engine::Outcome outcome_;
  Depth depth_;
  std::vector<std::size_t> open_for_notes_;  ///< of the questions that are open for no decision
  std::optional<std::size_t> question_;
};

}  // namespace socrates::interview
