// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <utility>

#include "socrates/builtin/rules.hpp"
#include "socrates/engine/outcome.hpp"
#include "socrates/loader/answers_loader.hpp"
#include "socrates/readiness/assessment.hpp"

namespace socrates::tests {

/// What ships, read once.
struct Shipped {
  const engine::CompiledRules& selection = builtin::selection_rules();
  const engine::CompiledRules& verdicts = builtin::readiness_rules();
  const model::Criteria& criteria = builtin::criteria();
  const model::Objectives& objectives = builtin::objectives();
  const model::ControlCatalogue& controls = builtin::controls();

  [[nodiscard]] readiness::Catalogue catalogue() const { return {controls, criteria, objectives}; }
  [[nodiscard]] std::size_t control(const std::string& id) const { return model::find_control(controls, id).value(); }
};

inline const Shipped& shipped() {
  static const Shipped all;
  return all;
}

inline constexpr base::Date today{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{24}};

/// The answers of a file in examples/.
inline loader::LoadedAnswers example(const std::string& name) {
  std::ifstream file(std::string(SOCRATES_SOURCE_DIR) + "/examples/" + name, std::ios::binary);
  const base::Source source{name, {std::istreambuf_iterator<char>(file), {}}};
  base::Diagnostics problems;
  auto loaded = loader::load_answers(source, {shipped().selection.rules, shipped().controls}, today, problems);
  if (!file || !loaded) throw std::runtime_error("cannot read " + name);
  return *std::move(loaded);
}

inline readiness::Scope scope_of(const model::Answers& answers) {
  const auto outcome = engine::evaluate(shipped().selection, answers);
  if (!outcome) throw std::runtime_error("contradictory answers");
  return readiness::scope_of(shipped().selection.rules, answers, *outcome, shipped().catalogue());
}

inline readiness::Readiness assess(const readiness::Scope& scope, const model::ControlAnswers& controls) {
  return readiness::assess(scope, shipped().catalogue(), controls, today);
}

}  // namespace socrates::tests
