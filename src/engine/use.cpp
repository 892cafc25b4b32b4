// SPDX-License-Identifier: Apache-2.0
#include "engine/use.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "engine/soundness.hpp"

#include "socrates/base/codes.hpp"

namespace socrates::engine {
namespace {

using base::Code;
using model::Condition;
using model::ConditionKind;

class Use {
 public:
  Use(const model::RuleSet& rules, const Space& space, RuleFunctions& functions)
      : rules_(rules), space_(space), functions_(functions) {}

  std::vector<Finding> findings() {
    for (std::size_t c = 0; c < rules_.impossible.size(); ++c)
      if (functions_.contradiction(c) == 0)
        add(Code::dead_clause, "impossible " + std::to_string(c),
            "the clause of 'impossible' contradicts itself: its condition never holds", std::nullopt);
    for (std::size_t d = 0; d < rules_.decisions.size(); ++d) {
      for (std::size_t r = 0; r < rules_.decisions[d].rules.size(); ++r) check_rule(d, r);
      for (std::size_t value = 0; value < rules_.decisions[d].values.size(); ++value) check_value(d, value);
    }
    for (const model::Note& note : rules_.notes) check_note(note);
    for (const model::Question& question : rules_.questions) check_wordings(question);
    return std::move(findings_);
  }

 private:
  DiagramBuilder& builder() { return functions_.builder(); }

  Function both(Function a, Function b) { return builder().join(Join::conjunction, a, b); }
  Function where_possible(Function f) { return both(functions_.possible(), f); }

  std::optional<model::Answers> witness(Function f) { return answers_leading_to(f, 1, rules_, space_, builder()); }

  /// Leaf 1 where the decision, a level or choice, has that value, or the set that element.
  Function has_value(std::size_t d, std::size_t value) {
    if (rules_.decisions[d].combine == model::Combine::collect) return functions_.decision(d)[value];
    std::vector<Function> leaves(leaf_limit, 0);
    leaves[value] = 1;
    return builder().relabel(functions_.decision(d).front(), leaves);
  }

  /// A condition that holds for contradictory answers only has those for a witness.
  void add_dead(const std::string& what, const std::string& id, Function f) {
    add(Code::dead_rule, what + " " + id,
        what + " '" + id +
            (f == 0 ? "' can never apply" : "' can never apply: it asks for answers that contradict each other"),
        f == 0 ? std::nullopt : witness(f));
  }

  void check_rule(std::size_t d, std::size_t r) {
    const model::Decision& decision = rules_.decisions[d];
    const model::Rule& rule = decision.rules[r];
    const Function applies = where_possible(functions_.rule(d, r));
    if (applies == 0) return add_dead("rule", rule.id, functions_.rule(d, r));
    if (decision.combine != model::Combine::strongest || both(applies, has_value(d, rule.then.front())) != 0) return;
    add(Code::outranked_rule, "rule " + rule.id,
        "rule '" + rule.id + "' never decides: wherever it applies, another gives more than '" +
            decision.values[rule.then.front()].id + "'",
        witness(applies));
  }

  void check_value(std::size_t d, std::size_t value) {
    const model::Decision& decision = rules_.decisions[d];
    if (where_possible(has_value(d, value)) != 0) return;
    const std::string& id = decision.values[value].id;
    Function given = 0;
    bool has_rule = false;
    for (std::size_t r = 0; r < decision.rules.size(); ++r) {
      if (!model::gives(decision.rules[r], value)) continue;
      has_rule = true;
      given = builder().join(Join::disjunction, given, where_possible(functions_.rule(d, r)));
    }
    add(Code::unreachable_value, "value " + decision.id + "." + id,
        has_rule ? "no answers make '" + decision.id + "' to be '" + id + "'"
                 : "no rule of '" + decision.id + "' gives '" + id + "'",
        given == 0 ? std::nullopt : witness(given));
  }

  void check_note(const model::Note& note) {
    const Function holds = functions_.condition(note.when);
    if (where_possible(holds) == 0) add_dead("note", note.id, holds);
  }

  /// The first wording that holds is taken, so a later one needs answers for which none before it holds.
  void check_wordings(const model::Question& question) {
    Function taken = 0;
    for (std::size_t w = 0; w < question.ask_when.size(); ++w) {
      const Function holds = functions_.condition(question.ask_when[w].when);
      const Function possible = where_possible(holds);
      const std::string number = std::to_string(w + 1);
      const std::string name = "wording " + number + " of question '" + question.id + "'";
      if (possible == 0)
        add(Code::dead_wording, "wording " + question.id + " " + number,
            name + (holds == 0 ? " is never used: its condition never holds"
                               : " is never used: it asks for answers that contradict each other"),
            holds == 0 ? std::nullopt : witness(holds));
      else if (both(possible, builder().negation(taken)) == 0)
        add(Code::dead_wording, "wording " + question.id + " " + number,
            name + " is never used: wherever its condition holds, that of an earlier one does", witness(possible));
      taken = builder().join(Join::disjunction, taken, holds);
    }
  }

  void add(Code code, std::string subject, std::string message, std::optional<model::Answers> answers) {
    findings_.push_back({code, std::move(subject), std::move(message), std::move(answers)});
  }

  const model::RuleSet& rules_;
  const Space& space_;
  RuleFunctions& functions_;
  std::vector<Finding> findings_;
};

/// By fact: the facts that name it, itself or through others, itself included.
std::vector<std::set<std::size_t>> users_among_facts(const model::RuleSet& rules) {
  std::vector<std::set<std::size_t>> users(rules.facts.size());
  for (std::size_t fact = 0; fact < rules.facts.size(); ++fact) {
    model::Subjects subjects;
    model::add_subjects(rules.facts[fact].when, rules, subjects);
    subjects.facts.insert(fact);
    for (const std::size_t used : subjects.facts) users[used].insert(fact);
  }
  return users;
}

bool names_one_of(const Condition& condition, const std::set<std::size_t>& facts) {
  if (condition.kind == ConditionKind::fact && facts.count(condition.subject) != 0) return true;
  return std::any_of(condition.parts.begin(), condition.parts.end(),
                     [&](const Condition& part) { return names_one_of(part, facts); });
}

/// What names a fact, itself or through other facts: where none of it changes, no decision can, and so nothing else.
struct Users {
  std::vector<const Condition*> told;  ///< conditions of rules and notes
  bool has_clauses = false;
};

Users users_of(const std::set<std::size_t>& facts, const model::RuleSet& rules) {
  Users users;
  for (const model::Impossible& clause : rules.impossible)
    users.has_clauses = users.has_clauses || names_one_of(clause.when, facts);
  for (const model::Decision& decision : rules.decisions)
    for (const model::Rule& rule : decision.rules)
      if (rule.when && names_one_of(*rule.when, facts)) users.told.push_back(&*rule.when);
  for (const model::Note& note : rules.notes)
    if (names_one_of(note.when, facts)) users.told.push_back(&note.when);
  return users;
}

/// Nothing that is told changes where the fact is taken to be constant.
bool can_be_constant(std::size_t fact, const std::set<std::size_t>& users_of_fact, Function constant,
                     const Users& users, RuleFunctions& functions) {
  DiagramBuilder& builder = functions.builder();
  RuleFunctions assumed = functions.assuming(fact, constant, users_of_fact);
  if (users.has_clauses && assumed.possible() != functions.possible()) return false;
  const auto where_possible = [&](Function f) { return builder.join(Join::conjunction, functions.possible(), f); };
  return std::all_of(users.told.begin(), users.told.end(), [&](const Condition* condition) {
    return where_possible(assumed.condition(*condition)) == where_possible(functions.condition(*condition));
  });
}

}  // namespace

std::vector<Finding> unused_rule_findings(const model::RuleSet& rules, const Space& space, RuleFunctions& functions) {
  return Use(rules, space, functions).findings();
}

std::vector<Finding> useless_fact_findings(const model::RuleSet& rules, RuleFunctions& functions) {
  std::vector<Finding> findings;
  const std::vector<std::set<std::size_t>> users_among = users_among_facts(rules);
  for (std::size_t fact = 0; fact < rules.facts.size(); ++fact) {
    const Users users = users_of(users_among[fact], rules);
    if (users.told.empty() && !users.has_clauses) continue;  // only invariants name it
    for (const Function constant : {Function{0}, Function{1}}) {
      if (!can_be_constant(fact, users_among[fact], constant, users, functions)) continue;
      const std::string& id = rules.facts[fact].id;
      findings.push_back({Code::useless_fact,
                          "fact " + id,
                          "fact '" + id + "' never matters: if it " + (constant == 0 ? "never" : "always") +
                              " held, every decision, reason and note would be the same",
                          {}});
      break;
    }
  }
  return findings;
}

std::vector<Finding> invariant_findings(const model::RuleSet& rules, const Space& space, RuleFunctions& functions) {
  std::vector<Finding> findings;
  DiagramBuilder& builder = functions.builder();
  for (const model::Invariant& invariant : rules.invariants) {
    const Function premise = builder.join(Join::conjunction, functions.possible(),
                                          invariant.when ? functions.condition(*invariant.when) : 1);
    if (premise == 0) {
      findings.push_back({Code::vacuous_invariant,
                          "invariant " + invariant.id,
                          "invariant '" + invariant.id + "' says nothing: its 'when' never holds",
                          {}});
      continue;
    }
    const Function broken =
        builder.join(Join::conjunction, premise, builder.negation(functions.condition(invariant.always)));
    if (auto answers = answers_leading_to(broken, 1, rules, space, builder))
      findings.push_back({Code::broken_invariant, "invariant " + invariant.id,
                          "invariant '" + invariant.id + "' does not hold for some possible answers",
                          std::move(answers)});
  }
  return findings;
}

}  // namespace socrates::engine
