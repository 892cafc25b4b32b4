// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <vector>

#include "render/decision_words.hpp"
#include "render/machine/explanation_json.hpp"
#include "render/machine/json_form.hpp"
#include "render/machine/recommendation_json.hpp"
#include "socrates/engine/status.hpp"
#include "socrates/model/answer_words.hpp"
#include "socrates/render/answers.hpp"
#include "socrates/render/recommendation.hpp"

namespace socrates::render {
namespace {

class RecommendationJsonWriter {
 public:
  explicit RecommendationJsonWriter(const Recommendation& recommendation)
      : recommendation_(recommendation),
        rules_(recommendation.rules),
        answers_(recommendation.answers),
        outcome_(recommendation.outcome) {}

  Json decisions() {
    Json document = Json::object();
    for (const DecisionView& view : decisions_in_order(recommendation_))
      document[view.decision->id] = decision(*view.decision, *view.outcome);
    return document;
  }

  Json questions(const std::vector<std::size_t>& indices) {
    Json ids = Json::array();
    for (const std::size_t index : indices) ids.push_back(rules_.questions[index].id);
    return ids;
  }

  Json notes() {
    Json list = Json::array();
    for (const std::size_t index : outcome_.notes) {
      const model::Note& note = rules_.notes[index];
      list.push_back({{"rule", note.id}, {"text", text(note.text)}, {"sources", sources(note.sources)}});
    }
    return list;
  }

 private:
  static Json values(const model::Decision& decision, const std::vector<std::size_t>& indices) {
    Json ids = Json::array();
    for (const std::size_t index : indices) ids.push_back(decision.values[index].id);
    return ids;
  }

  [[nodiscard]] std::string text(const std::string& text) const { return filled(text, rules_, answers_); }

  [[nodiscard]] Json sources(const std::vector<std::size_t>& indices) const {
    Json ids = Json::array();
    for (const std::size_t index : indices) ids.push_back(rules_.sources[index].id);
    return ids;
  }

  [[nodiscard]] Json reason(const model::Decision& decision, const engine::Reason& reason) const {
    const model::Rule& rule = decision.rules[reason.rule];
    Json form = {{"rule", rule.id}};
    if (decision.combine == model::Combine::collect) form["for"] = decision.values[reason.value].id;
    form["text"] = text(rule.because);
    form["sources"] = sources(rule.sources);
    if (reason.one_of) form["one_of"] = true;
    if (!rule.reply.empty()) form["reply"] = text(rule.reply);
    return form;
  }

  Json decision(const model::Decision& decision, const engine::DecisionOutcome& outcome) {
    Json form;
    if (decision.combine == model::Combine::collect) {
      form["value"] = outcome.maybe.empty() ? values(decision, outcome.surely) : Json();
      form["surely"] = values(decision, outcome.surely);
      form["maybe"] = values(decision, outcome.maybe);
    } else {
      form["value"] = engine::is_settled(outcome) ? Json(decision.values[outcome.possible.front()].id) : Json();
      form["possible"] = values(decision, outcome.possible);
    }
    form["because"] = Json::array();
    for (const engine::Reason& because : outcome.because) form["because"].push_back(reason(decision, because));
    form["depends_on"] = questions(outcome.depends_on);
    return form;
  }

  const Recommendation& recommendation_;
  const model::RuleSet& rules_;
  const model::Answers& answers_;
  const engine::Outcome& outcome_;
};

}  // namespace

Json recommendation_form(const Recommendation& recommendation) {
  RecommendationJsonWriter writer(recommendation);
  const model::RuleSet& rules = recommendation.rules;
  Json document = {
      {"schema", "socrates.recommendation/1"},
      {"status", engine::is_decided(rules, recommendation.outcome) ? "decided" : "undecided"},
      {"summary", summary(recommendation)},
      {"today", base::to_text(recommendation.today)},
      {"decisions", writer.decisions()},
      {"open_questions", writer.questions(recommendation.outcome.open_questions)},
      {"notes", writer.notes()},
      {"rules", origin_form(rules)},
  };
  add_about(recommendation.about, document);
  if (recommendation.explanation != nullptr) document["explain"] = explanation_form(recommendation);
  return document;
}

std::string recommendation_json(const Recommendation& recommendation) {
  Json document = recommendation_form(recommendation);
  if (recommendation.rules.has_own_contract) document["contract"] = "own";
  document["sources"] = named_sources(document, recommendation.rules.sources);
  return written(document, Layout::indented);
}

}  // namespace socrates::render
