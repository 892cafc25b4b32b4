// SPDX-License-Identifier: Apache-2.0
#include "loader/rules/cross_checks.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "socrates/base/codes.hpp"

namespace socrates::loader {

namespace {

using base::Code;
using base::Diagnostics;
using model::Condition;
using model::ConditionKind;

/// Facts first, then decisions, as nodes of a graph: a node's neighbours are what its conditions name.
using Graph = std::vector<std::vector<std::size_t>>;

void collect_neighbours(const Condition& condition, std::size_t facts, std::vector<std::size_t>& neighbours) {
  for (const Condition& entry : condition.parts) collect_neighbours(entry, facts, neighbours);
  if (condition.kind == ConditionKind::fact) neighbours.push_back(condition.subject);
  if (condition.kind == ConditionKind::decision) neighbours.push_back(facts + condition.subject);
}

Graph graph_of(const model::RuleSet& rules) {
  Graph graph;
  for (const model::Fact& fact : rules.facts) collect_neighbours(fact.when, rules.facts.size(), graph.emplace_back());
  for (const model::Decision& decision : rules.decisions) {
    auto& neighbours = graph.emplace_back();
    for (const model::Rule& rule : decision.rules) {
      if (rule.when) collect_neighbours(*rule.when, rules.facts.size(), neighbours);
    }
  }
  return graph;
}

const std::string& name_of(const model::RuleSet& rules, std::size_t node) {
  return node < rules.facts.size() ? rules.facts[node].id : rules.decisions[node - rules.facts.size()].id;
}

void report_cycle(const std::vector<std::size_t>& circle, const UnfinishedRules& unfinished, Diagnostics& problems) {
  const std::string& first = name_of(unfinished.rules, circle.front());
  std::string way;
  for (const std::size_t node : circle) way += name_of(unfinished.rules, node) + " -> ";
  problems.add(Code::cycle, unfinished.subjects.at(first).at,
               fmt::format("'{}' depends on itself: {}{}", first, way, first), first);
}

/// A depth-first search with a stack of its own, as rules may form long chains. A node on the stack that is met again
/// closes a circle; a node that was left is in no further one, or in one that crosses a circle already reported.
class CycleSearch {
 public:
  CycleSearch(const UnfinishedRules& unfinished, Diagnostics& problems)
      : draft_(unfinished),
        problems_(problems),
        graph_(graph_of(unfinished.rules)),
        states_(graph_.size(), State::fresh),
        lengths_(graph_.size(), 0) {}

  void run() {
    for (std::size_t node = 0; node < graph_.size(); ++node) {
      if (states_[node] == State::fresh) search_from(node);
    }
  }

 private:
  enum class State { fresh, open, left };
  struct Step {
    std::size_t node;
    std::size_t next = 0;
  };

  void search_from(std::size_t root) {
    enter(root);
    while (!way_.empty()) {
      Step& step = way_.back();
      if (step.next == graph_[step.node].size()) {
        states_[step.node] = State::left;
        measure(step.node);
        way_.pop_back();
        continue;
      }
      const std::size_t neighbour = graph_[step.node][step.next++];
      if (states_[neighbour] == State::fresh)
        enter(neighbour);
      else if (states_[neighbour] == State::open)
        report_from(neighbour);
    }
  }

  void enter(std::size_t node) {
    states_[node] = State::open;
    way_.push_back({node});
  }

  /// All that the node names has been left, unless there is a circle, and then there is no length.
  void measure(std::size_t node) {
    if (has_circle_) return;
    for (const std::size_t neighbour : graph_[node]) lengths_[node] = std::max(lengths_[node], lengths_[neighbour] + 1);
    if (lengths_[node] != most_chain + 1) return;
    const std::string& id = name_of(draft_.rules, node);
    problems_.add(
        Code::too_deep, draft_.subjects.at(id).at,
        fmt::format("'{}' depends on a chain of more than the {} facts and decisions allowed", id, most_chain), id);
  }

  void report_from(std::size_t node) {
    auto step = std::find_if(way_.begin(), way_.end(), [&](const Step& s) { return s.node == node; });
    std::vector<std::size_t> circle;
    has_circle_ = true;
    for (; step != way_.end(); ++step) circle.push_back(step->node);
    report_cycle(circle, draft_, problems_);
  }

  const UnfinishedRules& draft_;
  Diagnostics& problems_;
  Graph graph_;
  std::vector<State> states_;
  std::vector<std::size_t> lengths_;  ///< by node: of the longest chain of others that it rests on
  std::vector<Step> way_;
  bool has_circle_ = false;
};

void check_used(const Names& names, Declared::Kind kind, std::string_view word, const std::set<std::size_t>& used,
                Diagnostics& problems) {
  for (const auto& [id, declared] : names) {
    if (declared.kind != kind || used.count(declared.index) > 0) continue;
    problems.add(Code::unused, declared.at, fmt::format("nothing uses the {} '{}'", word, id),
                 fmt::format("{}s.{}", word, id));
  }
}

using Starts = std::vector<std::set<int>>;

/// The numbers of each question at which some condition begins or ceases to hold.
void collect_starts(const Condition& condition, const model::RuleSet& rules, Starts& starts) {
  for (const Condition& entry : condition.parts) collect_starts(entry, rules, starts);
  if (condition.kind != ConditionKind::question || condition.test != model::Test::in_range) return;
  const model::Question& question = rules.questions[condition.subject];
  if (condition.from > question.from) starts[condition.subject].insert(condition.from);
  if (condition.to < question.to) starts[condition.subject].insert(condition.to + 1);
}

}  // namespace

void check_cycles(const UnfinishedRules& unfinished, Diagnostics& problems) { CycleSearch(unfinished, problems).run(); }

void check_unused(const UnfinishedRules& unfinished, Diagnostics& problems) {
  check_used(unfinished.sections, Declared::Kind::section, "section", unfinished.used_sections, problems);
  check_used(unfinished.sources, Declared::Kind::source, "source", unfinished.used_sources, problems);
  check_used(unfinished.subjects, Declared::Kind::fact, "fact", unfinished.used_facts, problems);
}

void check_thresholds(const UnfinishedRules& unfinished, Diagnostics& problems) {
  const model::RuleSet& rules = unfinished.rules;
  Starts starts(rules.questions.size());
  model::each_condition(rules, model::Conditions::all,
                        [&](const Condition& when) { collect_starts(when, rules, starts); });
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::size_t intervals = starts[i].size() + 1;
    if (intervals <= most_options) continue;
    const std::string& id = rules.questions[i].id;
    problems.add(
        Code::too_many_options, unfinished.subjects.at(id).at,
        fmt::format("conditions cut '{}' into {} intervals, more than the {} allowed", id, intervals, most_options),
        id);
  }
}

}  // namespace socrates::loader
