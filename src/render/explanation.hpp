// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "json_form.hpp"
#include "socrates/render/recommendation.hpp"

namespace socrates::render {

// Why the decisions came out as they did, in the parts that text and Markdown share. Labels are those of the rules:
// whoever prints them makes them harmless first. Ids and conditions are plain by the grammar.

struct ExplainedCondition {
  std::string condition;
  std::string by;  ///< the answers by which it holds
};

struct ExplainedRule {
  std::string id;
  std::string value;  ///< that it gives
  std::string by;     ///< the answers that alone make it apply; of a near rule what it lacks
  std::vector<ExplainedCondition> conditions;
};

/// Values that are out, and the answers that alone rule them out.
struct ExplainedExclusion {
  std::string values;
  std::string by;
};

struct ExplainedDecision {
  std::string title;
  std::string value;
  std::string settled_by;  ///< empty where it is open, or a set
  std::vector<ExplainedRule> fired;
  std::vector<ExplainedRule> nearly;
  std::vector<ExplainedExclusion> excluded;
};

/// In the order of the results; nothing where no explanation was asked for.
std::vector<ExplainedDecision> explained(const Recommendation& recommendation);

/// The `explain` object: by decision id.
Json explanation_form(const Recommendation& recommendation);

}  // namespace socrates::render
