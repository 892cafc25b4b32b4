// SPDX-License-Identifier: Apache-2.0
#include "engine/contract.hpp"

#include <algorithm>

#include "socrates/base/codes.hpp"
#include "socrates/engine/walk.hpp"
#include "socrates/model/contract.hpp"

namespace socrates::engine {

std::vector<Finding> contract_findings(const CompiledRules& compiled, Effort& effort) {
  const model::RuleSet& rules = compiled.rules;
  Walk walk(compiled, allowed_by(compiled.space, {}), effort);
  std::vector<Finding> findings;
  for (std::size_t d = 0; d < rules.decisions.size(); ++d) {
    if (!model::is_contract_decision(rules.decisions[d].id)) continue;
    const std::vector<Function>& values = compiled.roots.decisions[d].values;
    for (std::size_t q = 0; q < rules.questions.size(); ++q) {
      if (model::is_contract_question(rules.questions[q].id)) continue;
      if (std::none_of(values.begin(), values.end(), [&](Function f) { return walk.matters(q, f); })) continue;
      findings.push_back({base::Code::undecided_contract,
                          "decision " + rules.decisions[d].id,
                          "decision '" + rules.decisions[d].id + "' of the contract depends on the question '" +
                              rules.questions[q].id + "', which the contract does not have",
                          {}});
    }
  }
  return findings;
}

}  // namespace socrates::engine
