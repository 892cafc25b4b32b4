// SPDX-License-Identifier: Apache-2.0
#include "engine/contract.hpp"

#include <map>
#include <string>

#include "socrates/base/codes.hpp"
#include "socrates/engine/walk.hpp"
#include "socrates/model/contract.hpp"

namespace socrates::engine {

namespace {

/// Calls `found(question, decision)` for each question outside the contract on which a decision of it depends.
template <class Found>
void each_departure(const CompiledRules& compiled, Effort& effort, Found found) {
  const model::RuleSet& rules = compiled.rules;
  Walk walk(compiled, allowed_by(compiled.space, {}), effort);
  for (std::size_t d = 0; d < rules.decisions.size(); ++d) {
    if (!model::is_contract_decision(rules.decisions[d].id)) continue;
    const std::vector<bool> mattering = walk.mattering(compiled.roots.decisions[d].values);
    for (std::size_t q = 0; q < rules.questions.size(); ++q)
      if (mattering[q] && !model::is_contract_question(rules.questions[q].id)) found(q, d);
  }
}

}  // namespace

std::vector<Finding> contract_findings(const CompiledRules& compiled, Effort& effort) {
  const model::RuleSet& rules = compiled.rules;
  std::vector<Finding> findings;
  each_departure(compiled, effort, [&](std::size_t q, std::size_t d) {
    findings.push_back({base::Code::undecided_contract,
                        "decision " + rules.decisions[d].id,
                        "decision '" + rules.decisions[d].id + "' of the contract depends on the question '" +
                            rules.questions[q].id + "', which the contract does not have",
                        {}});
  });
  return findings;
}

std::vector<Finding> contract_departures(const CompiledRules& compiled, Effort& effort) {
  const model::RuleSet& rules = compiled.rules;
  std::map<std::size_t, std::string> decided;  // by question, the names of decisions
  each_departure(compiled, effort, [&](std::size_t q, std::size_t d) {
    std::string& names = decided[q];
    names += (names.empty() ? "'" : ", '") + rules.decisions[d].id + "'";
  });
  std::vector<Finding> findings;
  for (const auto& [question, names] : decided)
    findings.push_back({base::Code::own_contract,
                        "question " + rules.questions[question].id,
                        "the question '" + rules.questions[question].id +
                            "', which the contract does not have, decides " + names +
                            ": with every question of the contract answered, this can still be open",
                        {}});
  return findings;
}

}  // namespace socrates::engine
