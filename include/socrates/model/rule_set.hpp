// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "socrates/base/shared_text.hpp"
#include "socrates/model/condition.hpp"
#include "socrates/model/question.hpp"

namespace socrates::model {

/// What a reason rests on. The order in which sources are declared is that in which they are named: those that weigh
/// most come first.
struct SourceReference {
  std::string id;
  base::SharedText title;
  base::SharedText publisher;
  base::SharedText url = {};      ///< where it can be read; may be empty, as may the rest
  base::SharedText section = {};  ///< the paragraph, chapter or page
  base::SharedText date = {};     ///< of publication: a year, a month or a day
  bool operator==(const SourceReference&) const = default;
};

struct Fact {
  std::string id;
  Condition when;
  bool operator==(const Fact&) const = default;
};

/// Answers that contradict each other.
struct Impossible {
  Condition when;
  base::SharedText because;
  bool operator==(const Impossible&) const = default;
};

struct Rule {
  std::string id;
  std::optional<Condition> when;  ///< none: applies exactly where no other rule of its decision does
  std::vector<std::size_t> then;  ///< indices of the decision's values; several only in a collecting decision
  base::SharedText because;
  std::vector<std::size_t> sources;  ///< indices into RuleSet::sources
  base::SharedText reply;            ///< words to send to the one who asked; may be empty
  std::string who = {};              ///< who has to act where the rule applies; empty where nobody has
  base::SharedText action = {};      ///< what they have to do
  bool operator==(const Rule&) const = default;
};

/// The value is among those that the rule gives.
bool gives(const Rule& rule, std::size_t value);

enum class Combine {
  strongest,    ///< the highest value whose rule applies; the values stand weakest first
  exactly_one,  ///< for every possible answer some rule applies, and all that apply give the same value
  collect,      ///< the set of all values whose rule applies
};

struct Decision {
  std::string id;
  base::SharedText title;
  Combine combine = Combine::strongest;
  std::vector<Named> values;
  std::vector<Rule> rules;         ///< of `strongest`, the last is the `otherwise` that gives the first value
  bool is_of_each_report = false;  ///< a check that an earlier report, which only fills in time, can fail too
  bool is_never_waived = false;    ///< a check that no waiver turns into a condition
  bool operator==(const Decision&) const = default;
};

/// A threshold of acceptance rules, in [from, to]: where a buyer states none, this one holds, unless a policy sets
/// another.
struct Default {
  std::string id;
  int value = 0;
  int from = 0;
  int to = 0;
  base::SharedText meaning;
  bool operator==(const Default&) const = default;
};

/// Advice without a value.
struct Note {
  std::string id;
  Condition when;
  base::SharedText text;
  std::vector<std::size_t> sources;
  base::SharedText summary = {};  ///< a sentence for the summary of the result; empty where it has no place there
  bool operator==(const Note&) const = default;
};

/// What must hold for every possible answer: wherever `when` does, or everywhere where there is none, `always` does.
struct Invariant {
  std::string id;
  std::optional<Condition> when;
  Condition always;
  base::SharedText because;
  bool operator==(const Invariant&) const = default;
};

/// A rule set with every name resolved. Conditions form no circle, but a decision may stand after one that uses it.
struct RuleSet {
  std::string id;
  std::string version;
  std::string sha256;  ///< of the files it was read from
  std::vector<Named> sections;
  std::vector<SourceReference> sources;
  std::vector<Default> defaults;
  std::vector<Question> questions;  ///< in the order of asking
  std::vector<Fact> facts;
  std::vector<Impossible> impossible;
  std::vector<Decision> decisions;
  std::vector<Note> notes;
  std::vector<Invariant> invariants;
  bool has_own_contract = false;  ///< questions of its own may decide what the contract leaves to the contract's
  bool operator==(const RuleSet&) const = default;
};

/// Which conditions of a rule set are meant.
enum class Conditions {
  all,
  that_decide,  ///< all but those of invariants and of the words of questions, which decide nothing
};

/// Calls `visit(condition)` for every condition: of facts, `impossible` clauses, rules, notes, words of questions and
/// invariants; their parts are up to `visit`.
template <class Visit>
void each_condition(const RuleSet& rules, Conditions which, Visit visit) {
  for (const Fact& fact : rules.facts) visit(fact.when);
  for (const Impossible& clause : rules.impossible) visit(clause.when);
  for (const Decision& decision : rules.decisions)
    for (const Rule& rule : decision.rules)
      if (rule.when) visit(*rule.when);
  for (const Note& note : rules.notes) visit(note.when);
  if (which == Conditions::that_decide) return;
  for (const Question& question : rules.questions)
    for (const Wording& wording : question.ask_when) visit(wording.when);
  for (const Invariant& invariant : rules.invariants) {
    if (invariant.when) visit(*invariant.when);
    visit(invariant.always);
  }
}

/// What conditions name, themselves or through facts.
struct Subjects {
  std::set<std::size_t> questions;
  std::set<std::size_t> facts;
  std::set<std::size_t> decisions;
};

/// Adds what a condition names; a fact that stands in `subjects` was looked into already.
void add_subjects(const Condition& condition, const RuleSet& rules, Subjects& subjects);

std::optional<std::size_t> find_question(const RuleSet& rules, std::string_view id);
std::optional<std::size_t> find_decision(const RuleSet& rules, std::string_view id);
std::optional<std::size_t> find_value(const Decision& decision, std::string_view id);
std::optional<std::size_t> find_option(const Question& question, std::string_view id);
std::optional<std::size_t> find_default(const RuleSet& rules, std::string_view id);

}  // namespace socrates::model
