// SPDX-License-Identifier: Apache-2.0
#include "socrates/engine/prove.hpp"

#include <iterator>
#include <utility>

#include "engine/contract.hpp"
#include "engine/count.hpp"
#include "engine/diagram_trim.hpp"
#include "engine/relevance.hpp"
#include "engine/rule_functions.hpp"
#include "engine/soundness.hpp"
#include "engine/use.hpp"
#include "socrates/base/codes.hpp"

namespace socrates::engine {
namespace {

void append(std::vector<Finding>& findings, std::vector<Finding> more) {
  findings.insert(findings.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

template <class Order>
Proof prove_within(const model::RuleSet& rules, Extent extent, const Order& order, Effort& effort) {
  const bool all = extent == Extent::everything;
  Proof proof;
  CompiledRules compiled;
  compiled.rules = rules;
  compiled.space = space_of(compiled.rules, order);
  DiagramBuilder builder(compiled.space.arity, effort);
  RuleFunctions functions(compiled.rules, compiled.space, builder);
  compiled.roots = roots_of(compiled.rules, functions);
  proof.findings = soundness_findings(compiled.rules, compiled.space, functions);
  const bool is_sound = proof.findings.empty();
  std::vector<Finding> broken = invariant_findings(compiled.rules, compiled.space, functions);
  if (!all) std::erase_if(broken, [](const Finding& finding) { return finding.code == base::Code::vacuous_invariant; });
  append(proof.findings, std::move(broken));
  if (all) effort.raise(author_limits);
  if (all) append(proof.findings, unused_rule_findings(compiled.rules, compiled.space, functions));
  if (all) append(proof.findings, useless_fact_findings(compiled.rules, functions));
  proof.nodes = builder.size();
  trim(builder.view(), compiled);
  if (all) append(proof.findings, relevance_findings(compiled, effort));
  proof.answer_sets = count_answers(compiled.diagram, weights_of(compiled.space, compiled.rules),
                                    compiled.roots.possible, Leaves{1} << 1U, effort);
  if (!is_sound) return proof;
  if (rules.has_own_contract)
    proof.departures = contract_departures(compiled, effort);
  else
    append(proof.findings, contract_findings(compiled, effort));
  proof.compiled = std::move(compiled);
  return proof;
}

/// The questions of `rules`: first those that `like` has too, in the order of its diagram.
std::vector<std::size_t> order_like(const model::RuleSet& rules, const CompiledRules& like) {
  std::vector<std::size_t> order;
  std::vector<bool> stands(rules.questions.size());
  for (const std::size_t q : order_of(like.space))
    if (const auto shared = model::find_question(rules, like.rules.questions[q].id)) {
      order.push_back(*shared);
      stands[*shared] = true;
    }
  for (std::size_t q = 0; q < rules.questions.size(); ++q)
    if (!stands[q]) order.push_back(q);
  return order;
}

}  // namespace

Proof prove_like(const model::RuleSet& rules, const CompiledRules& like, Extent extent, Limits limits) {
  try {
    Effort effort(share_of_first(limits));
    Proof proof = prove_within(rules, extent, order_like(rules, like), effort);
    if (proof.findings.empty() && proof.departures.empty()) return proof;
  } catch (const TooMuchWork&) {
  }
  return prove(rules, extent, limits);
}

Proof prove(const model::RuleSet& rules, Extent extent, Limits limits) {
  try {
    return in_good_order(
        limits, [&](VariableOrder order, Effort& effort) { return prove_within(rules, extent, order, effort); });
  } catch (const TooMuchWork& refusal) {
    Proof proof;
    proof.findings.push_back(too_complex(refusal));
    return proof;
  }
}

}  // namespace socrates::engine
