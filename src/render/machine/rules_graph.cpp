// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <functional>
#include <map>
#include <set>
#include <utility>

#include "socrates/render/rules_document.hpp"

namespace socrates::render {
namespace {

using model::Condition;
using model::ConditionKind;

enum class Shape { question, fact, decision, rule, value };

/// What one decision hangs on. Nodes are named by what they are, and labelled by ids, which hold no sign that either
/// language would take for its own.
struct Graph {
  std::vector<std::pair<std::string, Shape>> nodes;  ///< label and shape; the number of a node is its place
  std::set<std::pair<std::size_t, std::size_t>> edges;
};

class GraphMaker {
 public:
  explicit GraphMaker(const model::RuleSet& rules) : rules_(rules) {}

  Graph graph_of(std::size_t d) {
    const model::Decision& decision = rules_.decisions[d];
    for (const model::Rule& rule : decision.rules) {
      const std::size_t node = node_of(rule.id, Shape::rule);
      if (rule.when) connect(*rule.when, node);
      for (const std::size_t value : rule.then)
        graph_.edges.emplace(node, node_of(decision.values[value].id, Shape::value));
    }
    return std::move(graph_);
  }

 private:
  std::size_t node_of(const std::string& label, Shape shape) {
    const auto [known, is_new] = numbers_.emplace(std::pair{shape, label}, graph_.nodes.size());
    if (is_new) graph_.nodes.emplace_back(label, shape);
    return known->second;
  }

  void connect(const Condition& condition, std::size_t to) {
    for (const Condition& part : condition.parts) connect(part, to);
    switch (condition.kind) {
      case ConditionKind::question:
        graph_.edges.emplace(node_of(rules_.questions[condition.subject].id, Shape::question), to);
        return;
      case ConditionKind::decision:
        graph_.edges.emplace(node_of(rules_.decisions[condition.subject].id, Shape::decision), to);
        return;
      case ConditionKind::fact: {
        const std::size_t fact = node_of(rules_.facts[condition.subject].id, Shape::fact);
        graph_.edges.emplace(fact, to);
        if (facts_.insert(condition.subject).second) connect(rules_.facts[condition.subject].when, fact);
        return;
      }
      case ConditionKind::all:
      case ConditionKind::any:
      case ConditionKind::negation:
        return;
    }
  }

  const model::RuleSet& rules_;
  Graph graph_;
  std::map<std::pair<Shape, std::string>, std::size_t> numbers_;
  std::set<std::size_t> facts_;
};

const char* dot_shape(Shape shape) {
  switch (shape) {
    case Shape::question:
      return "ellipse";
    case Shape::fact:
      return "hexagon";
    case Shape::decision:
      return "doubleoctagon";
    case Shape::rule:
      return "box";
    case Shape::value:
      return "octagon";
  }
  return "";
}

std::string mermaid_node(const std::string& label, Shape shape) {
  switch (shape) {
    case Shape::question:
      return fmt::format("([\"{}\"])", label);
    case Shape::fact:
      return fmt::format("{{{{\"{}\"}}}}", label);
    case Shape::decision:
      return fmt::format("[[\"{}\"]]", label);
    case Shape::rule:
      return fmt::format("[\"{}\"]", label);
    case Shape::value:
      return fmt::format("((\"{}\"))", label);
  }
  return {};
}

}  // namespace

std::string rules_dot(const model::RuleSet& rules, const std::vector<std::size_t>& decisions) {
  std::string text;
  for (const std::size_t d : decisions) {
    const Graph graph = GraphMaker(rules).graph_of(d);
    text += fmt::format("digraph \"{}\" {{\n  rankdir=LR;\n", rules.decisions[d].id);
    for (std::size_t n = 0; n < graph.nodes.size(); ++n)
      text +=
          fmt::format("  n{} [label=\"{}\", shape={}];\n", n, graph.nodes[n].first, dot_shape(graph.nodes[n].second));
    for (const auto& [from, to] : graph.edges) text += fmt::format("  n{} -> n{};\n", from, to);
    text += "}\n";
  }
  return text;
}

std::size_t count_edges(const model::RuleSet& rules, const std::vector<std::size_t>& decisions) {
  std::size_t count = 0;
  for (const std::size_t d : decisions) count += GraphMaker(rules).graph_of(d).edges.size();
  return count;
}

std::string rules_mermaid(const model::RuleSet& rules, const std::vector<std::size_t>& decisions) {
  std::string text = "flowchart LR\n";
  for (const std::size_t d : decisions) {
    const Graph graph = GraphMaker(rules).graph_of(d);
    const std::string prefix = fmt::format("d{}n", d);
    text += fmt::format("  subgraph d{} [\"{}\"]\n", d, rules.decisions[d].id);
    for (std::size_t n = 0; n < graph.nodes.size(); ++n)
      text += fmt::format("    {}{}{}\n", prefix, n, mermaid_node(graph.nodes[n].first, graph.nodes[n].second));
    for (const auto& [from, to] : graph.edges) text += fmt::format("    {}{} --> {}{}\n", prefix, from, prefix, to);
    text += "  end\n";
  }
  return text;
}

}  // namespace socrates::render
