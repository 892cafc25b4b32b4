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
/// still change what its depth says, each once, and no other. Going back loses nothing: whatever was changed on the
/// way, the answers are those of an interview that went straight through with the latest replies. The rules must
/// outlive it.
class Interview {
 public:
  /// Begins with what is known; nothing where that contradicts itself.
  static std::optional<Interview> begin(const engine::CompiledRules& compiled, model::Answers known,
                                        Depth depth = Depth::decisions);

  /// The question that stands; none at the end.
  [[nodiscard]] std::optional<std::size_t> question() const { return revisited_ ? revisited_ : standing_; }
  /// The question that stands was answered or skipped before, and `keep` leaves it at that.
  [[nodiscard]] bool is_revisited() const { return revisited_.has_value(); }
  /// What may be answered to the question that stands. Where it is revisited, answers to later questions forbid
  /// nothing: they give way.
  [[nodiscard]] Offer offer() const;
  /// How many questions may still be put that were not put before. No first answer to a question makes it grow.
  [[nodiscard]] std::size_t at_most_more() const;

  /// Answers the question that stands and goes on. An answer that contradicts what is known is not taken: the
  /// `impossible` clauses that say so are returned.
  std::vector<std::size_t> answer(model::Answer given);
  /// Leaves the question that stands unanswered and goes on.
  void skip();
  /// Leaves a revisited question as it was and goes on to the next one that was put, up to where the way back began.
  void keep();
  /// Revisits the question before, of those answered or skipped, here or before the interview; false at the first.
  bool back();
  /// Revisits one of `visited`; once it is answered or kept, the interview goes on where it was. False for any other.
  bool edit(std::size_t question);

  /// Every question that is answered or skipped, in the order of asking.
  [[nodiscard]] const std::vector<std::size_t>& visited() const { return visited_; }
  /// The questions whose answers the last answer or skip has set aside: they are not asked any more, or contradict it.
  /// They are remembered, and hold again where a later change makes them fit.
  [[nodiscard]] const std::vector<std::size_t>& set_aside() const { return set_aside_; }

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
  Interview(const engine::CompiledRules& compiled, model::Answers known, Depth depth);

  void settle();
  void settle_from(std::size_t rank);
  void place(std::size_t question);
  void find_standing();
  void list_visited();
  void reply(std::size_t question, model::Answer reply);
  void yield_known(model::Answers firm);
  void go_on_from(std::size_t question);
  [[nodiscard]] bool is_given(std::size_t question) const;
  [[nodiscard]] bool is_before(std::size_t a, std::size_t b) const;
  [[nodiscard]] model::Answers firm_answers(std::size_t question) const;

  const engine::CompiledRules* compiled_;
  Depth depth_;
  std::vector<std::size_t> order_;  ///< the questions in the order of asking
  std::vector<std::size_t> ranks_;  ///< by question: its place in that order
  model::Answers known_;            ///< from before the interview, and not replied to here
  std::vector<std::optional<model::Answer>>
      replies_;  ///< the latest of each question, in effect or not; a skip: unknown
  // What follows from these.
  model::Answers answers_;
  std::vector<bool> skipped_;
  std::vector<bool> is_late_;  ///< asked for the sake of notes, after all that decides
  std::vector<std::size_t> visited_;
  engine::Outcome outcome_;
  std::vector<std::size_t> open_for_notes_;  ///< of the questions that are open for no decision
  std::optional<std::size_t> standing_;      ///< the first that is still to be asked
  // Where the person is.
  std::optional<std::size_t> revisited_;
  bool is_edit_ = false;  ///< the revisited question is the only one
  std::vector<std::size_t> set_aside_;
};

}  // namespace socrates::interview
