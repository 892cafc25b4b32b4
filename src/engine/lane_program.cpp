// SPDX-License-Identifier: Apache-2.0
#include <optional>
#include <unordered_map>
#include <utility>

#include "engine/lane_tables.hpp"

namespace socrates::engine {
namespace {

using model::Condition;
using model::ConditionKind;
using model::QuestionKind;
using model::Test;
using Words = std::vector<Word>;

class Program {
 public:
  Program(const CompiledRules& compiled, const std::vector<Word>& planes, Word end_of_planes)
      : rules_(compiled.rules),
        space_(compiled.space),
        planes_(planes),
        next_(end_of_planes),
        facts_(rules_.facts.size()),
        rule_words_(rules_.decisions.size()),
        decisions_(rules_.decisions.size()) {}

  LaneProgram make() {
    Word contradiction = zeros;
    for (const model::Impossible& clause : rules_.impossible) contradiction = either(contradiction, word(clause.when));
    const Word consistent = negation(contradiction);
    LaneProgram program;
    for (std::size_t d = 0; d < rules_.decisions.size(); ++d) program.decisions.push_back({decision(d), rules_of(d)});
    for (const model::Note& note : rules_.notes) program.notes.push_back(word(note.when));
    program.consistent = consistent;
    program.steps = std::move(steps_);
    return program;
  }

 private:
  /// Many rules have a part of their condition in common, so a step that was made before is not made again.
  Word step(Step::Kind kind, Word left, Word right) {
    if (kind != Step::Kind::difference && left > right) std::swap(left, right);
    const auto [known, is_new] =
        known_.try_emplace(static_cast<std::uint64_t>(kind) << 62U | std::uint64_t{left} << 31U | right, next_);
    if (is_new) {
      steps_.push_back({kind, left, right});
      ++next_;
    }
    return known->second;
  }
  Word both(Word a, Word b) {
    if (a == zeros || b == zeros) return zeros;
    return a == ones ? b : b == ones ? a : step(Step::Kind::conjunction, a, b);
  }
  Word either(Word a, Word b) {
    if (a == ones || b == ones) return ones;
    return a == zeros ? b : b == zeros ? a : step(Step::Kind::disjunction, a, b);
  }
  Word negation(Word a) { return step(Step::Kind::difference, ones, a); }

  Word word(const Condition& condition) {
    switch (condition.kind) {
      case ConditionKind::all: {
        Word result = ones;
        for (const Condition& part : condition.parts) result = both(result, word(part));
        return result;
      }
      case ConditionKind::any: {
        Word result = zeros;
        for (const Condition& part : condition.parts) result = either(result, word(part));
        return result;
      }
      case ConditionKind::negation:
        return negation(word(condition.parts.front()));
      case ConditionKind::question:
        return question_test(condition);
      case ConditionKind::fact: {
        std::optional<Word>& known = facts_[condition.subject];
        if (!known) known = word(rules_.facts[condition.subject].when);
        return *known;
      }
      case ConditionKind::decision:
        return test(condition, decision(condition.subject));
    }
    return zeros;
  }

  Word question_test(const Condition& condition) {
    const QuestionVariables& variables = space_.questions[condition.subject];
    const Word first = planes_[variables.first];
    switch (rules_.questions[condition.subject].kind) {
      case QuestionKind::yes_no:
      case QuestionKind::one:
        return test(condition, planes_from(first, 1, space_.arity[variables.first]));
      case QuestionKind::several:
        return test(condition, planes_from(first + 1, 2, variables.count));
      case QuestionKind::number:
        break;
    }
    Word result = zeros;
    for (std::size_t i = 0; i < variables.starts.size(); ++i)
      if (variables.starts[i] >= condition.from && variables.starts[i] <= condition.to)
        result = either(result, first + static_cast<Word>(i));
    return result;
  }

  static Words planes_from(Word first, Word stride, std::size_t count) {
    Words words;
    for (std::size_t i = 0; i < count; ++i) words.push_back(first + stride * static_cast<Word>(i));
    return words;
  }

  /// The test of something that has, or has in it, each value where its word says so.
  Word test(const Condition& condition, const Words& values) {
    switch (condition.test) {
      case Test::one_of: {
        Word result = zeros;
        for (const std::size_t value : condition.values) result = either(result, values[value]);
        return result;
      }
      case Test::has_all: {
        Word result = ones;
        for (const std::size_t value : condition.values) result = both(result, values[value]);
        return result;
      }
      case Test::is_empty:
      case Test::in_range: {
        Word some = zeros;
        for (const Word value : values) some = either(some, value);
        return negation(some);
      }
    }
    return zeros;
  }

  const Words& rules_of(std::size_t d) {
    if (rule_words_[d]) return *rule_words_[d];
    Words words;
    Word some = zeros;
    for (const model::Rule& rule : rules_.decisions[d].rules) {
      words.push_back(rule.when ? word(*rule.when) : zeros);
      some = either(some, words.back());
    }
    const Word none = negation(some);
    for (std::size_t r = 0; r < words.size(); ++r)
      if (!rules_.decisions[d].rules[r].when) words[r] = none;
    rule_words_[d] = std::move(words);
    return *rule_words_[d];
  }

  const Words& decision(std::size_t d) {
    if (decisions_[d]) return *decisions_[d];
    const model::Decision& decision = rules_.decisions[d];
    const Words applies = rules_of(d);
    Words given(decision.values.size(), zeros);
    for (std::size_t r = 0; r < applies.size(); ++r)
      for (const std::size_t value : decision.rules[r].then) given[value] = either(given[value], applies[r]);
    if (decision.combine == model::Combine::strongest) {
      Word stronger = zeros;
      for (std::size_t value = given.size(); value-- > 1;) {
        const Word here = given[value];
        given[value] = step(Step::Kind::difference, here, stronger);
        stronger = either(stronger, here);
      }
      given[0] = negation(stronger);
    }
    decisions_[d] = std::move(given);
    return *decisions_[d];
  }

  const model::RuleSet& rules_;
  const Space& space_;
  const std::vector<Word>& planes_;
  Word next_;
  std::vector<Step> steps_;
  std::unordered_map<std::uint64_t, Word> known_;  ///< by step: the word that it makes
  std::vector<std::optional<Word>> facts_;
  std::vector<std::optional<Words>> rule_words_;
  std::vector<std::optional<Words>> decisions_;
};

}  // namespace

LaneProgram make_lane_program(const CompiledRules& compiled, const std::vector<Word>& planes, Word end_of_planes) {
  return Program(compiled, planes, end_of_planes).make();
}

}  // namespace socrates::engine
