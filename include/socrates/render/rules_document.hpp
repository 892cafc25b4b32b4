// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "socrates/model/rule_set.hpp"
#include "socrates/render/document.hpp"

namespace socrates::render {

/// A rule set, and of which of its decisions to speak: of all and everything else where none is named. The rules must
/// outlive it.
struct RulesView {
  const model::RuleSet& rules;
  std::vector<std::size_t> decisions;
};

/// The rules for somebody who has never seen YAML.
Document rules_document(const std::vector<RulesView>& views);

/// What each of the decisions hangs on, from questions over facts and rules to values: a graph each in the language of
/// Graphviz, or one of Mermaid with a part each.
std::string rules_dot(const model::RuleSet& rules, const std::vector<std::size_t>& decisions);
std::string rules_mermaid(const model::RuleSet& rules, const std::vector<std::size_t>& decisions);

/// How many edges these graphs have.
std::size_t count_edges(const model::RuleSet& rules, const std::vector<std::size_t>& decisions);

}  // namespace socrates::render
