// SPDX-License-Identifier: Apache-2.0
#include "render/decision_words.hpp"

#include <algorithm>

#include "render/sentence.hpp"
#include "socrates/model/contract.hpp"

namespace socrates::render {
namespace {

DecisionView view_of(const Recommendation& recommendation, std::size_t d) {
  return {&recommendation.rules.decisions[d], &recommendation.outcome.decisions[d]};
}

}  // namespace

std::optional<DecisionView> find_view(const Recommendation& recommendation, std::string_view id) {
  const auto d = model::find_decision(recommendation.rules, id);
  if (!d) return std::nullopt;
  return view_of(recommendation, *d);
}

std::vector<std::size_t> decision_order(const model::RuleSet& rules) {
  std::vector<std::size_t> order;
  for (const std::string_view id : model::contract_decisions)
    if (const auto d = model::find_decision(rules, id)) order.push_back(*d);
  for (std::size_t d = 0; d < rules.decisions.size(); ++d)
    if (!model::is_contract_decision(rules.decisions[d].id)) order.push_back(d);
  return order;
}

std::vector<DecisionView> decisions_in_order(const Recommendation& recommendation) {
  std::vector<DecisionView> views;
  for (const std::size_t d : decision_order(recommendation.rules)) views.push_back(view_of(recommendation, d));
  return views;
}

bool is_settled(const DecisionView& view) { return engine::is_settled(*view.outcome); }

bool can_be(const DecisionView& view, std::string_view value) {
  const std::vector<std::size_t>& possible = view.outcome->possible;
  return std::any_of(possible.begin(), possible.end(),
                     [&](std::size_t index) { return view.decision->values[index].id == value; });
}

bool is_surely(const DecisionView& view, std::string_view value) { return is_settled(view) && can_be(view, value); }

std::string label_of(const model::Named& named) {
  return named.label.empty() ? base::plain_words(named.id) : std::string(named.label);
}

std::string label_of(const DecisionView& view) {
  const bool is_set = view.decision->combine == model::Combine::collect;
  std::vector<std::string> labels;
  for (const std::size_t index : is_set ? view.outcome->surely : view.outcome->possible)
    labels.push_back(label_of(view.decision->values[index]));
  if (labels.empty()) return "none";
  return listed(labels, is_set ? "and" : "or");
}

std::string title_of(const model::Decision& decision) {
  return decision.title.empty() ? decision.id : std::string(decision.title);
}

}  // namespace socrates::render
