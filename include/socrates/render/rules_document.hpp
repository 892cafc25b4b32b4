// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "socrates/model/rule_set.hpp"
#include "socrates/render/layout.hpp"

namespace socrates::render {

/// The rules as a document that somebody reads who has never seen YAML: of the decisions given, or of all and
/// everything else where none is.
std::string rules_text(const model::RuleSet& rules, const std::vector<std::size_t>& decisions,
                       Color color = Color::off);
std::string rules_markdown(const model::RuleSet& rules, const std::vector<std::size_t>& decisions);

/// What each of the decisions hangs on, from questions over facts and rules to values: a graph each in the language of
/// Graphviz, or one of Mermaid with a part each.
std::string rules_dot(const model::RuleSet& rules, const std::vector<std::size_t>& decisions);
std::string rules_mermaid(const model::RuleSet& rules, const std::vector<std::size_t>& decisions);

/// How many edges these graphs have.
std::size_t count_edges(const model::RuleSet& rules, const std::vector<std::size_t>& decisions);

}  // namespace socrates::render
