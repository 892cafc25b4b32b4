// SPDX-License-Identifier: Apache-2.0
#include "socrates/engine/compile.hpp"

#include <utility>

#include "diagram_trim.hpp"
#include "rule_functions.hpp"

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
      : rules_(rules), space_(space), functions_(functions) {}

  std::vector<Finding> findings() {
    check_impossible();
    for (std::size_t d = 0; d < rules_.decisions.size(); ++d)
      if (rules_.decisions[d].combine == model::Combine::exactly_one) check_exactly_one(d);
    return std::move(findings_);
  }

 private:
  DiagramBuilder& builder() { return functions_.builder(); }

  std::optional<model::Answers> witness(Function f, Function leaf) {
    Allowed way = allowed_by(space_, {});
    // A node's way can be long before it turns out that the leaf is not below it; a diagram that holds the leaf alone
    // has no such dead ends.
    std::vector<Function> only(leaf_limit, 0);
    only[leaf] = 1;
    if (!find_way(builder().view(), builder().relabel(f, only), 1, way)) return std::nullopt;
    return answers_from(space_, rules_, way);
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
  /// answer that no clause forbids: then any possible answers can be led back to those free ones one question at a time,
  /// from the last to the first, and a decision that is open always has a question that changes it.
  void check_impossible() {
    for (std::size_t q = 0; q < rules_.questions.size(); ++q) {
      Function forbidden = 0;
      std::size_t last_clause = 0;
      for (std::size_t c = 0; c < rules_.impossible.size(); ++c) {
        if (last_question(rules_.impossible[c].when) != q) continue;
        forbidden = builder().join(Join::disjunction, forbidden, functions_.contradiction(c));
        last_clause = c;
      }
      if (forbidden != 0 && !has_free_answer(q, forbidden))
        findings_.push_back({base::Code::impossible_form, "impossible " + std::to_string(last_clause),
                             "question '" + rules_.questions[q].id + "' keeps no answer that is always possible", {}});
    }
  }

  std::size_t last_question(const model::Condition& condition) {
    std::size_t last = 0;
    const auto raise = [&](std::size_t q) { last = std::max(last, q); };
    for (const auto& part : condition.parts) raise(last_question(part));
    if (condition.kind == model::ConditionKind::question) raise(condition.subject);
    if (condition.kind == model::ConditionKind::fact) raise(last_question(rules_.facts[condition.subject].when));
    return last;
  }

  bool has_free_answer(std::size_t q, Function forbidden) {
    const QuestionVariables& variables = space_.questions[q];
    if (rules_.questions[q].kind != model::QuestionKind::several) {
      for (std::size_t value = 0; value < space_.arity[variables.first]; ++value)
        if (is_never(forbidden, variables, value, std::nullopt)) return true;
      return false;
    }
    if (is_never(forbidden, variables, 0, std::nullopt)) return true;
    for (std::size_t chosen = 0; chosen < variables.count; ++chosen)
      if (is_never(forbidden, variables, 0, chosen)) return true;
    return false;
  }

  /// `f` is 0 wherever the question has this answer: the value of its variable, or of a several-choice the one option
  /// `chosen`, if any, and no other.
  bool is_never(Function f, const QuestionVariables& variables, std::size_t value, std::optional<std::size_t> chosen) {
    Function here = f;
    for (std::size_t i = 0; i < variables.count; ++i) {
      const std::size_t wanted = chosen == i ? 1 : value;
      const Function is_so = builder().test(variables.first + i, std::uint64_t{1} << wanted, 1, 0);
      here = builder().join(Join::conjunction, here, is_so);
    }
    return here == 0;
  }

  const model::RuleSet& rules_;
  const Space& space_;
  RuleFunctions& functions_;
  std::vector<Finding> findings_;
};

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

}  // namespace

Compilation compile(model::RuleSet rules, std::size_t most_nodes) {
  Compilation result;
  CompiledRules compiled;
  compiled.rules = std::move(rules);
  compiled.space = space_of(compiled.rules);
  DiagramBuilder builder(compiled.space.arity, most_nodes);
  RuleFunctions functions(compiled.rules, compiled.space, builder);
  compiled.roots = roots_of(compiled.rules, functions);
  result.findings = Prover(compiled.rules, compiled.space, functions).findings();
  if (builder.is_exhausted()) {
    result.findings.assign(1, {base::Code::too_complex, "",
                               "the decision diagram needs more than " + std::to_string(most_nodes) + " nodes", {}});
    return result;
  }
  if (!result.findings.empty()) return result;
  trim(builder.view(), compiled);
  result.compiled = std::move(compiled);
  return result;
}

}  // namespace socrates::engine
