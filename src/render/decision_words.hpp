// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "socrates/engine/reading.hpp"
#include "socrates/render/recommendation.hpp"

namespace socrates::render {

/// A decision with its outcome; both outlive the view.
struct DecisionView {
  const model::Decision* decision = nullptr;
  const engine::DecisionOutcome* outcome = nullptr;
};

/// All decisions by number: those of the contract in its order, then any others in the order of the rules.
std::vector<std::size_t> decision_order(const model::RuleSet& rules);

/// The same with their outcomes.
std::vector<DecisionView> decisions_in_order(const Recommendation& recommendation);

std::optional<DecisionView> find_view(const Recommendation& recommendation, std::string_view id);

/// The same by names, for who asks for a value or a level and says nothing of the decision.
inline engine::Reading reading_of(const Recommendation& recommendation) {
  return {recommendation.rules, recommendation.answers, recommendation.outcome};
}

bool is_settled(const DecisionView& view);

/// Settled on the value of that id.
bool is_surely(const DecisionView& view, std::string_view value);

/// Some completion of the answers gives the value of that id.
bool can_be(const DecisionView& view, std::string_view value);

/// The label, or where the rules give none the id in words.
std::string label_of(const model::Named& named);

/// The labels of the values that are possible: `needed`, `not needed or optional`; of a set those that are sure.
std::string label_of(const DecisionView& view);

/// The decision's title, or its id where it has none.
std::string title_of(const model::Decision& decision);

}  // namespace socrates::render
