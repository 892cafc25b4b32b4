// SPDX-License-Identifier: Apache-2.0
#include "worlds/random_rules.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "worlds/build.hpp"
#include "worlds/naive.hpp"
#include "worlds/permutation.hpp"

namespace socrates::worlds {
namespace {

using model::Combine;
using model::Condition;
using model::QuestionKind;

Ids ids(const std::string& stem, std::size_t count) {
  Ids result;
  for (std::size_t i = 0; i < count; ++i) result.push_back(stem + static_cast<char>('a' + i));
  return result;
}

std::size_t count_answers(const model::Question& question) {
  switch (question.kind) {
    case QuestionKind::yes_no:
    case QuestionKind::one:
      return question.options.size();
    case QuestionKind::several:
      return std::size_t{1} << question.options.size();
    case QuestionKind::number:
      return static_cast<std::size_t>(question.to - question.from) + 1;
  }
  return 0;
}

model::Question random_question(const std::string& id, Draw& draw) {
  switch (draw.below(4)) {
    case 0:
      return yes_no(id);
    case 1:
      return one(id, ids(id, 2 + draw.below(3)));
    case 2:
      return several(id, ids(id, 1 + draw.below(3)));
    default: {
      const int from = draw.between(-2, 3);
      return number(id, from, from + draw.between(0, 7));
    }
  }
}

/// Some of `count` things, ascending: one at least, and where there are two or more, not all of them.
Indices some_of(std::size_t count, Draw& draw) {
  Indices all(count);
  for (std::size_t i = 0; i < count; ++i) all[i] = i;
  draw.shuffle(all);
  all.resize(count < 2 ? count : 1 + draw.below(count - 1));
  std::sort(all.begin(), all.end());
  return all;
}

class Generator {
 public:
  Generator(Draw& draw, Soundness soundness) : draw_(draw), soundness_(soundness) {}

  model::RuleSet rules(std::size_t most_answers) {
    add_questions(most_answers);
    return rules_about_questions();
  }

  model::RuleSet rules(std::vector<model::Question> questions) {
    rules_.questions = std::move(questions);
    return rules_about_questions();
  }

 private:
  model::RuleSet rules_about_questions() {
    add_clauses();
    std::size_t facts = draw_.below(4);
    std::size_t decisions = 1 + draw_.below(4);
    while (facts + decisions > 0) {
      if (draw_.below(facts + decisions) < facts) {
        add_fact(condition(2));
        --facts;
      } else {
        add_decision();
        --decisions;
      }
    }
    for (std::size_t count = draw_.below(3); count > 0; --count)
      rules_.notes.push_back(note("note" + std::to_string(rules_.notes.size()), condition(2)));
    return with_declarations_permuted(rules_, draw_);
  }

  void add_questions(std::size_t most_answers) {
    const std::size_t wanted = 2 + draw_.below(5);
    std::size_t answers = 1;
    while (rules_.questions.size() < wanted) {
      model::Question question = random_question("q" + std::to_string(rules_.questions.size()), draw_);
      if (answers * count_answers(question) > most_answers) {
        if (rules_.questions.size() >= 2) return;
        continue;
      }
      answers *= count_answers(question);
      rules_.questions.push_back(std::move(question));
    }
  }

  std::size_t add_fact(Condition when) {
    rules_.facts.push_back({"fact" + std::to_string(rules_.facts.size()), std::move(when)});
    return rules_.facts.size() - 1;
  }

  Condition question_test(std::size_t q) {
    const model::Question& question = rules_.questions[q];
    switch (question.kind) {
      case QuestionKind::yes_no:
      case QuestionKind::one:
        return is(q, some_of(question.options.size(), draw_));
      case QuestionKind::several:
        return set_test(is(q, {}), question.options.size());
      case QuestionKind::number:
        break;
    }
    const int from = draw_.between(question.from - 1, question.to);
    return in_range(q, from, draw_.between(from, question.to + 1));
  }

  /// A random test of the set that `subject` tests.
  Condition set_test(Condition subject, std::size_t count) {
    const std::size_t kind = draw_.below(5);
    subject.test = kind == 0 ? model::Test::is_empty : kind == 1 ? model::Test::has_all : model::Test::one_of;
    if (subject.test != model::Test::is_empty) subject.values = model::IndexSet(some_of(count, draw_));
    return subject;
  }

  Condition decision_test(std::size_t d) {
    const model::Decision& decision = rules_.decisions[d];
    if (decision.combine == Combine::collect) return set_test(decides(d, {}), decision.values.size());
    return decides(d, some_of(decision.values.size(), draw_));
  }

  Condition leaf() {
    const std::size_t kind = draw_.below(10);
    if (kind < 2 && !rules_.facts.empty()) return holds(draw_.below(rules_.facts.size()));
    if (kind < 4 && !rules_.decisions.empty()) return decision_test(draw_.below(rules_.decisions.size()));
    return question_test(draw_.below(rules_.questions.size()));
  }

  Condition condition(std::size_t depth) {
    const std::size_t kind = draw_.below(10);
    if (depth == 0 || kind < 4) return leaf();
    if (kind < 5) return negation(condition(depth - 1));
    std::vector<Condition> parts;
    for (std::size_t count = 1 + draw_.below(3); count > 0; --count) parts.push_back(condition(depth - 1));
    return kind < 8 ? all(std::move(parts)) : any(std::move(parts));
  }

  void add_clauses() {
    for (std::size_t q = 1; q < rules_.questions.size(); ++q) {
      if (!draw_.chance(40)) continue;
      const model::Answer free = free_answer(q);
      for (std::size_t count = 1 + draw_.below(2); count > 0; --count) add_clause(q, free);
    }
    if (soundness_ == Soundness::may_be_faulty && draw_.chance(20))
      rules_.impossible.push_back({draw_.chance(50) ? condition(1) : condition(2), "any form"});
  }

  model::Answer free_answer(std::size_t q) {
    const model::Question& question = rules_.questions[q];
    if (question.kind == QuestionKind::number) return model::Number{draw_.between(question.from, question.to), {}};
    if (question.kind != QuestionKind::several) return model::Choice{draw_.below(question.options.size())};
    model::Selection selection;
    for (std::size_t i = 0; i < question.options.size(); ++i)
      selection.options.push_back(draw_.chance(20) ? model::Chosen::yes : model::Chosen::no);
    return selection;
  }

  void add_clause(std::size_t q, const model::Answer& free) {
    const std::optional<Condition> forbidden = test_that_spares(q, free);
    if (!forbidden) return;
    Condition earlier = question_test(draw_.below(q));
    if (draw_.chance(20)) earlier = negation(std::move(earlier));
    if (draw_.chance(15)) earlier = any({earlier, question_test(draw_.below(q))});
    if (draw_.chance(20)) earlier = holds(add_fact(std::move(earlier)));
    rules_.impossible.push_back({all({*forbidden, std::move(earlier)}), "the later answer needs the earlier one"});
  }

  /// A test of the question that the free answer fails; none where a few draws bring none.
  std::optional<Condition> test_that_spares(std::size_t q, const model::Answer& free) {
    model::Answers answers(rules_.questions.size());
    answers[q] = free;
    for (int tries = 0; tries < 10; ++tries) {
      const Condition test = question_test(q);
      model::RuleSet probe;
      probe.notes.push_back(note("probe", test));
      if (!judge(probe, answers).notes.front()) return test;
    }
    return std::nullopt;
  }

  void add_decision() {
    const std::string id = "d" + std::to_string(rules_.decisions.size());
    const Ids values = ids(id, 2 + draw_.below(3));
    switch (draw_.below(3)) {
      case 0:
        rules_.decisions.push_back(decision(id, Combine::strongest, values, strongest_rules(id, values.size())));
        return;
      case 1:
        rules_.decisions.push_back(decision(id, Combine::exactly_one, values, exclusive_rules(id, values.size())));
        return;
      default:
        rules_.decisions.push_back(decision(id, Combine::collect, values, collecting_rules(id, values.size())));
    }
  }

  static std::string rule_id(const std::string& decision, std::size_t r) { return decision + ".r" + std::to_string(r); }

  std::vector<model::Rule> strongest_rules(const std::string& id, std::size_t values) {
    std::vector<model::Rule> rules;
    for (std::size_t count = 1 + draw_.below(4); rules.size() < count;) {
      const std::size_t then = draw_.below(values);
      rules.push_back(rule(rule_id(id, rules.size()), condition(2), {then}));
    }
    rules.push_back(otherwise(rule_id(id, rules.size()), 0));
    return rules;
  }

  std::vector<model::Rule> collecting_rules(const std::string& id, std::size_t values) {
    std::vector<model::Rule> rules;
    for (std::size_t count = 1 + draw_.below(5); rules.size() < count;) {
      Indices then = draw_.chance(25) ? some_of(values, draw_) : Indices{draw_.below(values)};
      rules.push_back(rule(rule_id(id, rules.size()), condition(2), std::move(then)));
    }
    return rules;
  }

  bool is_spoiled(unsigned percent) { return soundness_ == Soundness::may_be_faulty && draw_.chance(percent); }

  /// Each rule excludes those before it, the last is the complement of all; further reasons narrow one of them.
  std::vector<model::Rule> exclusive_rules(const std::string& id, std::size_t values) {
    std::vector<model::Rule> rules;
    std::vector<Condition> before;
    for (std::size_t count = 1 + draw_.below(3); rules.size() < count;) {
      Condition when = condition(1);
      Condition exclusive = before.empty() || is_spoiled(15) ? when : all({when, negation(any(before))});
      before.push_back(std::move(when));
      rules.push_back(rule(rule_id(id, rules.size()), std::move(exclusive), {draw_.below(values)}));
    }
    if (draw_.chance(40)) {
      const model::Rule known = draw_.one_of(rules);
      rules.push_back(rule(rule_id(id, rules.size()), all({*known.when, condition(1)}), known.then));
    }
    if (is_spoiled(15)) return rules;
    const std::size_t rest = draw_.below(values);
    rules.push_back(draw_.chance(50) ? otherwise(rule_id(id, rules.size()), rest)
                                     : rule(rule_id(id, rules.size()), negation(any(before)), {rest}));
    draw_.shuffle(rules);
    return rules;
  }

  Draw& draw_;
  Soundness soundness_;
  model::RuleSet rules_;
};

}  // namespace

model::RuleSet random_rules(Draw& draw, Soundness soundness, std::size_t most_answers) {
  return Generator(draw, soundness).rules(most_answers);
}

model::RuleSet random_rules_about(std::vector<model::Question> questions, Draw& draw, Soundness soundness) {
  return Generator(draw, soundness).rules(std::move(questions));
}

}  // namespace socrates::worlds
