// SPDX-License-Identifier: Apache-2.0
#include "socrates/interview/interview.hpp"

// Why it ends, asks nothing twice and never promises too little. A question is open when two possible completions of
// the answers agree on every other question and give a decision different values. An answer only takes completions
// away, so no question ever becomes open: the open ones shrink to a subset with every answer, and the one just answered
// in full is not among them. Hence "at most N more" is the number of the open ones, and it can only fall. Skipping
// changes no answer and takes one question off the list.
//
// What a several-choice from a file leaves unknown is asked like a whole question, but what is known of it stays: the
// reply is added to it. To overwrite it would bring completions back, and with them questions.

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "interview/order.hpp"
#include "socrates/engine/walk.hpp"

namespace socrates::interview {

namespace {

/// The reply, with what is known of a several-choice kept.
model::Answer joined(const model::Answer& known, model::Answer reply) {
  const auto* before = std::get_if<model::Selection>(&known);
  auto* selection = std::get_if<model::Selection>(&reply);
  if (before == nullptr || selection == nullptr) return reply;
  for (std::size_t i = 0; i < before->options.size(); ++i)
    if (before->options[i] != model::Chosen::unknown) selection->options[i] = before->options[i];
  return reply;
}

/// Questions that can still change whether some note applies, beside those given; in the order of asking.
std::vector<std::size_t> questions_of_notes(const engine::CompiledRules& compiled, const model::Answers& answers,
                                            const std::vector<std::size_t>& besides) {
  engine::Effort effort;
  engine::Walk walk(compiled, engine::allowed_by(compiled.space, answers), effort);
  std::vector<std::size_t> questions;
  for (std::size_t q = 0; q < compiled.rules.questions.size(); ++q) {
    if (std::find(besides.begin(), besides.end(), q) != besides.end()) continue;
    const auto& notes = compiled.roots.notes;
    if (std::any_of(notes.begin(), notes.end(), [&](engine::Function f) { return walk.matters(q, f); }))
      questions.push_back(q);
  }
  return questions;
}

}  // namespace

std::optional<Interview> Interview::begin(const engine::CompiledRules& compiled, model::Answers known, Depth depth) {
  std::optional<engine::Outcome> outcome = engine::evaluate(compiled, known);
  if (!outcome) return std::nullopt;
  return Interview(compiled, std::move(known), std::move(*outcome), depth);
}

Interview::Interview(const engine::CompiledRules& compiled, model::Answers known, engine::Outcome outcome, Depth depth)
    : compiled_(&compiled),
      known_(std::move(known)),
      answers_(known_),
      skipped_(answers_.size(), false),
      outcome_(std::move(outcome)),
      depth_(depth) {
  find_question();
}

void Interview::find_question() {
  question_ = next_question(compiled_->rules, outcome_.open_questions, skipped_);
  if (depth_ == Depth::decisions) return;
  open_for_notes_ = questions_of_notes(*compiled_, answers_, outcome_.open_questions);
  if (!question_) question_ = next_question(compiled_->rules, open_for_notes_, skipped_);
}

bool Interview::is_open(std::size_t question) const {
  const auto holds = [&](const std::vector<std::size_t>& questions) {
    return std::find(questions.begin(), questions.end(), question) != questions.end();
  };
  return holds(outcome_.open_questions) || holds(open_for_notes_);
}

std::size_t Interview::at_most_more() const {
  const auto not_skipped = [&](const std::vector<std::size_t>& questions) {
    return static_cast<std::size_t>(
        std::count_if(questions.begin(), questions.end(), [&](std::size_t q) { return !skipped_[q]; }));
  };
  return not_skipped(outcome_.open_questions) + not_skipped(open_for_notes_);
}

std::vector<std::size_t> Interview::answer(model::Answer reply) {
  if (!question_) throw std::logic_error("an answer where no question stands");
  const std::size_t q = *question_;
  model::Answer before = std::exchange(answers_[q], joined(answers_[q], std::move(reply)));
  if (!model::is_complete(answers_[q])) throw std::logic_error("an answer that leaves its question open");
  std::optional<engine::Outcome> outcome = engine::evaluate(*compiled_, answers_);
  if (!outcome) {
    std::vector<std::size_t> clauses = engine::contradictions(*compiled_, answers_);
    answers_[q] = std::move(before);
    return clauses;
  }
  outcome_ = std::move(*outcome);
  steps_.push_back({q, std::move(before)});
  find_question();
  return {};
}

void Interview::skip() {
  if (!question_) throw std::logic_error("a skip where no question stands");
  skipped_[*question_] = true;
  steps_.push_back({*question_, answers_[*question_]});
  find_question();
}

bool Interview::back() {
  if (steps_.empty()) return false;
  Step step = std::move(steps_.back());
  steps_.pop_back();
  answers_[step.question] = std::move(step.before);
  skipped_[step.question] = false;
  outcome_ = engine::evaluate(*compiled_, answers_).value();
  find_question();
  return true;
}

bool Interview::learn(std::size_t question, model::Answer answer) {
  model::Answer before = std::exchange(answers_[question], std::move(answer));
  std::optional<engine::Outcome> outcome = engine::evaluate(*compiled_, answers_);
  if (!outcome) {
    answers_[question] = std::move(before);
    return false;
  }
  outcome_ = std::move(*outcome);
  known_[question] = answers_[question];
  skipped_[question] = false;
  std::erase_if(steps_, [&](const Step& step) { return step.question == question; });
  find_question();
  return true;
}

Counts Interview::counts() const {
  Counts counts;
  std::vector<bool> is_asked(answers_.size(), false);
  for (const Step& step : steps_) is_asked[step.question] = true;
  for (std::size_t q = 0; q < answers_.size(); ++q) {
    if (skipped_[q])
      ++counts.skipped;
    else if (is_asked[q])
      ++counts.asked;
    else if (is_open(q))
      ++counts.open;
    else if (!model::is_unknown(known_[q]))
      ++counts.known;
    else
      ++counts.without_effect;
  }
  return counts;
}

}  // namespace socrates::interview
