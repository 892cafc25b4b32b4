// SPDX-License-Identifier: Apache-2.0
#include "socrates/engine/compile.hpp"

#include <utility>

#include "diagram_trim.hpp"
#include "rule_functions.hpp"
#include "soundness.hpp"

namespace socrates::engine {

Finding too_complex(std::size_t most_nodes) {
  return {base::Code::too_complex,
          "",
          "the decision diagram needs more than " + std::to_string(most_nodes) + " nodes, so nothing is proved",
          {}};
}

Compilation compile(model::RuleSet rules, std::size_t most_nodes) {
  Compilation result;
  CompiledRules compiled;
  compiled.rules = std::move(rules);
  compiled.space = space_of(compiled.rules);
  DiagramBuilder builder(compiled.space.arity, most_nodes);
  RuleFunctions functions(compiled.rules, compiled.space, builder);
  compiled.roots = roots_of(compiled.rules, functions);
  result.findings = soundness_findings(compiled.rules, compiled.space, functions);
  if (builder.is_exhausted()) {
    result.findings.assign(1, too_complex(most_nodes));
    return result;
  }
  if (!result.findings.empty()) return result;
  trim(builder.view(), compiled);
  result.compiled = std::move(compiled);
  return result;
}

}  // namespace socrates::engine
