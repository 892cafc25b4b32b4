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

}  // namespace

std::optional<Interview> Interview::begin(const engine::CompiledRules& compiled, model::Answers known) {
  std::optional<engine::Outcome> outcome = engine::evaluate(compiled, known);
  if (!outcome) return std::nullopt;
  return Interview(compiled, std::move(known), std::move(*outcome));
}

Interview::Interview(const engine::CompiledRules& compiled, model::Answers known, engine::Outcome outcome)
    : compiled_(&compiled),
      known_(std::move(known)),
      answers_(known_),
      skipped_(answers_.size(), false),
      outcome_(std::move(outcome)) {
  find_question();
}

void Interview::find_question() { question_ = next_question(compiled_->rules, outcome_.open_questions, skipped_); }

std::size_t Interview::at_most_more() const {
  const auto& open = outcome_.open_questions;
  return static_cast<std::size_t>(std::count_if(open.begin(), open.end(), [&](std::size_t q) { return !skipped_[q]; }));
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
    const auto& open = outcome_.open_questions;
    if (skipped_[q])
      ++counts.skipped;
    else if (is_asked[q])
      ++counts.asked;
    else if (std::find(open.begin(), open.end(), q) != open.end())
      ++counts.open;
    else if (!model::is_unknown(known_[q]))
      ++counts.known;
    else
      ++counts.without_effect;
  }
  return counts;
}

}  // namespace socrates::interview
