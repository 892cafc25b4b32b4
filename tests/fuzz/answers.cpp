// SPDX-License-Identifier: Apache-2.0
// Answers to the shipped rules: either there is a problem, or the engine has an outcome or words for the contradiction.
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

#include "socrates/builtin/rules.hpp"
#include "socrates/engine/outcome.hpp"
#include "socrates/loader/answers_loader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {  // NOLINT: libFuzzer's name
  static const socrates::engine::CompiledRules& compiled = socrates::builtin::selection_rules();
  const socrates::base::Source source{"input", std::string(bytes, bytes + count)};
  socrates::base::Diagnostics problems;
  const socrates::base::Date today{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{22}};
  const auto loaded = socrates::loader::load_answers(source, compiled.rules, today, problems);
  if (loaded.has_value() != problems.empty()) __builtin_trap();
  if (!loaded) return 0;
  const auto outcome = socrates::engine::evaluate(compiled, loaded->answers);
  if (!outcome && socrates::engine::contradictions(compiled, loaded->answers).empty()) __builtin_trap();
  return 0;
}
