// SPDX-License-Identifier: Apache-2.0
#include "render/machine/explanation_json.hpp"

#include <utility>

#include "render/condition_text.hpp"
#include "render/decision_words.hpp"
#include "socrates/engine/explanation.hpp"

namespace socrates::render {
namespace {

/// A decision with all that is known about it.
struct Explained {
  DecisionView view;
  const engine::DecisionExplanation* explanation = nullptr;
};

std::vector<Explained> in_order(const Recommendation& recommendation) {
  std::vector<Explained> result;
  if (recommendation.explanation == nullptr) return result;
  const model::Decision* const first = recommendation.rules.decisions.data();
  for (const DecisionView& view : decisions_in_order(recommendation))
    result.push_back({view, &(*recommendation.explanation)[static_cast<std::size_t>(view.decision - first)]});
  return result;
}

class ExplanationWriter {
 public:
  explicit ExplanationWriter(const Recommendation& recommendation) : rules_(recommendation.rules) {}

  [[nodiscard]] Json decision(const Explained& explained) const {
    const model::Decision& decision = *explained.view.decision;
    const engine::DecisionExplanation& explanation = *explained.explanation;
    Json form;
    if (decision.combine != model::Combine::collect)
      form["settled_by"] = explanation.settled_by ? answers(*explanation.settled_by) : Json();
    form["fired"] = Json::array();
    for (const engine::FiredRule& rule : explanation.fired) form["fired"].push_back(fired(decision, rule));
    form["nearly"] = Json::array();
    for (const engine::NearRule& rule : explanation.nearly) form["nearly"].push_back(near(decision, rule));
    form["excluded"] = Json::array();
    for (const engine::ExcludedValue& excluded : explanation.excluded)
      form["excluded"].push_back(
          {{"value", decision.values[excluded.value].id}, {"answers", answers(excluded.answers)}});
    return form;
  }

 private:
  [[nodiscard]] Json answers(const model::Answers& answers) const {
    return json_form(rules_, answers, Unknowns::left_out);
  }

  static Json values(const model::Decision& decision, const model::Rule& rule) {
    if (decision.combine != model::Combine::collect) return decision.values[rule.then.front()].id;
    Json ids = Json::array();
    for (const std::size_t value : rule.then) ids.push_back(decision.values[value].id);
    return ids;
  }

  [[nodiscard]] Json fired(const model::Decision& decision, const engine::FiredRule& fired) const {
    const model::Rule& rule = decision.rules[fired.rule];
    Json conditions = Json::array();
    const auto parts = engine::parts_of(rule);
    for (std::size_t i = 0; i < parts.size(); ++i)
      conditions.push_back(
          {{"condition", condition_text(rules_, *parts[i])}, {"answers", answers(fired.conditions[i])}});
    return {{"rule", rule.id},
            {"then", values(decision, rule)},
            {"answers", answers(fired.answers)},
            {"conditions", std::move(conditions)}};
  }

  [[nodiscard]] Json near(const model::Decision& decision, const engine::NearRule& near) const {
    const model::Rule& rule = decision.rules[near.rule];
    Json lacks = Json::array();
    for (const engine::Lack& each : near.lacks) lacks.push_back(lack(each));
    return {{"rule", rule.id}, {"then", values(decision, rule)}, {"lacks", std::move(lacks)}};
  }

  [[nodiscard]] Json lack(const engine::Lack& lack) const {
    const model::Question& question = rules_.questions[lack.question];
    Json form = {{"question", question.id}, {"nearest", answer_form(question, lack.nearest)}};
    Json any_of = Json::array();
    for (const std::size_t option : lack.options) any_of.push_back(answer_form(question, model::Choice{option}));
    for (const engine::NumberRange& range : lack.ranges) any_of.push_back({{"from", range.from}, {"to", range.to}});
    if (!any_of.empty()) form["any_of"] = std::move(any_of);
    return form;
  }

  const model::RuleSet& rules_;
};

}  // namespace

Json explanation_form(const Recommendation& recommendation) {
  const ExplanationWriter writer(recommendation);
  Json form = Json::object();
  for (const Explained& each : in_order(recommendation)) form[each.view.decision->id] = writer.decision(each);
  return form;
}

}  // namespace socrates::render
