// SPDX-License-Identifier: Apache-2.0
#include "gate/fact_sheet.hpp"

#include <algorithm>
#include <utility>

namespace socrates::gate {

FactSheet::FactSheet(const Bench& bench, Detail detail)
    : bench_(bench), detail_(detail), allowed_(bench.nothing_known()) {
  if (detail == Detail::reasons) answers_.resize(bench.acceptance().rules.questions.size());
}

template <class Value>
void FactSheet::set(const FactQuestion& of, std::uint64_t values, const Value& answer) {
  allowed_[of.variables.first] = values;
  if (detail_ == Detail::reasons) answers_[of.number] = answer;
}

void FactSheet::choose(Fact fact, std::string_view option) {
  const FactQuestion& of = bench_.question(fact);
  if (!of.is(model::QuestionKind::one)) return;
  if (const auto index = model::find_option(*of.question, option))
    set(of, std::uint64_t{1} << *index, model::Choice{*index});
}

void FactSheet::say(Fact fact, Maybe yes) {
  const FactQuestion& of = bench_.question(fact);
  if (!yes || !of.is(model::QuestionKind::yes_no)) return;
  const std::size_t option = *yes ? 1 : 0;
  set(of, std::uint64_t{1} << option, model::Choice{option});
}

void FactSheet::count(Fact fact, std::optional<int> number) {
  const FactQuestion& of = bench_.question(fact);
  if (!number || !of.is(model::QuestionKind::number)) return;
  const int value = std::clamp(*number, of.question->from, of.question->to);
  set(of, std::uint64_t{1} << engine::interval_of(of.variables, value), model::Number{value, {}});
}

void FactSheet::select(Fact fact, const std::vector<std::string_view>& options) {
  const FactQuestion& of = bench_.question(fact);
  if (!of.is(model::QuestionKind::several)) return;
  model::Selection selection{std::vector(of.question->options.size(), model::Chosen::no)};
  for (const std::string_view option : options)
    if (const auto index = model::find_option(*of.question, option)) selection.options[*index] = model::Chosen::yes;
  for (std::size_t i = 0; i < selection.options.size(); ++i)
    allowed_[of.variables.first + i] =
        selection.options[i] == model::Chosen::yes ? engine::chosen_bit : engine::not_chosen_bit;
  if (detail_ == Detail::reasons) answers_[of.number] = std::move(selection);
}

void FactSheet::copy(Fact fact, const FactSheet& other) { take(fact, other.allowed_); }

void FactSheet::forget(Fact fact) { take(fact, bench_.nothing_known()); }

void FactSheet::take(Fact fact, const engine::Allowed& from) {
  const FactQuestion& of = bench_.question(fact);
  if (of.question == nullptr) return;
  for (std::size_t i = of.variables.first; i < of.variables.first + of.variables.count; ++i) allowed_[i] = from[i];
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
