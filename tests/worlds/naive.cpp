// SPDX-License-Identifier: Apache-2.0
#include "worlds/naive.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>
#include <utility>

namespace socrates::worlds {
namespace {

using model::Answer;
using model::Answers;
using model::Chosen;
using model::Combine;
using model::Condition;
using model::ConditionKind;
using model::QuestionKind;
using model::Test;
using Values = std::vector<std::size_t>;

bool contains(const Values& values, std::size_t value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

bool is_subset(const Values& part, const Values& whole) {
  return std::all_of(part.begin(), part.end(), [&](std::size_t value) { return contains(whole, value); });
}

Values named_in(const Condition& condition) {
  Values named;
  for (const std::size_t value : condition.values) named.push_back(value);
  return named;
}

bool overlap(const Values& left, const Values& right) {
  return std::any_of(left.begin(), left.end(), [&](std::size_t value) { return contains(right, value); });
}

Values chosen_in(const model::Selection& selection) {
  Values chosen;
  for (std::size_t option = 0; option < selection.options.size(); ++option)
    if (selection.options[option] == Chosen::yes) chosen.push_back(option);
  return chosen;
}

bool is_true_of_set(const Condition& condition, const Values& set) {
  switch (condition.test) {
    case Test::one_of:
      return overlap(named_in(condition), set);
    case Test::has_all:
      return is_subset(named_in(condition), set);
    case Test::is_empty:
      return set.empty();
    case Test::in_range:
      break;
  }
  throw std::logic_error("a set lies in no range");
}

/// Reads off one set of complete answers what holds, every time anew.
class Judge {
 public:
  Judge(const model::RuleSet& rules, const Answers& answers) : rules_(rules), answers_(answers) {}

  [[nodiscard]] bool holds(const Condition& condition) const {
    const auto is_true = [&](const Condition& part) { return holds(part); };
    switch (condition.kind) {
      case ConditionKind::all:
        return std::all_of(condition.parts.begin(), condition.parts.end(), is_true);
      case ConditionKind::any:
        return std::any_of(condition.parts.begin(), condition.parts.end(), is_true);
      case ConditionKind::negation:
        return !holds(condition.parts.front());
      case ConditionKind::question:
        return is_true_of_answer(condition, answers_[condition.subject]);
      case ConditionKind::fact:
        return holds(rules_.facts[condition.subject].when);
      case ConditionKind::decision:
        return is_true_of_decision(condition);
    }
    throw std::logic_error("no such condition");
  }

  [[nodiscard]] bool applies(const model::Decision& decision, const model::Rule& rule) const {
    if (rule.when) return holds(*rule.when);
    return std::none_of(decision.rules.begin(), decision.rules.end(),
                        [&](const model::Rule& other) { return other.when && holds(*other.when); });
  }

  [[nodiscard]] Values values(const model::Decision& decision) const {
    std::set<std::size_t> given;
    for (const model::Rule& rule : decision.rules)
      if (applies(decision, rule)) given.insert(rule.then.begin(), rule.then.end());
    if (decision.combine == Combine::strongest) return {given.empty() ? 0 : *given.rbegin()};
    return {given.begin(), given.end()};
  }

 private:
  static bool is_true_of_answer(const Condition& condition, const Answer& answer) {
    if (const auto* number = std::get_if<model::Number>(&answer))
      return condition.from <= number->value && number->value <= condition.to;
    if (const auto* choice = std::get_if<model::Choice>(&answer)) return contains(named_in(condition), choice->option);
    return is_true_of_set(condition, chosen_in(std::get<model::Selection>(answer)));
  }

  /// A faulty decision has no value, so no test of its value holds.
  [[nodiscard]] bool is_true_of_decision(const Condition& condition) const {
    const model::Decision& decision = rules_.decisions[condition.subject];
    const Values decided = values(decision);
    if (decision.combine == Combine::collect) return is_true_of_set(condition, decided);
    return decided.size() == 1 && contains(named_in(condition), decided.front());
  }

  const model::RuleSet& rules_;
  const Answers& answers_;
};

std::vector<Answer> all_selections(std::size_t options) {
  std::vector<Answer> answers;
  for (std::size_t code = 0; code < (std::size_t{1} << options); ++code) {
    model::Selection selection;
    for (std::size_t option = 0; option < options; ++option)
      selection.options.push_back(((code >> option) & 1U) != 0 ? Chosen::yes : Chosen::no);
    answers.emplace_back(std::move(selection));
  }
  return answers;
}

std::vector<Answer> all_answers(const model::Question& question) {
  std::vector<Answer> answers;
  switch (question.kind) {
    case QuestionKind::yes_no:
      return {model::Choice{0}, model::Choice{1}};
    case QuestionKind::one:
      for (std::size_t option = 0; option < question.options.size(); ++option)
        answers.emplace_back(model::Choice{option});
      return answers;
    case QuestionKind::several:
      return all_selections(question.options.size());
    case QuestionKind::number:
      for (int number = question.from; number <= question.to; ++number) answers.emplace_back(model::Number{number, {}});
      return answers;
  }
  return answers;
}

bool agrees(const Answer& partial, const Answer& complete) {
  if (std::holds_alternative<model::Unknown>(partial)) return true;
  if (const auto* number = std::get_if<model::Number>(&partial))
    return number->value == std::get<model::Number>(complete).value;
  if (!std::holds_alternative<model::Selection>(partial)) return partial == complete;
  const auto& said = std::get<model::Selection>(partial).options;
  const auto& chosen = std::get<model::Selection>(complete).options;
  for (std::size_t option = 0; option < said.size(); ++option)
    if (said[option] != Chosen::unknown && said[option] != chosen[option]) return false;
  return true;
}

/// The complete answers that differ from these in nothing but the question, which gets its first answer.
std::size_t with_first_answer(const World& world, std::size_t row, std::size_t question) {
  std::size_t stride = 1;
  for (std::size_t q = question + 1; q < world.choices.size(); ++q) stride *= world.choices[q].size();
  return row - (row / stride) % world.choices[question].size() * stride;
}

/// Two of the rows agree on every other question and differ in what `value_of` says of them.
template <typename ValueOf>
bool matters(const World& world, const std::vector<std::size_t>& rows, std::size_t question, ValueOf value_of) {
  std::vector<std::optional<std::size_t>> first_seen(world.answers.size());
  for (const std::size_t row : rows) {
    auto& first = first_seen[with_first_answer(world, row, question)];
    if (!first) first = row;
    if (value_of(*first) != value_of(row)) return true;
  }
  return false;
}

template <typename Holds>
bool in_all(const std::vector<std::size_t>& rows, Holds holds) {
  return std::all_of(rows.begin(), rows.end(), holds);
}

template <typename Holds>
bool in_some(const std::vector<std::size_t>& rows, Holds holds) {
  return std::any_of(rows.begin(), rows.end(), holds);
}

class DecisionReader {
 public:
  DecisionReader(const World& world, const std::vector<std::size_t>& possible_rows, std::size_t decision)
      : world_(world), rows_(possible_rows), d_(decision), decision_(world.rules.decisions[decision]) {}

  DecisionOutcome read() {
    for (std::size_t value = 0; value < decision_.values.size(); ++value) {
      const auto is_given = [&](std::size_t row) { return contains(world_.verdicts[row].values[d_], value); };
      if (!in_some(rows_, is_given)) continue;
      const bool always = in_all(rows_, is_given);
      if (decision_.combine != Combine::collect) outcome_.possible.push_back(value);
      if (decision_.combine == Combine::collect) (always ? outcome_.surely : outcome_.maybe).push_back(value);
      if (always) explain(value);
    }
    const auto& verdicts = world_.verdicts;
    for (std::size_t q = 0; q < world_.choices.size(); ++q)
      if (matters(world_, rows_, q, [&](std::size_t row) { return verdicts[row].values[d_]; }))
        outcome_.depends_on.push_back(q);
    return outcome_;
  }

 private:
  void explain(std::size_t value) {
    std::vector<Reason> always;
    std::vector<Reason> at_times;
    for (std::size_t r = 0; r < decision_.rules.size(); ++r) {
      const auto applies = [&](std::size_t row) { return world_.verdicts[row].rules[d_][r]; };
      if (!contains(decision_.rules[r].then, value)) continue;
      if (in_all(rows_, applies)) always.push_back({r, value, false});
      if (in_some(rows_, applies)) at_times.push_back({r, value, true});
    }
    const auto& reasons = always.empty() ? at_times : always;
    outcome_.because.insert(outcome_.because.end(), reasons.begin(), reasons.end());
  }

  const World& world_;
  const std::vector<std::size_t>& rows_;
  std::size_t d_;
  const model::Decision& decision_;
  DecisionOutcome outcome_;
};

std::vector<std::size_t> possible_among(const World& world, const std::vector<std::size_t>& rows) {
  std::vector<std::size_t> possible;
  for (const std::size_t row : rows)
    if (is_possible(world.verdicts[row])) possible.push_back(row);
  return possible;
}

std::vector<std::size_t> all_rows(const World& world) {
  return completions(world, Answers(world.rules.questions.size()));
}

/// The last question that the clause hangs on; none where it always or never holds.
std::optional<std::size_t> last_question(const World& world, std::size_t clause) {
  const auto rows = all_rows(world);
  for (std::size_t q = world.choices.size(); q-- > 0;)
    if (matters(world, rows, q, [&](std::size_t row) { return world.verdicts[row].clauses[clause]; })) return q;
  return std::nullopt;
}

bool has_free_answer(const World& world, std::size_t question, const std::vector<std::size_t>& clauses) {
  const auto is_forbidden = [&](const Answer& answer) {
    Answers partial(world.rules.questions.size());
    partial[question] = answer;
    return in_some(completions(world, partial), [&](std::size_t row) {
      return std::any_of(clauses.begin(), clauses.end(), [&](std::size_t c) { return world.verdicts[row].clauses[c]; });
    });
  };
  return !std::all_of(world.choices[question].begin(), world.choices[question].end(), is_forbidden);
}

void find_forms(const World& world, std::vector<Fault>& faults) {
  const auto rows = all_rows(world);
  std::vector<std::vector<std::size_t>> clauses(world.choices.size());
  for (std::size_t c = 0; c < world.rules.impossible.size(); ++c) {
    if (in_all(rows, [&](std::size_t row) { return world.verdicts[row].clauses[c]; })) clauses.front().push_back(c);
    if (const auto last = last_question(world, c)) clauses[*last].push_back(c);
  }
  for (std::size_t q = 0; q < world.choices.size(); ++q)
    if (!has_free_answer(world, q, clauses[q])) faults.push_back({FaultKind::no_free_answer, q, 0, 0});
}

void find_faults(const World& world, std::size_t d, std::vector<Fault>& faults) {
  const auto rows = all_rows(world);
  const auto& rules = world.rules.decisions[d].rules;
  const auto add_if_shown = [&](const Fault& fault) {
    if (in_some(rows, [&](std::size_t row) { return shows(world, row, fault); })) faults.push_back(fault);
  };
  add_if_shown({FaultKind::gap, d, 0, 0});
  for (std::size_t a = 0; a < rules.size(); ++a)
    for (std::size_t b = a + 1; b < rules.size(); ++b)
      if (rules[a].then != rules[b].then) add_if_shown({FaultKind::clash, d, a, b});
}

}  // namespace

Verdict judge(const model::RuleSet& rules, const Answers& complete) {
  const Judge judge(rules, complete);
  Verdict verdict;
  for (const auto& clause : rules.impossible) verdict.clauses.push_back(judge.holds(clause.when));
  for (const auto& decision : rules.decisions) {
    auto& applying = verdict.rules.emplace_back();
    for (const auto& rule : decision.rules) applying.push_back(judge.applies(decision, rule));
    verdict.values.push_back(judge.values(decision));
  }
  for (const auto& note : rules.notes) verdict.notes.push_back(judge.holds(note.when));
  return verdict;
}

World world_of(model::RuleSet rules) {
  World world;
  world.rules = std::move(rules);
  world.answers.emplace_back();
  for (const auto& question : world.rules.questions) {
    world.choices.push_back(all_answers(question));
    std::vector<Answers> longer;
    for (const Answers& begun : world.answers)
      for (const Answer& answer : world.choices.back()) {
        longer.push_back(begun);
        longer.back().push_back(answer);
      }
    world.answers = std::move(longer);
  }
  for (const Answers& answers : world.answers) world.verdicts.push_back(judge(world.rules, answers));
  return world;
}

bool is_possible(const Verdict& verdict) {
  return std::none_of(verdict.clauses.begin(), verdict.clauses.end(), [](bool holds) { return holds; });
}

std::vector<std::size_t> completions(const World& world, const Answers& partial) {
  std::vector<std::size_t> rows;
  for (std::size_t row = 0; row < world.answers.size(); ++row)
    if (std::equal(partial.begin(), partial.end(), world.answers[row].begin(), agrees)) rows.push_back(row);
  return rows;
}

std::optional<Outcome> outcome_of(const World& world, const Answers& partial) {
  const auto rows = possible_among(world, completions(world, partial));
  if (rows.empty()) return std::nullopt;
  Outcome outcome;
  std::set<std::size_t> open;
  for (std::size_t d = 0; d < world.rules.decisions.size(); ++d) {
    outcome.decisions.push_back(DecisionReader(world, rows, d).read());
    open.insert(outcome.decisions.back().depends_on.begin(), outcome.decisions.back().depends_on.end());
  }
  for (std::size_t n = 0; n < world.rules.notes.size(); ++n)
    if (in_all(rows, [&](std::size_t row) { return world.verdicts[row].notes[n]; })) outcome.notes.push_back(n);
  outcome.open_questions.assign(open.begin(), open.end());
  return outcome;
}

std::vector<std::size_t> contradictions_of(const World& world, const Answers& partial) {
  const auto rows = completions(world, partial);
  std::vector<std::size_t> always;
  std::vector<std::size_t> at_times;
  for (std::size_t c = 0; c < world.rules.impossible.size(); ++c) {
    const auto is_held = [&](std::size_t row) { return world.verdicts[row].clauses[c]; };
    if (in_all(rows, is_held)) always.push_back(c);
    if (in_some(rows, is_held)) at_times.push_back(c);
  }
  return always.empty() ? at_times : always;
}

std::vector<Fault> faults_of(const World& world) {
  std::vector<Fault> faults;
  find_forms(world, faults);
  for (std::size_t d = 0; d < world.rules.decisions.size(); ++d)
    if (world.rules.decisions[d].combine == Combine::exactly_one) find_faults(world, d, faults);
  return faults;
}

bool shows(const World& world, std::size_t answers, const Fault& fault) {
  const Verdict& verdict = world.verdicts[answers];
  if (fault.kind == FaultKind::no_free_answer || !is_possible(verdict)) return false;
  if (fault.kind == FaultKind::gap) return verdict.values[fault.subject].empty();
  return verdict.rules[fault.subject][fault.first] && verdict.rules[fault.subject][fault.second];
}

}  // namespace socrates::worlds
