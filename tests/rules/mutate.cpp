// SPDX-License-Identifier: Apache-2.0
// mutate [--every N] [--from N] [--only ID] [--suggest]: changes the shipped rules in every single way (or every Nth,
// or from the Nth on), and counts what the shipped tests, proofs and invariants catch. With --only it changes nothing
// but the rule, note or fact of that id. Those that survive are listed; with --suggest a test for each is written that
// catches it. Ends with 1 when less than 95 % are caught, and with 2 when there is nothing to change.

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <functional>
#include <map>
#include <stdexcept>
#include <string>

#include "mutation_check.hpp"
#include "shipped.hpp"
#include "socrates/engine/rule_tests.hpp"
#include "socrates/render/rule_tests.hpp"

namespace {

using namespace socrates;

std::optional<model::RuleReference> find_rule(const model::RuleSet& rules, const std::string& id) {
  for (std::size_t d = 0; d < rules.decisions.size(); ++d)
    for (std::size_t r = 0; r < rules.decisions[d].rules.size(); ++r)
      if (rules.decisions[d].rules[r].id == id) return model::RuleReference{d, r};
  for (std::size_t n = 0; n < rules.notes.size(); ++n)
    if (rules.notes[n].id == id) return model::RuleReference{std::nullopt, n};
  return std::nullopt;
}

/// A test in which the mutant fails: answers where it differs, and what the shipped rules say of them.
std::optional<render::ProposedTest> suggestion(const test::Mutant& mutant, const engine::Difference& difference) {
  const engine::CompiledRules& shipped = test::shipped();
  render::ProposedTest proposed{mutant.name, {}, {}, {}, {}};
  if (!difference.changes.empty()) {
    proposed.answers = difference.changes.front().example;
  } else {
    for (const engine::ReasonChange& reason : difference.reasons) {
      if (!reason.example) continue;
      proposed.answers = *reason.example;
      const auto rule = find_rule(shipped.rules, reason.id);
      (reason.applied_before ? proposed.fired : proposed.not_fired).push_back(rule.value());
      break;
    }
  }
  if (proposed.answers.empty()) return std::nullopt;
  const auto outcome = engine::evaluate(shipped, proposed.answers);
  if (!outcome) return std::nullopt;
  proposed.outcome = *outcome;
  return proposed;
}

model::RuleTest as_test(const render::ProposedTest& proposed) {
  model::RuleTest test;
  test.name = proposed.name;
  test.answers = proposed.answers;
  for (std::size_t d = 0; d < proposed.outcome.decisions.size(); ++d) {
    const engine::DecisionOutcome& outcome = proposed.outcome.decisions[d];
    if (engine::is_settled(outcome)) test.expected.push_back({d, outcome.possible, outcome.surely, outcome.maybe});
  }
  test.fired = proposed.fired;
  test.not_fired = proposed.not_fired;
  return test;
}

/// Looks at the mutants of all rules, or those of the rule, note or fact `only`, by their numbers; returns how many.
std::size_t for_each_chosen(const std::string& only,
                            const std::function<void(std::size_t, const test::Mutant&)>& look) {
  std::size_t count = 0;
  test::for_each_mutant(test::shipped().rules, [&](const test::Mutant& mutant) {
    if (only.empty() || mutant.name.find(" " + only + ": ") != std::string::npos) look(count++, mutant);
  });
  if (count == 0) throw std::invalid_argument("there is no rule, note or fact '" + only + "'");
  return count;
}

int mutate(std::size_t every, std::size_t from, const std::string& only, bool suggests) {
  const model::RuleSet& rules = test::shipped().rules;
  std::vector<model::RuleTest> tests = test::shipped_tests();
  const std::size_t count = for_each_chosen(only, [](std::size_t, const test::Mutant&) {});
  std::map<test::Fate, std::size_t> fates;
  std::map<std::string, std::size_t> proofs;
  if (suggests) std::fputs(render::rule_tests_head(rules).c_str(), stdout);
  for_each_chosen(only, [&](std::size_t i, const test::Mutant& mutant) {
    if (i < from || (i - from) % every != 0) return;
    if (i % 500 == 0) std::fprintf(stderr, "%zu of %zu: %s\n", i, count, mutant.name.c_str());
    const test::Judgement judgement = test::judge(test::shipped(), mutant.rules, tests);
    ++fates[judgement.fate];
    if (judgement.fate == test::Fate::refuted) ++proofs[judgement.by];
    if (judgement.fate == test::Fate::equivalent) std::fprintf(stderr, "equivalent: %s\n", mutant.name.c_str());
    if (judgement.fate != test::Fate::survived) return;
    std::fprintf(stderr, "survived: %s\n", mutant.name.c_str());
    const auto proposed = suggests ? suggestion(mutant, judgement.difference) : std::nullopt;
    if (!proposed) return;
    std::fputs(render::rule_test_yaml(rules, *proposed).c_str(), stdout);
    std::fflush(stdout);
    tests.push_back(as_test(*proposed));
  });
  const std::size_t caught = fates[test::Fate::refuted] + fates[test::Fate::tested];
  const std::size_t all = caught + fates[test::Fate::survived];
  std::fprintf(stderr, "%zu mutations: %zu fail a test, %zu a proof (", all + fates[test::Fate::equivalent],
               fates[test::Fate::tested], fates[test::Fate::refuted]);
  for (const auto& [code, count] : proofs) std::fprintf(stderr, " %s %zu", code.c_str(), count);
  std::fprintf(stderr, " ), %zu change nothing, %zu survive; caught: %.1f %%\n", fates[test::Fate::equivalent],
               fates[test::Fate::survived], 100.0 * static_cast<double>(caught) / static_cast<double>(all));
  return caught * 100 >= all * 95 ? EXIT_SUCCESS : EXIT_FAILURE;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    std::size_t every = 1;
    std::size_t from = 0;
    std::string only;
    bool suggests = false;
    for (int i = 1; i < argc; ++i) {
      if (std::strcmp(argv[i], "--suggest") == 0) suggests = true;
      if (std::strcmp(argv[i], "--every") == 0 && i + 1 < argc) every = std::stoul(argv[++i]);
      if (std::strcmp(argv[i], "--from") == 0 && i + 1 < argc) from = std::stoul(argv[++i]);
      if (std::strcmp(argv[i], "--only") == 0 && i + 1 < argc) only = argv[++i];
    }
    return mutate(every, from, only, suggests);
  } catch (const std::exception& problem) {
    std::fprintf(stderr, "mutate: %s\n", problem.what());
    return 2;
  }
}
