// SPDX-License-Identifier: Apache-2.0
#include "fact_sheet.hpp"

#include <algorithm>
#include <utility>

namespace socrates::gate {

void FactSheet::choose(std::string_view question, std::string_view option) {
  const auto q = model::find_question(rules_, question);
  if (!q || rules_.questions[*q].kind != model::QuestionKind::one) return;
  if (const auto index = model::find_option(rules_.questions[*q], option)) answers_[*q] = model::Choice{*index};
}

void FactSheet::say(std::string_view question, Maybe yes) {
  const auto q = model::find_question(rules_, question);
  if (!q || !yes || rules_.questions[*q].kind != model::QuestionKind::yes_no) return;
  answers_[*q] = model::Choice{*yes ? std::size_t{1} : std::size_t{0}};
}

void FactSheet::count(std::string_view question, std::optional<int> number) {
  const auto q = model::find_question(rules_, question);
  if (!q || !number || rules_.questions[*q].kind != model::QuestionKind::number) return;
  answers_[*q] = model::Number{std::clamp(*number, rules_.questions[*q].from, rules_.questions[*q].to), {}};
}

void FactSheet::select(std::string_view question, const std::vector<std::string_view>& options) {
  const auto q = model::find_question(rules_, question);
  if (!q || rules_.questions[*q].kind != model::QuestionKind::several) return;
  model::Selection selection{std::vector(rules_.questions[*q].options.size(), model::Chosen::no)};
  for (const std::string_view option : options)
    if (const auto index = model::find_option(rules_.questions[*q], option))
      selection.options[*index] = model::Chosen::yes;
  answers_[*q] = std::move(selection);
}

void FactSheet::note(std::string_view decision, std::string sentence) {
  figures_[std::string(decision)].push_back(std::move(sentence));
}

std::vector<std::string> FactSheet::figures_of(std::string_view decision) const {
  const auto found = figures_.find(decision);
  return found == figures_.end() ? std::vector<std::string>() : found->second;
}

}  // namespace socrates::gate
