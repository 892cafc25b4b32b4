// SPDX-License-Identifier: Apache-2.0
#include "socrates/engine/rule_tests.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "socrates/engine/outcome.hpp"
#include "socrates/engine/reach.hpp"

namespace socrates::engine {
namespace {

using model::RuleReference;

Function root_of(const CompiledRules& compiled, const RuleReference& rule) {
  return rule.decision ? compiled.roots.decisions[*rule.decision].rules[rule.index] : compiled.roots.notes[rule.index];
}

std::string text_of(const std::vector<std::size_t>& values, const std::vector<model::Named>& named) {
  std::string text;
  for (const std::size_t value : values) text += (text.empty() ? "" : ", ") + named[value].id;
  return "[" + text + "]";
}

class TestComparison {
 public:
  TestComparison(const CompiledRules& compiled, const model::RuleTest& test, Effort& effort)
      : compiled_(compiled),
        test_(test),
        effort_(effort),
        allowed_(allowed_by(compiled.space, test.answers)),
        reach_(compiled, allowed_, effort) {}

  std::vector<std::string> failures() {
    const bool is_possible = (reach_.of(compiled_.roots.possible) & yes_bit) != 0;
    if (!is_possible && !test_.is_contradiction) return {"the answers contradict each other"};
    if (is_possible && test_.is_contradiction) return {"the answers do not contradict each other"};
    if (!is_possible) return {};
    for (const model::ExpectedOutcome& expected : test_.expected) compare(expected);
    compare_fired();
    if (test_.open) compare_open();
    return std::move(failures_);
  }

 private:
  Leaves leaves(Function f) { return reach_.of(f) & ~impossible_bit; }

  void compare(const model::ExpectedOutcome& expected) {
    const model::Decision& decision = compiled_.rules.decisions[expected.decision];
    const std::vector<Function>& roots = compiled_.roots.decisions[expected.decision].values;
    if (decision.combine != model::Combine::collect) {
      std::vector<std::size_t> possible;
      for (std::size_t value = 0; value < decision.values.size(); ++value)
        if (((leaves(roots.front()) >> value) & 1U) != 0) possible.push_back(value);
      return report(decision.id, expected.possible, possible, decision.values);
    }
    std::vector<std::size_t> surely;
    std::vector<std::size_t> maybe;
    for (std::size_t value = 0; value < decision.values.size(); ++value) {
      const Leaves left = leaves(roots[value]);
      if (left == yes_bit) surely.push_back(value);
      if (left == (yes_bit | no_bit)) maybe.push_back(value);
    }
    report(decision.id, expected.surely, surely, decision.values);
    report(decision.id + " maybe", expected.maybe, maybe, decision.values);
  }

  void report(const std::string& what, const std::vector<std::size_t>& expected, const std::vector<std::size_t>& actual,
              const std::vector<model::Named>& named) {
    if (expected == actual) return;
    failures_.push_back(fmt::format("{} is {}, expected {}", what, text_of(actual, named), text_of(expected, named)));
  }

  void compare_fired() {
    const model::RuleSet& rules = compiled_.rules;
    for (const RuleReference& rule : test_.fired)
      if (leaves(root_of(compiled_, rule)) != yes_bit)
        failures_.push_back(fmt::format("'{}' does not certainly apply", id_of(rules, rule)));
    for (const RuleReference& rule : test_.not_fired)
      if (leaves(root_of(compiled_, rule)) != no_bit)
        failures_.push_back(fmt::format("'{}' applies, or may apply", id_of(rules, rule)));
    if (!test_.fired_only) return;
    const std::vector<RuleReference> fired = fired_by(compiled_, test_.answers, effort_);
    const auto has = [](const std::vector<RuleReference>& list, const RuleReference& rule) {
      return std::find(list.begin(), list.end(), rule) != list.end();
    };
    for (const RuleReference& rule : *test_.fired_only)
      if (!has(fired, rule)) failures_.push_back(fmt::format("'{}' does not certainly apply", id_of(rules, rule)));
    for (const RuleReference& rule : fired)
      if (!has(*test_.fired_only, rule))
        failures_.push_back(fmt::format("'{}' applies, but was not expected to", id_of(rules, rule)));
  }

  void compare_open() {
    std::vector<std::size_t> open;
    if (const auto outcome = evaluate(compiled_, test_.answers, effort_)) open = outcome->open_questions;
    std::vector<model::Named> questions;
    for (const model::Question& question : compiled_.rules.questions) questions.push_back({question.id, {}});
    report("the open questions", *test_.open, open, questions);
    if (!failures_.empty() && failures_.back().starts_with("the open questions is"))
      failures_.back().replace(0, 21, "the open questions are");
  }

  const CompiledRules& compiled_;
  const model::RuleTest& test_;
  Effort& effort_;
  Allowed allowed_;
  Reach reach_;
  std::vector<std::string> failures_;
};

}  // namespace

const std::string& id_of(const model::RuleSet& rules, const RuleReference& rule) {
  return rule.decision ? rules.decisions[*rule.decision].rules[rule.index].id : rules.notes[rule.index].id;
}

std::vector<RuleReference> fired_by(const CompiledRules& compiled, const model::Answers& answers, Effort& effort) {
  const Allowed allowed = allowed_by(compiled.space, answers);
  Reach reach(compiled, allowed, effort);
  std::vector<RuleReference> fired;
  const auto add = [&](const RuleReference& rule) {
    if ((reach.of(root_of(compiled, rule)) & ~impossible_bit) == yes_bit) fired.push_back(rule);
  };
  for (std::size_t d = 0; d < compiled.rules.decisions.size(); ++d)
    for (std::size_t r = 0; r < compiled.rules.decisions[d].rules.size(); ++r) add({d, r});
  for (std::size_t n = 0; n < compiled.rules.notes.size(); ++n) add({std::nullopt, n});
  return fired;
}

std::vector<std::string> failures_of(const CompiledRules& compiled, const model::RuleTest& test, Effort& effort) {
  return TestComparison(compiled, test, effort).failures();
}

}  // namespace socrates::engine
