// SPDX-License-Identifier: Apache-2.0
#include "socrates/engine/space.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <stdexcept>
#include <utility>

namespace socrates::engine {
namespace {

using model::Condition;
using model::ConditionKind;
using model::QuestionKind;

/// By question: the numbers at which some condition begins or ceases to hold, and which may lie past the end of `int`.
using Cuts = std::vector<std::set<std::int64_t>>;

void collect_cuts(const Condition& condition, Cuts& cuts) {
  for (const Condition& part : condition.parts) collect_cuts(part, cuts);
  if (condition.kind != ConditionKind::question || condition.test != model::Test::in_range) return;
  cuts[condition.subject].insert(condition.from);
  cuts[condition.subject].insert(std::int64_t{condition.to} + 1);
}

Cuts cuts_of(const model::RuleSet& rules) {
  Cuts cuts(rules.questions.size());
  model::each_condition(rules, model::Conditions::all, [&](const Condition& when) { collect_cuts(when, cuts); });
  return cuts;
}

/// The cuts of a condition and of the facts that it uses, each fact looked at once.
void collect_used_cuts(const Condition& condition, const model::RuleSet& rules, std::set<std::size_t>& facts,
                       Cuts& cuts) {
  for (const Condition& part : condition.parts) collect_used_cuts(part, rules, facts, cuts);
  if (condition.kind == ConditionKind::fact) {
    if (facts.insert(condition.subject).second)
      collect_used_cuts(rules.facts[condition.subject].when, rules, facts, cuts);
    return;
  }
  if (condition.parts.empty()) collect_cuts(condition, cuts);
}

std::vector<int> interval_starts(const model::Question& question, const std::set<std::int64_t>& cuts) {
  std::vector<int> starts{question.from};
  for (const std::int64_t cut : cuts)
    if (cut > question.from && cut <= question.to) starts.push_back(static_cast<int>(cut));
  return starts;
}

std::uint8_t arity_of(std::size_t values) {
  if (values == 0 || values > 64) throw std::logic_error("a variable has too many values");
  return static_cast<std::uint8_t>(values);
}

std::uint64_t all_values(std::uint8_t arity) {
  return arity == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << arity) - 1;
}

std::size_t lowest(std::uint64_t mask) {
  std::size_t value = 0;
  while (((mask >> value) & 1U) == 0) ++value;
  return value;
}

bool is_single(std::uint64_t mask) { return mask != 0 && (mask & (mask - 1)) == 0; }

model::Answer answer_from(const QuestionVariables& variables, const model::Question& question, const Allowed& allowed) {
  if (question.kind == QuestionKind::several) {
    model::Selection selection;
    for (std::size_t i = 0; i < variables.count; ++i) {
      const std::uint64_t mask = allowed[variables.first + i];
      selection.options.push_back(mask == 1   ? model::Chosen::no
                                  : mask == 2 ? model::Chosen::yes
                                              : model::Chosen::unknown);
    }
    if (model::is_unknown(selection)) return model::Unknown{};
    return selection;
  }
  const std::uint64_t mask = allowed[variables.first];
  if (!is_single(mask)) return model::Unknown{};
  if (question.kind == QuestionKind::number) return model::Number{variables.starts[lowest(mask)], {}};
  return model::Choice{lowest(mask)};
}

/// Goes through all conditions, facts and decisions where they are used first, and lists the questions on the way.
class Uses {
 public:
  explicit Uses(const model::RuleSet& rules)
      : rules_(rules),
        is_listed_(rules.questions.size()),
        is_fact_seen_(rules.facts.size()),
        is_decision_seen_(rules.decisions.size()) {}

  std::vector<std::size_t> questions() {
    for (const model::Impossible& clause : rules_.impossible) use(clause.when);  // everything is joined with these
    for (std::size_t d = 0; d < rules_.decisions.size(); ++d) use_decision(d);
    for (const model::Note& note : rules_.notes) use(note.when);
    for (std::size_t fact = 0; fact < rules_.facts.size(); ++fact) use_fact(fact);
    for (std::size_t q = 0; q < is_listed_.size(); ++q) list(q);
    return std::move(listed_);
  }

 private:
  void use(const Condition& condition) {
    for (const Condition& part : condition.parts) use(part);
    if (condition.kind == ConditionKind::question) list(condition.subject);
    if (condition.kind == ConditionKind::fact) use_fact(condition.subject);
    if (condition.kind == ConditionKind::decision) use_decision(condition.subject);
  }

  void use_fact(std::size_t fact) {
    if (is_fact_seen_[fact]) return;
    is_fact_seen_[fact] = true;
    use(rules_.facts[fact].when);
  }

  void use_decision(std::size_t d) {
    if (is_decision_seen_[d]) return;
    is_decision_seen_[d] = true;
    for (const model::Rule& rule : rules_.decisions[d].rules)
      if (rule.when) use(*rule.when);
  }

  void list(std::size_t question) {
    if (!is_listed_[question]) listed_.push_back(question);
    is_listed_[question] = true;
  }

  const model::RuleSet& rules_;
  std::vector<bool> is_listed_;
  std::vector<bool> is_fact_seen_;
  std::vector<bool> is_decision_seen_;
  std::vector<std::size_t> listed_;
};

std::vector<std::size_t> in_order_of_asking(const model::RuleSet& rules) {
  std::vector<std::size_t> questions(rules.questions.size());
  std::iota(questions.begin(), questions.end(), std::size_t{0});
  return questions;
}

}  // namespace

Space space_of(const model::RuleSet& rules, VariableOrder order) {
  return space_of(rules, order == VariableOrder::of_use ? Uses(rules).questions() : in_order_of_asking(rules));
}

Space space_of(const model::RuleSet& rules, const std::vector<std::size_t>& order) {
  Space space;
  const Cuts cuts = cuts_of(rules);
  space.questions.resize(rules.questions.size());
  for (const std::size_t q : order) {
    const model::Question& question = rules.questions[q];
    QuestionVariables& variables = space.questions[q];
    variables.first = space.arity.size();
    switch (question.kind) {
      case QuestionKind::yes_no:
        space.arity.push_back(2);
        break;
      case QuestionKind::one:
        space.arity.push_back(arity_of(question.options.size()));
        break;
      case QuestionKind::several:
        variables.count = question.options.size();
        space.arity.insert(space.arity.end(), variables.count, 2);
        break;
      case QuestionKind::number:
        variables.starts = interval_starts(question, cuts[q]);
        space.arity.push_back(arity_of(variables.starts.size()));
        break;
    }
  }
  return space;
}

std::size_t HashOfAllowed::operator()(const Allowed& allowed) const {
  // Each product waits for the one before it, so four are made side by side.
  constexpr std::uint64_t mixer = 0x9e3779b97f4a7c15U;
  std::uint64_t first = allowed.size();
  std::uint64_t second = 1;
  std::uint64_t third = 2;
  std::uint64_t fourth = 3;
  std::size_t i = 0;
  for (; i + 4 <= allowed.size(); i += 4) {
    first = (first ^ allowed[i]) * mixer;
    second = (second ^ allowed[i + 1]) * mixer;
    third = (third ^ allowed[i + 2]) * mixer;
    fourth = (fourth ^ allowed[i + 3]) * mixer;
  }
  for (; i < allowed.size(); ++i) first = (first ^ allowed[i]) * mixer;
  for (const std::uint64_t side : {second, third, fourth}) first = (first ^ (side + (first >> 29U))) * mixer;
  return static_cast<std::size_t>(first ^ (first >> 32U));
}

std::vector<std::size_t> order_of(const Space& space) {
  std::vector<std::size_t> order(space.questions.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return space.questions[a].first < space.questions[b].first; });
  return order;
}

std::vector<std::vector<int>> thresholds_of(const model::RuleSet& rules) {
  Cuts cuts(rules.questions.size());
  std::set<std::size_t> facts;
  for (const auto& clause : rules.impossible) collect_used_cuts(clause.when, rules, facts, cuts);
  for (const auto& decision : rules.decisions)
    for (const auto& rule : decision.rules)
      if (rule.when) collect_used_cuts(*rule.when, rules, facts, cuts);
  for (const auto& note : rules.notes) collect_used_cuts(note.when, rules, facts, cuts);
  std::vector<std::vector<int>> thresholds;
  for (std::size_t q = 0; q < rules.questions.size(); ++q) {
    thresholds.push_back(interval_starts(rules.questions[q], cuts[q]));
    thresholds.back().erase(thresholds.back().begin());
  }
  return thresholds;
}

std::size_t interval_of(const QuestionVariables& variables, int number) {
  const auto after = std::upper_bound(variables.starts.begin(), variables.starts.end(), number);
  if (after == variables.starts.begin()) throw std::logic_error("a number lies below the range of its question");
  return static_cast<std::size_t>(after - variables.starts.begin()) - 1;
}

Allowed allowed_by(const Space& space, const model::Answers& answers) {
  Allowed allowed;
  for (const std::uint8_t arity : space.arity) allowed.push_back(all_values(arity));
  for (std::size_t q = 0; q < answers.size(); ++q) {
    const QuestionVariables& variables = space.questions[q];
    if (const auto* choice = std::get_if<model::Choice>(&answers[q])) {
      allowed[variables.first] = std::uint64_t{1} << choice->option;
    } else if (const auto* number = std::get_if<model::Number>(&answers[q])) {
      allowed[variables.first] = std::uint64_t{1} << interval_of(variables, number->value);
    } else if (const auto* selection = std::get_if<model::Selection>(&answers[q])) {
      for (std::size_t i = 0; i < variables.count; ++i) {
        if (selection->options[i] == model::Chosen::no) allowed[variables.first + i] = 1;
        if (selection->options[i] == model::Chosen::yes) allowed[variables.first + i] = 2;
      }
    }
  }
  return allowed;
}

model::Answers answers_from(const Space& space, const model::RuleSet& rules, const Allowed& allowed) {
  model::Answers answers;
  for (std::size_t q = 0; q < rules.questions.size(); ++q)
    answers.push_back(answer_from(space.questions[q], rules.questions[q], allowed));
  return answers;
}

}  // namespace socrates::engine
