// SPDX-License-Identifier: Apache-2.0
#include "socrates/engine/asking.hpp"

#include <optional>
#include <variant>
#include <vector>

namespace socrates::engine {
namespace {

using model::Chosen;
using model::Condition;
using model::ConditionKind;
using model::Test;

Chosen settled(bool holds) { return holds ? Chosen::yes : Chosen::no; }

Chosen opposite(Chosen holds) {
  if (holds == Chosen::unknown) return holds;
  return settled(holds == Chosen::no);
}

/// Yes as soon as one is, no where all are; of the opposites, the same of "all".
template <class All, class Holds>
Chosen any_of(const All& all, Holds holds) {
  Chosen result = Chosen::no;
  for (const auto& each : all) {
    const Chosen one = holds(each);
    if (one == Chosen::yes) return one;
    if (one == Chosen::unknown) result = one;
  }
  return result;
}

Chosen test_of(const Condition& condition, const model::Selection& selection) {
  const auto option = [&](std::size_t i) { return selection.options[i]; };
  switch (condition.test) {
    case Test::one_of:
      return any_of(condition.values, option);
    case Test::has_all:
      return opposite(any_of(condition.values, [&](std::size_t i) { return opposite(option(i)); }));
    case Test::is_empty:
      return opposite(any_of(selection.options, [](Chosen chosen) { return chosen; }));
    case Test::in_range:
      break;
  }
  return Chosen::unknown;
}

Chosen answer_test(const Condition& condition, const model::Answer& answer) {
  if (const auto* const selection = std::get_if<model::Selection>(&answer)) return test_of(condition, *selection);
  if (const auto* const number = std::get_if<model::Number>(&answer))
    return settled(number->value >= condition.from && number->value <= condition.to);
  if (const auto* const choice = std::get_if<model::Choice>(&answer))
    return settled(condition.values.contains(choice->option));
  return Chosen::unknown;
}

/// Looks into each fact once, however many others name it.
class Known {
 public:
  Known(const model::RuleSet& rules, const model::Answers& answers)
      : rules_(rules), answers_(answers), facts_(rules.facts.size()) {}

  Chosen holds(const Condition& condition) {
    const auto part = [&](const Condition& each) { return holds(each); };
    switch (condition.kind) {
      case ConditionKind::all:
        return opposite(any_of(condition.parts, [&](const Condition& each) { return opposite(holds(each)); }));
      case ConditionKind::any:
        return any_of(condition.parts, part);
      case ConditionKind::negation:
        return opposite(holds(condition.parts.front()));
      case ConditionKind::question:
        return answer_test(condition, answers_[condition.subject]);
      case ConditionKind::fact: {
        auto& known = facts_[condition.subject];
        if (!known) known = holds(rules_.facts[condition.subject].when);
        return *known;
      }
      case ConditionKind::decision:
        break;
    }
    return Chosen::unknown;
  }

 private:
  const model::RuleSet& rules_;
  const model::Answers& answers_;
  std::vector<std::optional<Chosen>> facts_;
};

}  // namespace

Chosen holds_by(const Condition& condition, const model::RuleSet& rules, const model::Answers& answers) {
  return Known(rules, answers).holds(condition);
}

const base::SharedText& words_of(const model::RuleSet& rules, const model::Answers& answers, std::size_t question) {
  const model::Question& asked = rules.questions[question];
  if (asked.ask_when.empty()) return asked.ask;
  Known known(rules, answers);
  for (const model::Wording& wording : asked.ask_when)
    if (known.holds(wording.when) == Chosen::yes) return wording.ask;
  return asked.ask;
}

}  // namespace socrates::engine
