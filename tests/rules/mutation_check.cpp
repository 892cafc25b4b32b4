// SPDX-License-Identifier: Apache-2.0
#include "mutation_check.hpp"

#include <algorithm>
#include <filesystem>
#include <stdexcept>

#include "shipped.hpp"
#include "socrates/engine/prove.hpp"
#include "socrates/engine/rule_tests.hpp"

namespace socrates::test {

std::vector<model::RuleTest> shipped_tests() {
  const std::filesystem::path folder = "rules/selection/tests";
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(SOCRATES_SOURCE_DIR) / folder))
    names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  std::vector<model::RuleTest> tests;
  for (const std::string& name : names) {
    const base::Source source = project_file((folder / name).string());
    base::Diagnostics problems;
    const auto loaded = loader::load_rule_tests(source, shipped().rules, today, problems);
    if (!loaded) throw std::runtime_error(name + ": " + problems.kept().front().message);
    for (const auto& one : *loaded) tests.push_back(one.test);
  }
  return tests;
}

Judgement judge(const engine::CompiledRules& original, const model::RuleSet& mutant,
                const std::vector<model::RuleTest>& tests) {
  const engine::Compilation compilation = engine::compile_in_order(mutant, engine::order_of(original.space));
  if (!compilation.compiled) return {Fate::refuted, std::string(base::entry(compilation.findings.front().code).id), {}};
  for (const model::RuleTest& test : tests)
    if (engine::Effort effort; !engine::failures_of(*compilation.compiled, test, effort).empty())
      return {Fate::tested, test.name, {}};
  const engine::Proof proof = engine::prove(mutant);
  if (!proof.findings.empty()) return {Fate::refuted, std::string(base::entry(proof.findings.front().code).id), {}};
  auto difference = engine::difference(original.rules, mutant, 1);
  if (!difference) throw std::runtime_error("too complex to compare");
  const bool is_same = difference->changes.empty() && difference->reasons.empty();
  return {is_same ? Fate::equivalent : Fate::survived, {}, *std::move(difference)};
}

}  // namespace socrates::test
