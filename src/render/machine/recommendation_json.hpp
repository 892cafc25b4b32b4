// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "render/decision_words.hpp"
#include "render/machine/json_form.hpp"
#include "socrates/render/recommendation.hpp"

namespace socrates::render {

/// What stands under the id of a decision.
Json decision_form(const Recommendation& recommendation, const DecisionView& view);

/// A note of the rules that applies.
Json note_form(const Recommendation& recommendation, std::size_t note);

/// Takes a member of the document after the other: decisions and notes, of which there are most, may be known already.
class RecommendationMembers {
 public:
  virtual ~RecommendationMembers() = default;
  virtual void add(std::string_view name, Json value) = 0;
  virtual void add_decisions() = 0;
  virtual void add_notes() = 0;
};

/// Gives out the members of the document `socrates.recommendation/1` in their order.
void add_members(const Recommendation& recommendation, RecommendationMembers& members);

/// The document.
Json recommendation_form(const Recommendation& recommendation);

}  // namespace socrates::render
