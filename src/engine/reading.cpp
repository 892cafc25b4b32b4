// SPDX-License-Identifier: Apache-2.0
#include "socrates/engine/reading.hpp"

#include <algorithm>

namespace socrates::engine {

const DecisionOutcome* Reading::outcome(std::string_view decision) const {
  const auto d = model::find_decision(rules_, decision);
  return d ? &outcome_.decisions[*d] : nullptr;
}

std::string_view Reading::value(std::string_view decision) const {
  const auto d = model::find_decision(rules_, decision);
  if (!d || outcome_.decisions[*d].possible.size() != 1) return {};
  return rules_.decisions[*d].values[outcome_.decisions[*d].possible.front()].id;
}

bool Reading::may_be(std::string_view decision, std::string_view value) const {
  const std::vector<std::string_view> values = names(decision, &DecisionOutcome::possible);
  return std::find(values.begin(), values.end(), value) != values.end();
}

bool Reading::is_at_least(std::string_view decision, std::string_view level) const {
  const auto d = model::find_decision(rules_, decision);
  const auto least = d ? model::find_value(rules_.decisions[*d], level) : std::nullopt;
  if (!least) return false;
  const std::vector<std::size_t>& possible = outcome_.decisions[*d].possible;
  return !possible.empty() && *std::min_element(possible.begin(), possible.end()) >= *least;
}

bool Reading::may_be_at_least(std::string_view decision, std::string_view level) const {
  const auto d = model::find_decision(rules_, decision);
  const auto least = d ? model::find_value(rules_.decisions[*d], level) : std::nullopt;
  if (!least) return false;
  const std::vector<std::size_t>& possible = outcome_.decisions[*d].possible;
  return !possible.empty() && *std::max_element(possible.begin(), possible.end()) >= *least;
}

std::vector<std::string_view> Reading::names(std::string_view decision,
                                             std::vector<std::size_t> DecisionOutcome::*list) const {
  std::vector<std::string_view> ids;
  if (const auto d = model::find_decision(rules_, decision))
    for (const std::size_t value : outcome_.decisions[*d].*list) ids.push_back(rules_.decisions[*d].values[value].id);
  return ids;
}

std::vector<std::string_view> Reading::elements(std::string_view decision) const {
  return names(decision, &DecisionOutcome::surely);
}

std::vector<std::string_view> Reading::possible_elements(std::string_view decision) const {
  return names(decision, &DecisionOutcome::maybe);
}

const model::Answer* Reading::answer(std::string_view question) const {
  const auto q = model::find_question(rules_, question);
  return q ? &answers_[*q] : nullptr;
}

model::Chosen Reading::chosen(std::string_view question, std::string_view option) const {
  const auto q = model::find_question(rules_, question);
  const auto index = q ? model::find_option(rules_.questions[*q], option) : std::nullopt;
  if (!index) return model::Chosen::unknown;
  if (const auto* several = std::get_if<model::Selection>(&answers_[*q])) return several->options[*index];
  if (const auto* one = std::get_if<model::Choice>(&answers_[*q]))
    return one->option == *index ? model::Chosen::yes : model::Chosen::no;
  return model::Chosen::unknown;
}

}  // namespace socrates::engine
