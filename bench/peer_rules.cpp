// SPDX-License-Identifier: Apache-2.0
// peer_rules: the shipped rules for the decisions soc1, soc2 and soc3 as JSON that other engines' rules can be made of
// by a script: for each level, strongest first, the condition under which some rule gives it, and before that the facts
// that they use, each after those that it uses itself. A condition is and, or, not, {"fact": id}, or a test of one
// answer: {"has": [question, option]}, {"is": [question, option]}, {"yes": question}, {"within": [question, from, to]}.

#include <cstdio>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "socrates/builtin/rules.hpp"

namespace {

using namespace socrates;
using model::Condition;
using nlohmann::json;

class Rules {
 public:
  explicit Rules(const model::RuleSet& rules) : rules_(rules) {}

  [[nodiscard]] const json& facts() const { return facts_; }

  json levels(std::size_t d) {
    const model::Decision& decision = rules_.decisions[d];
    json levels = json::array();
    for (std::size_t value = decision.values.size(); value-- > 1;)
      levels.push_back({{"value", decision.values[value].id}, {"when", given(d, value)}});
    return {{"id", decision.id}, {"otherwise", decision.values.front().id}, {"levels", levels}};
  }

 private:
  static json any(json parts) { return {{"or", std::move(parts)}}; }
  static json negation(json part) { return {{"not", std::move(part)}}; }

  /// Some rule gives the value.
  json given(std::size_t d, std::size_t value) {
    json parts = json::array();
    for (const model::Rule& rule : rules_.decisions[d].rules)
      if (rule.when && rule.then.front() == value) parts.push_back(form(*rule.when));
    return any(parts);
  }

  json form(const Condition& condition) {
    switch (condition.kind) {
      case model::ConditionKind::all:
      case model::ConditionKind::any: {
        json parts = json::array();
        for (const Condition& part : condition.parts) parts.push_back(form(part));
        return {{condition.kind == model::ConditionKind::all ? "and" : "or", parts}};
      }
      case model::ConditionKind::negation:
        return negation(form(condition.parts.front()));
      case model::ConditionKind::fact:
        return fact(rules_.facts[condition.subject].id, [&] { return form(rules_.facts[condition.subject].when); });
      case model::ConditionKind::decision:
        return decided(condition);
      case model::ConditionKind::question:
        break;
    }
    return answered(condition, rules_.questions[condition.subject]);
  }

  /// Uses a fact, and makes it where it is used for the first time.
  template <typename Make>
  json fact(const std::string& id, Make make) {
    if (made_.insert(id).second) {
      const json when = make();  // which may make others first
      facts_.push_back({{"id", id}, {"when", when}});
    }
    return {{"fact", id}};
  }

  /// The decision has one of the values: a rule gives it, and none gives a stronger one.
  json decided(const Condition& condition) {
    const model::Decision& decision = rules_.decisions[condition.subject];
    json parts = json::array();
    for (const std::size_t value : condition.values)
      parts.push_back(fact(decision.id + "_" + decision.values[value].id, [&] {
        json stronger = json::array();
        for (std::size_t v = value + 1; v < decision.values.size(); ++v)
          stronger.push_back(given(condition.subject, v));
        json both = json::array({negation(any(stronger))});
        if (value > 0) both.push_back(given(condition.subject, value));
        return json{{"and", both}};
      }));
    return any(parts);
  }

  static json answered(const Condition& condition, const model::Question& question) {
    if (question.kind == model::QuestionKind::number) return {{"within", {question.id, condition.from, condition.to}}};
    const bool is_several = question.kind == model::QuestionKind::several;
    json parts = json::array();
    for (std::size_t option = 0; option < question.options.size(); ++option) {
      const bool is_named = condition.values.contains(option);
      if (!is_named && condition.test != model::Test::is_empty) continue;
      if (question.kind == model::QuestionKind::yes_no) {
        const json yes = {{"yes", question.id}};
        parts.push_back(option == 1 ? yes : negation(yes));
      } else {
        parts.push_back({{is_several ? "has" : "is", {question.id, question.options[option].id}}});
      }
    }
    if (condition.test == model::Test::has_all) return {{"and", parts}};
    return condition.test == model::Test::is_empty ? negation(any(parts)) : any(parts);
  }

  const model::RuleSet& rules_;
  std::set<std::string> made_;
  json facts_ = json::array();
};

}  // namespace

int main() {
  const engine::CompiledRules& compiled = builtin::selection_rules();
  Rules rules(compiled.rules);
  json decisions = json::array();
  for (const char* id : {"soc1", "soc2", "soc3"})
    if (const auto d = model::find_decision(compiled.rules, id)) decisions.push_back(rules.levels(*d));
  json questions = json::array();
  for (const model::Question& question : compiled.rules.questions) questions.push_back(question.id);
  std::puts(json{{"questions", questions}, {"facts", rules.facts()}, {"decisions", decisions}}.dump(1).c_str());
  return 0;
}
