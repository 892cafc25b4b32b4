// SPDX-License-Identifier: Apache-2.0
#include "socrates/engine/compile.hpp"

#include <string>
#include <utility>

#include "engine/diagram_trim.hpp"
#include "engine/rule_functions.hpp"
#include "engine/soundness.hpp"

#include "socrates/base/codes.hpp"

namespace socrates::engine {

Finding too_complex(const TooMuchWork& refusal) {
  return {base::Code::too_complex, "", std::string("this needs ") + refusal.what() + ", so nothing is proved", {}};
}

namespace {

template <class Order>
Compilation compile_within(const model::RuleSet& rules, const Order& order, Effort& effort) {
  Compilation result;
  CompiledRules compiled;
  compiled.rules = rules;
  compiled.space = space_of(compiled.rules, order);
  DiagramBuilder builder(compiled.space.arity, effort);
  RuleFunctions functions(compiled.rules, compiled.space, builder);
  compiled.roots = roots_of(compiled.rules, functions);
  result.findings = soundness_findings(compiled.rules, compiled.space, functions);
  if (!result.findings.empty()) return result;
  trim(builder.view(), compiled);
  result.compiled = std::move(compiled);
  return result;
}

}  // namespace

Compilation compile(const model::RuleSet& rules, Limits limits) {
  try {
    return in_good_order(limits,
                         [&](VariableOrder order, Effort& effort) { return compile_within(rules, order, effort); });
  } catch (const TooMuchWork& refusal) {
    return {std::nullopt, {too_complex(refusal)}};
  }
}

Compilation compile_in_order(const model::RuleSet& rules, const std::vector<std::size_t>& order, Limits limits) {
  try {
    Effort effort(limits);
    return compile_within(rules, order, effort);
  } catch (const TooMuchWork& refusal) {
    return {std::nullopt, {too_complex(refusal)}};
  }
}

}  // namespace socrates::engine
