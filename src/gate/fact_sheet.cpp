// SPDX-License-Identifier: Apache-2.0
#include "gate/fact_sheet.hpp"

#include <algorithm>
#include <utility>

namespace socrates::gate {

FactSheet::FactSheet(const Bench& bench, Detail detail)
    : bench_(bench), detail_(detail), allowed_(bench.nothing_known()) {
  if (detail == Detail::reasons) answers_.resize(bench.acceptance().rules.questions.size());
}

const model::Question* FactSheet::question(Fact fact, model::QuestionKind kind) const {
  const auto q = bench_.question(fact);
  if (!q) return nullptr;
  const model::Question& question = bench_.acceptance().rules.questions[*q];
  return question.kind == kind ? &question : nullptr;
}

void FactSheet::set(Fact fact, std::uint64_t values, model::Answer answer) {
  const std::size_t q = *bench_.question(fact);
  allowed_[bench_.acceptance().space.questions[q].first] = values;
  if (detail_ == Detail::reasons) answers_[q] = std::move(answer);
}

void FactSheet::choose(Fact fact, std::string_view option) {
  const model::Question* const question = this->question(fact, model::QuestionKind::one);
  const auto index = question == nullptr ? std::nullopt : model::find_option(*question, option);
  if (index) set(fact, std::uint64_t{1} << *index, model::Choice{*index});
}

void FactSheet::say(Fact fact, Maybe yes) {
  if (!yes || question(fact, model::QuestionKind::yes_no) == nullptr) return;
  const std::size_t option = *yes ? 1 : 0;
  set(fact, std::uint64_t{1} << option, model::Choice{option});
}

void FactSheet::count(Fact fact, std::optional<int> number) {
  const model::Question* const question = this->question(fact, model::QuestionKind::number);
  if (question == nullptr || !number) return;
  const int value = std::clamp(*number, question->from, question->to);
  const engine::QuestionVariables& variables = bench_.acceptance().space.questions[*bench_.question(fact)];
  set(fact, std::uint64_t{1} << engine::interval_of(variables, value), model::Number{value, {}});
}

void FactSheet::select(Fact fact, const std::vector<std::string_view>& options) {
  const model::Question* const question = this->question(fact, model::QuestionKind::several);
  if (question == nullptr) return;
  const std::size_t q = *bench_.question(fact);
  const std::size_t first = bench_.acceptance().space.questions[q].first;
  model::Selection selection{std::vector(question->options.size(), model::Chosen::no)};
  for (const std::string_view option : options)
    if (const auto index = model::find_option(*question, option)) selection.options[*index] = model::Chosen::yes;
  for (std::size_t i = 0; i < selection.options.size(); ++i)
    allowed_[first + i] = selection.options[i] == model::Chosen::yes ? engine::chosen_bit : engine::not_chosen_bit;
  if (detail_ == Detail::reasons) answers_[q] = std::move(selection);
}

void FactSheet::copy(Fact fact, const FactSheet& other) {
  const auto q = bench_.question(fact);
  if (!q) return;
  const engine::QuestionVariables& variables = bench_.acceptance().space.questions[*q];
  for (std::size_t i = variables.first; i < variables.first + variables.count; ++i) allowed_[i] = other.allowed_[i];
}

void FactSheet::forget(Fact fact) {
  const auto q = bench_.question(fact);
  if (!q) return;
  const engine::QuestionVariables& variables = bench_.acceptance().space.questions[*q];
  for (std::size_t i = variables.first; i < variables.first + variables.count; ++i)
    allowed_[i] = bench_.nothing_known()[i];
}

void FactSheet::allow_also(const FactSheet& other) {
  const std::vector<engine::QuestionVariables>& questions = bench_.acceptance().space.questions;
  for (std::size_t q = 0; q < questions.size(); ++q) {
    bool differs = false;
    for (std::size_t i = questions[q].first; i < questions[q].first + questions[q].count; ++i) {
      differs = differs || allowed_[i] != other.allowed_[i];
      allowed_[i] |= other.allowed_[i];
    }
    if (differs && detail_ == Detail::reasons) answers_[q] = model::Answer();
  }
}

void FactSheet::note(std::string_view decision, std::string sentence) {
  if (detail_ == Detail::reasons) figures_[std::string(decision)].push_back(std::move(sentence));
}

void FactSheet::word(std::string_view name, std::string value) {
  if (detail_ == Detail::reasons && !value.empty()) words_[std::string(name)] = std::move(value);
}

const std::string* FactSheet::word(std::string_view name) const {
  const auto found = words_.find(name);
  return found == words_.end() ? nullptr : &found->second;
}

std::vector<std::string> FactSheet::figures_of(std::string_view decision) const {
  const auto found = figures_.find(decision);
  return found == figures_.end() ? std::vector<std::string>() : found->second;
}

}  // namespace socrates::gate
