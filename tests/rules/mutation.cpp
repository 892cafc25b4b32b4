// SPDX-License-Identifier: Apache-2.0
#include "mutation.hpp"

#include <utility>
#include <vector>

namespace socrates::test {
namespace {

using model::Condition;
using model::ConditionKind;

class Mutator {
 public:
  Mutator(const model::RuleSet& rules, const std::function<void(const Mutant&)>& look)
      : rules_(rules), changed_(rules), look_(look) {}

  void change_all() {
    for (std::size_t f = 0; f < rules_.facts.size(); ++f) change("fact " + rules_.facts[f].id, changed_.facts[f].when);
    for (std::size_t c = 0; c < rules_.impossible.size(); ++c)
      change("impossible " + std::to_string(c), changed_.impossible[c].when);
    for (std::size_t d = 0; d < rules_.decisions.size(); ++d)
      for (std::size_t r = 0; r < rules_.decisions[d].rules.size(); ++r) {
        model::Rule& rule = changed_.decisions[d].rules[r];
        if (rule.when) change("rule " + rule.id, *rule.when);
        if (rule.when) change_then(rule, rules_.decisions[d]);
      }
    for (std::size_t n = 0; n < rules_.notes.size(); ++n) change("note " + rules_.notes[n].id, changed_.notes[n].when);
  }

 private:
  void add(const std::string& where, const std::string& what) { look_({where + ": " + what, changed_}); }

  void change_then(model::Rule& rule, const model::Decision& decision) {
    const std::vector<std::size_t> then = rule.then;
    for (std::size_t value = 0; value < decision.values.size(); ++value) {
      if (then == std::vector{value}) continue;
      rule.then = {value};
      add("rule " + rule.id, "gives " + decision.values[value].id);
    }
    rule.then = then;
  }

  /// Every change to `condition`, which is a part of `changed_`; afterwards it is what it was.
  void change(const std::string& where, Condition& condition) {
    const Condition whole = condition;
    Condition negation;
    negation.kind = ConditionKind::negation;
    negation.parts = {whole};
    condition = whole.kind == ConditionKind::negation ? whole.parts.front() : negation;
    add(where, "negated " + text_of(whole));
    condition = whole;
    for (std::size_t part = 0; part < whole.parts.size(); ++part) {
      if (whole.parts.size() > 1) {
        condition.parts.erase(condition.parts.begin() + static_cast<std::ptrdiff_t>(part));
        add(where, "without " + text_of(whole.parts[part]));
        condition = whole;
      }
      change(where, condition.parts[part]);
    }
    if (whole.kind == ConditionKind::all || whole.kind == ConditionKind::any) {
      if (whole.parts.size() < 2) return;
      condition.kind = whole.kind == ConditionKind::all ? ConditionKind::any : ConditionKind::all;
      add(where, std::string(whole.kind == ConditionKind::all ? "any" : "all") + " of " + text_of(whole));
      condition = whole;
      return;
    }
    if (whole.kind == ConditionKind::question || whole.kind == ConditionKind::decision) change_test(where, condition);
  }

  void change_test(const std::string& where, Condition& condition) {
    const Condition whole = condition;
    if (whole.test == model::Test::in_range) {
      const model::Question& question = rules_.questions[whole.subject];
      const auto move = [&](int from, int to) {
        if (from > to || from < question.from || to > question.to) return;
        condition.from = from;
        condition.to = to;
        add(where, question.id + " in " + std::to_string(from) + ".." + std::to_string(to));
      };
      if (whole.from > question.from) {
        move(whole.from - 1, whole.to);
        move(whole.from + 1, whole.to);
      }
      if (whole.to < question.to) {
        move(whole.from, whole.to - 1);
        move(whole.from, whole.to + 1);
      }
      condition = whole;
      return;
    }
    const std::size_t count = whole.kind == ConditionKind::question ? rules_.questions[whole.subject].options.size()
                                                                    : rules_.decisions[whole.subject].values.size();
    const auto put = [&](const model::IndexSet& values) {
      if (values.empty() || values == whole.values) return;
      condition.values = values;
      add(where, text_of(condition) + " in place of " + text_of(whole));
      condition = whole;
    };
    for (const std::size_t value : whole.values) {
      model::IndexSet fewer = whole.values;
      fewer.erase(value);
      put(fewer);
      model::IndexSet other = fewer;
      const std::size_t next = (value + 1) % count;
      if (whole.values.contains(next)) continue;
      other.insert(next);
      put(other);
    }
    if (whole.values.empty() || whole.values.size() == count) return;
    for (std::size_t value = 0; value < count; ++value) {
      if (whole.values.contains(value)) continue;
      model::IndexSet more = whole.values;
      more.insert(value);
      put(more);
      break;
    }
  }

  [[nodiscard]] std::string text_of(const Condition& condition) const {
    switch (condition.kind) {
      case ConditionKind::all:
      case ConditionKind::any: {
        std::string text = condition.kind == ConditionKind::all ? "all" : "any";
        return text + " of " + std::to_string(condition.parts.size());
      }
      case ConditionKind::negation:
        return "not " + text_of(condition.parts.front());
      case ConditionKind::fact:
        return rules_.facts[condition.subject].id;
      case ConditionKind::question:
        return rules_.questions[condition.subject].id +
               values_text(condition, rules_.questions[condition.subject].options);
      case ConditionKind::decision:
        return rules_.decisions[condition.subject].id +
               values_text(condition, rules_.decisions[condition.subject].values);
    }
    return {};
  }

  static std::string values_text(const Condition& condition, const std::vector<model::Named>& named) {
    if (condition.test == model::Test::in_range)
      return " in " + std::to_string(condition.from) + ".." + std::to_string(condition.to);
    if (condition.test == model::Test::is_empty) return " is empty";
    std::string text = condition.test == model::Test::has_all ? " has all" : "";
    for (const std::size_t value : condition.values) text += " " + named[value].id;
    return text;
  }

  const model::RuleSet& rules_;
  model::RuleSet changed_;
  const std::function<void(const Mutant&)>& look_;
};

}  // namespace

void for_each_mutant(const model::RuleSet& rules, const std::function<void(const Mutant&)>& look) {
  Mutator(rules, look).change_all();
}

}  // namespace socrates::test
