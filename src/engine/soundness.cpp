// SPDX-License-Identifier: Apache-2.0
#include "engine/soundness.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "engine/ways.hpp"
#include "socrates/base/codes.hpp"
#include "socrates/engine/marks.hpp"

namespace socrates::engine {
namespace {

/// The first way from `f` to the leaf, as what is allowed on it; every completion of it leads there.
bool find_way(const DiagramView& diagram, Function f, Function leaf, Allowed& way) {
  if (f < leaf_limit) return f == leaf;
  const std::uint32_t variable = variable_of(diagram, f);
  const std::uint64_t before = way[variable];
  for (std::size_t value = 0; value < diagram.arity[variable]; ++value) {
    way[variable] = std::uint64_t{1} << value;
    if (find_way(diagram, child_of(diagram, f, value), leaf, way)) return true;
  }
  way[variable] = before;
  return false;
}

class Prover {
 public:
  Prover(const model::RuleSet& rules, const Space& space, RuleFunctions& functions)
      : rules_(rules), space_(space), functions_(functions), question_of_(groups_by_question(space)) {}

  std::vector<Finding> findings() {
    check_impossible();
    for (std::size_t d = 0; d < rules_.decisions.size(); ++d)
      if (rules_.decisions[d].combine == model::Combine::exactly_one) check_exactly_one(d);
    return std::move(findings_);
  }

 private:
  DiagramBuilder& builder() { return functions_.builder(); }

  std::optional<model::Answers> witness(Function f, Function leaf) {
    return answers_leading_to(f, leaf, rules_, space_, builder());
  }

  void check_exactly_one(std::size_t d) {
    const model::Decision& decision = rules_.decisions[d];
    const Function value = builder().join(Join::where, functions_.possible(), functions_.decision(d).front());
    if (auto answers = witness(value, no_value))
      findings_.push_back({base::Code::gap, "decision " + decision.id,
                           "decision '" + decision.id + "' has no rule for some possible answers", std::move(answers)});
    if (!witness(value, clashing_values)) return;
    for (std::size_t a = 0; a < decision.rules.size(); ++a)
      for (std::size_t b = a + 1; b < decision.rules.size(); ++b)
        if (decision.rules[a].then != decision.rules[b].then) check_clash(d, a, b);
  }

  void check_clash(std::size_t d, std::size_t a, std::size_t b) {
    const model::Decision& decision = rules_.decisions[d];
    const Function both = builder().join(Join::conjunction, functions_.rule(d, a), functions_.rule(d, b));
    if (auto answers = witness(builder().join(Join::where, functions_.possible(), both), 1))
      findings_.push_back({base::Code::clash, "rule " + decision.rules[b].id,
                           "rules '" + decision.rules[a].id + "' and '" + decision.rules[b].id +
                               "' can both apply, and give different values",
                           std::move(answers)});
  }

  /// Every clause forbids an answer to the last of its questions on account of earlier ones, and each question keeps an
  /// answer that no clause forbids: then, when questions are answered in their order, any possible completion can be
  /// led to those free answers one question at a time, from the last to the first, and a decision that is open always
  /// has a question that changes it.
  void check_impossible() {
    std::vector<std::size_t> last_questions;
    for (std::size_t c = 0; c < rules_.impossible.size(); ++c)
      last_questions.push_back(last_question(functions_.contradiction(c)));
    for (std::size_t q = 0; q < rules_.questions.size(); ++q) {
      Function forbidden = 0;
      std::size_t last_clause = 0;
      for (std::size_t c = 0; c < rules_.impossible.size(); ++c) {
        if (last_questions[c] != q) continue;
        forbidden = builder().join(Join::disjunction, forbidden, functions_.contradiction(c));
        last_clause = c;
      }
      if (!has_free_answer(q, forbidden))
        findings_.push_back({base::Code::impossible_form,
                             "impossible " + std::to_string(last_clause),
                             "question '" + rules_.questions[q].id + "' has no answer that is always possible",
                             {}});
    }
  }

  /// Visits the variable of `f` and of every function below it.
  template <typename Visit>
  void walk_down(Function f, Visit visit) {
    const DiagramView diagram = builder().view();
    std::vector<Function> waiting{f};
    seen_.begin(builder().size());
    seen_.add(f);
    while (!waiting.empty()) {
      const Function next = waiting.back();
      waiting.pop_back();
      if (next < leaf_limit) continue;
      visit(variable_of(diagram, next));
      builder().effort().take_steps(diagram.arity[variable_of(diagram, next)]);
      for (std::size_t value = 0; value < diagram.arity[variable_of(diagram, next)]; ++value)
        if (const Function child = child_of(diagram, next, value); seen_.add(child)) waiting.push_back(child);
    }
  }

  /// The last question that `f` hangs on; the first of all where it hangs on none.
  std::size_t last_question(Function f) {
    std::size_t last = 0;
    walk_down(f, [&](std::size_t variable) { last = std::max<std::size_t>(last, question_of_[variable]); });
    return last;
  }

  /// `f`, which asks no question after this one, is 0 for some answer to it, whatever the earlier answers are.
  bool has_free_answer(std::size_t q, Function f) {
    std::unordered_map<Function, Function> known;
    return ever(q, f, known) != 1;
  }

  /// Over the variables of the question alone: 1 where `f` is for some answers to the others.
  Function ever(std::size_t q, Function f, std::unordered_map<Function, Function>& known) {
    if (f < leaf_limit) return f;
    if (const auto found = known.find(f); found != known.end()) return found->second;
    const std::uint32_t variable = variable_of(builder().view(), f);
    std::vector<Function> children;
    for (std::size_t value = 0; value < space_.arity[variable]; ++value)
      children.push_back(ever(q, child_of(builder().view(), f, value), known));
    Function result = 0;
    if (question_of_[variable] == q)
      result = builder().node(variable, children);
    else
      for (const Function child : children) result = builder().join(Join::disjunction, result, child);
    known.emplace(f, result);
    return result;
  }

  const model::RuleSet& rules_;
  const Space& space_;
  RuleFunctions& functions_;
  Groups question_of_;
  Marks seen_;
  std::vector<Finding> findings_;
};

}  // namespace

std::optional<model::Answers> answers_leading_to(Function f, Function leaf, const model::RuleSet& rules,
                                                 const Space& space, DiagramBuilder& builder) {
  Allowed way = allowed_by(space, {});
  // A node's way can be long before it turns out that the leaf is not below it; a diagram that holds the leaf alone
  // has no such dead ends.
  std::vector<Function> only(leaf_limit, 0);
  only[leaf] = 1;
  const Function kept = builder.relabel(f, only);  // makes nodes, so a view is only good behind it
  if (!find_way(builder.view(), kept, 1, way)) return std::nullopt;
  builder.effort().take_steps(space.arity.size() * 2);
  return answers_from(space, rules, way);
}

std::vector<Finding> soundness_findings(const model::RuleSet& rules, const Space& space, RuleFunctions& functions) {
  return Prover(rules, space, functions).findings();
}

Roots roots_of(const model::RuleSet& rules, RuleFunctions& functions) {
  DiagramBuilder& builder = functions.builder();
  const auto where_possible = [&](Function f) { return builder.join(Join::where, functions.possible(), f); };
  Roots roots;
  roots.possible = where_possible(1);
  for (std::size_t c = 0; c < rules.impossible.size(); ++c) roots.contradictions.push_back(functions.contradiction(c));
  for (std::size_t d = 0; d < rules.decisions.size(); ++d) {
    DecisionRoots decision;
    for (const Function value : functions.decision(d)) decision.values.push_back(where_possible(value));
    for (std::size_t r = 0; r < rules.decisions[d].rules.size(); ++r)
      decision.rules.push_back(where_possible(functions.rule(d, r)));
    roots.decisions.push_back(std::move(decision));
  }
  for (const model::Note& note : rules.notes) roots.notes.push_back(where_possible(functions.condition(note.when)));
  return roots;
}

}  // namespace socrates::engine
