// SPDX-License-Identifier: Apache-2.0
// Uses the installed libraries: asks the shipped rules what is possible when nothing is known.
#include <socrates/builtin/rules.hpp>
#include <socrates/engine/outcome.hpp>

int main() {
  const socrates::engine::CompiledRules& compiled = socrates::builtin::selection_rules();
  const socrates::model::Answers nothing(compiled.rules.questions.size());
  const auto outcome = socrates::engine::evaluate(compiled, nothing);
  return outcome && outcome->decisions.size() == compiled.rules.decisions.size() ? 0 : 1;
}
