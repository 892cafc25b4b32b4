// SPDX-License-Identifier: Apache-2.0
#include "socrates/readiness/questionnaire.hpp"

#include <algorithm>
#include <utility>

namespace socrates::readiness {

using model::ControlStatus;

Questionnaire::Questionnaire(const model::ControlCatalogue& catalogue, const Scope& scope, model::ControlAnswers known)
    : catalogue_(&catalogue), answers_(std::move(known)) {
  for (std::size_t i = 0; i < catalogue.controls.size(); ++i) {
    if (certainty_of(scope.controls[i]) == Certainty::out)
      states_.push_back(State::not_in_scope);
    else
      states_.push_back(answers_[i].status == ControlStatus::unknown ? State::open : State::known);
  }
  former_.assign(states_.size(), State::open);
}

std::optional<std::size_t> Questionnaire::control() const {
  for (std::size_t i = 0; i < states_.size(); ++i)
    if (states_[i] == State::open) return i;
  return std::nullopt;
}

std::vector<std::size_t> Questionnaire::rest_of_group() const {
  std::vector<std::size_t> rest;
  const std::optional<std::size_t> first = control();
  if (!first) return rest;
  for (std::size_t i = *first; i < states_.size(); ++i)
    if (states_[i] == State::open && catalogue_->controls[i].group == catalogue_->controls[*first].group)
      rest.push_back(i);
  return rest;
}

void Questionnaire::answer(model::ControlAnswer answer) {
  const std::size_t asked = *control();
  answers_[asked] = std::move(answer);
  states_[asked] = State::answered;
  former_[asked] = State::open;
  steps_.push_back({asked});
}

void Questionnaire::answer_group(const model::ControlAnswer& answer) {
  std::vector<std::size_t> rest = rest_of_group();
  for (const std::size_t asked : rest) {
    answers_[asked] = answer;
    states_[asked] = State::answered;
    former_[asked] = State::open;
  }
  steps_.push_back(std::move(rest));
}

void Questionnaire::skip() {
  const std::size_t asked = *control();
  if (former_[asked] == State::answered) answers_[asked] = {};
  states_[asked] = State::skipped;
  former_[asked] = State::open;
  steps_.push_back({asked});
}

bool Questionnaire::back() {
  if (steps_.empty()) return false;
  for (const std::size_t asked : steps_.back()) {
    former_[asked] = states_[asked];
    states_[asked] = State::open;
  }
  reopened_.push_back(std::move(steps_.back()));
  steps_.pop_back();
  return true;
}

std::vector<std::size_t> Questionnaire::revisited() const {
  const std::optional<std::size_t> asked = control();
  if (!asked || former_[*asked] == State::open) return {};
  for (auto step = reopened_.rbegin(); step != reopened_.rend(); ++step) {
    if (std::find(step->begin(), step->end(), *asked) == step->end()) continue;
    std::vector<std::size_t> kept;
    for (const std::size_t control : *step)
      if (former_[control] != State::open) kept.push_back(control);
    return kept;
  }
  return {};
}

void Questionnaire::keep() {
  std::vector<std::size_t> kept = revisited();
  for (const std::size_t control : kept) {
    states_[control] = former_[control];
    former_[control] = State::open;
  }
  if (!kept.empty()) steps_.push_back(std::move(kept));
}

void Questionnaire::learn(std::size_t control, model::ControlAnswer answer) {
  answers_[control] = std::move(answer);
  if (states_[control] != State::not_in_scope) states_[control] = State::known;
  former_[control] = State::open;
  for (std::vector<std::size_t>& step : steps_) std::erase(step, control);
  std::erase_if(steps_, [](const std::vector<std::size_t>& step) { return step.empty(); });
}

Progress Questionnaire::progress() const {
  Progress progress;
  for (const State state : states_) {
    switch (state) {
      case State::not_in_scope:
        break;
      case State::known:
        ++progress.known;
        break;
      case State::open:
        ++progress.open;
        break;
      case State::answered:
        ++progress.answered;
        break;
      case State::skipped:
        ++progress.skipped;
        break;
    }
  }
  return progress;
}

}  // namespace socrates::readiness
