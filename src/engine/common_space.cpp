// SPDX-License-Identifier: Apache-2.0
#include "engine/common_space.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <optional>
#include <set>
#include <utility>

namespace socrates::engine {
namespace {

using model::Condition;
using model::ConditionKind;
using model::Question;
using model::QuestionKind;

/// Where the questions of one side stand among the common ones.
struct Placement {
  std::vector<std::size_t> questions;
  std::vector<std::vector<std::size_t>> options;  ///< by question of the side, by option
};

std::string_view kind_name(QuestionKind kind) {
  switch (kind) {
    case QuestionKind::yes_no:
      return "yes or no";
    case QuestionKind::one:
      return "one option";
    case QuestionKind::several:
      return "several options";
    case QuestionKind::number:
      return "a number";
  }
  return {};
}

Condition negation_of(Condition condition) {
  Condition negation;
  negation.kind = ConditionKind::negation;
  negation.parts.push_back(std::move(condition));
  return negation;
}

/// The condition of one side, about the common questions. That nothing is chosen means of a side: none of its own.
Condition placed(const Condition& condition, const Placement& placement) {
  Condition result = condition;
  for (Condition& part : result.parts) part = placed(part, placement);
  if (condition.kind != ConditionKind::question) return result;
  result.subject = placement.questions[condition.subject];
  const std::vector<std::size_t>& options = placement.options[condition.subject];
  if (condition.test == model::Test::in_range) return result;
  result.values = {};
  for (const std::size_t value : condition.values) result.values.insert(options[value]);
  if (condition.test == model::Test::is_empty) {
    result.test = model::Test::one_of;
    result.values = model::IndexSet(options);
    return negation_of(std::move(result));
  }
  return result;
}

model::RuleSet placed(const model::RuleSet& side, const Placement& placement, const std::vector<Question>& questions) {
  model::RuleSet result = side;
  result.questions = questions;
  for (model::Fact& fact : result.facts) fact.when = placed(fact.when, placement);
  for (model::Impossible& clause : result.impossible) clause.when = placed(clause.when, placement);
  for (model::Decision& decision : result.decisions)
    for (model::Rule& rule : decision.rules)
      if (rule.when) rule.when = placed(*rule.when, placement);
  for (model::Note& note : result.notes) note.when = placed(note.when, placement);
  result.invariants.clear();
  for (Question& question : result.questions) question.ask_when.clear();
  return result;
}

/// What of a condition is about questions. What it says of facts and decisions of its side is left out: those have
/// conditions of their own, and in the common rules their numbers would mean others or none.
void collect_questions(const Condition& when, std::vector<model::Fact>& facts) {
  for (const Condition& part : when.parts) collect_questions(part, facts);
  if (when.kind == ConditionKind::question) facts.push_back({{}, when});
}

void collect_questions(const model::RuleSet& side, std::vector<model::Fact>& facts) {
  model::each_condition(side, model::Conditions::that_decide,
                        [&](const Condition& when) { collect_questions(when, facts); });
}

class Merger {
 public:
  Merger(const model::RuleSet& before, const model::RuleSet& after) : before_(before), after_(after) {}

  CommonRules merge() {
    if (before_.has_own_contract != after_.has_own_contract)
      say(after_.has_own_contract ? "the contract is now the rules' own" : "the contract is now kept");
    for (const Question& question : after_.questions) merge_question(question);
    for (std::size_t q = 0; q < before_.questions.size(); ++q)
      if (!is_placed_[q]) add_removed(q);
    result_.before = placed(before_, before_placement_, questions_);
    result_.after = placed(after_, after_placement_, questions_);
    result_.common.id = after_.id;
    result_.common.version = after_.version;
    result_.common.questions = result_.after.questions;
    collect_questions(result_.before, result_.common.facts);
    collect_questions(result_.after, result_.common.facts);
    for (const auto& takes : {result_.takes_before, result_.takes_after})
      for (const Condition& condition : takes) result_.common.facts.push_back({{}, condition});
    return std::move(result_);
  }

 private:
  void say(std::string text) { result_.structure.push_back(std::move(text)); }

  static std::vector<std::size_t> in_order(const Question& question) {
    std::vector<std::size_t> options(question.options.size());
    std::iota(options.begin(), options.end(), std::size_t{0});
    return options;
  }

  void merge_question(const Question& question) {
    const auto same = model::find_question(before_, question.id);
    after_placement_.questions.push_back(questions_.size());
    after_placement_.options.push_back(in_order(question));
    questions_.push_back(question);
    if (!same) return say("question '" + question.id + "' is new");
    if (before_.questions[*same].kind != question.kind)
      return say("question '" + question.id + "' asked for " + std::string(kind_name(before_.questions[*same].kind)) +
                 ", now for " + std::string(kind_name(question.kind)) + ", which makes it another question");
    is_placed_[*same] = true;
    before_placement_.questions[*same] = questions_.size() - 1;
    join_options(before_.questions[*same], *same);
    join_ranges(before_.questions[*same]);
    if (before_.questions[*same].date != question.date)
      say("question '" + question.id + "' has another date instead of its number");
  }

  void join_options(const Question& old, std::size_t q) {
    Question& common = questions_.back();
    const std::size_t number = questions_.size() - 1;
    std::vector<std::size_t> takes_after = in_order(common);
    std::vector<std::size_t> takes_before;
    for (std::size_t i = 0; i < old.options.size(); ++i) {
      auto place = model::find_option(common, old.options[i].id);
      if (!place) {
        say("option '" + old.options[i].id + "' of '" + old.id + "' is gone");
        place = common.options.size();
        common.options.push_back(old.options[i]);
      }
      before_placement_.options[q].push_back(*place);
      takes_before.push_back(*place);
    }
    std::sort(takes_before.begin(), takes_before.end());
    for (const std::size_t option : takes_after)
      if (!std::binary_search(takes_before.begin(), takes_before.end(), option))
        say("option '" + common.options[option].id + "' of '" + old.id + "' is new");
    if (common.kind != QuestionKind::one) return;
    if (takes_before.size() < common.options.size()) take(result_.takes_before, number, takes_before);
    if (takes_after.size() < common.options.size()) take(result_.takes_after, number, takes_after);
  }

  void join_ranges(const Question& old) {
    Question& common = questions_.back();
    if (common.kind != QuestionKind::number || (common.from == old.from && common.to == old.to)) return;
    say("question '" + old.id + "' took " + std::to_string(old.from) + " to " + std::to_string(old.to) + ", now " +
        std::to_string(common.from) + " to " + std::to_string(common.to));
    take(result_.takes_before, questions_.size() - 1, old);
    take(result_.takes_after, questions_.size() - 1, common);
    common.from = std::min(common.from, old.from);
    common.to = std::max(common.to, old.to);
  }

  static void take(std::vector<Condition>& takes, std::size_t question, const std::vector<std::size_t>& options) {
    Condition condition;
    condition.kind = ConditionKind::question;
    condition.subject = question;
    condition.values = model::IndexSet(options);
    takes.push_back(std::move(condition));
  }

  static void take(std::vector<Condition>& takes, std::size_t question, const Question& range) {
    Condition condition;
    condition.kind = ConditionKind::question;
    condition.subject = question;
    condition.test = model::Test::in_range;
    condition.from = range.from;
    condition.to = range.to;
    takes.push_back(std::move(condition));
  }

  void add_removed(std::size_t q) {
    const Question& question = before_.questions[q];
    if (!model::find_question(after_, question.id)) say("question '" + question.id + "' is gone");
    before_placement_.questions[q] = questions_.size();
    before_placement_.options[q] = in_order(question);
    questions_.push_back(question);
  }

  const model::RuleSet& before_;
  const model::RuleSet& after_;
  CommonRules result_;
  std::vector<Question> questions_;
  std::vector<bool> is_placed_ = std::vector<bool>(before_.questions.size(), false);
  Placement before_placement_{std::vector<std::size_t>(before_.questions.size()),
                              std::vector<std::vector<std::size_t>>(before_.questions.size())};
  Placement after_placement_;
};

}  // namespace

bool fits_variables(const CommonRules& rules) {
  constexpr std::size_t most_values = 64;
  std::vector<std::set<long long>> cuts(rules.common.questions.size());
  const std::function<void(const Condition&)> collect = [&](const Condition& condition) {
    for (const Condition& part : condition.parts) collect(part);
    if (condition.kind != ConditionKind::question || condition.test != model::Test::in_range) return;
    cuts[condition.subject].insert(condition.from);
    cuts[condition.subject].insert(static_cast<long long>(condition.to) + 1);
  };
  for (const model::Fact& fact : rules.common.facts) collect(fact.when);
  for (std::size_t q = 0; q < cuts.size(); ++q) {
    if (rules.common.questions[q].kind == QuestionKind::one && rules.common.questions[q].options.size() > most_values)
      return false;
    if (cuts[q].size() + 1 > most_values) return false;
  }
  return true;
}

CommonRules with_common_questions(const model::RuleSet& before, const model::RuleSet& after) {
  return Merger(before, after).merge();
}

}  // namespace socrates::engine
