// SPDX-License-Identifier: Apache-2.0
#include "render/machine/recommendation_json.hpp"

#include <cstddef>
#include <utility>
#include <vector>

#include "render/machine/explanation_json.hpp"
#include "socrates/engine/status.hpp"
#include "socrates/model/answer_words.hpp"
#include "socrates/render/answers.hpp"

namespace socrates::render {
namespace {

Json question_ids(const model::RuleSet& rules, const std::vector<std::size_t>& indices) {
  Json ids = Json::array();
  for (const std::size_t index : indices) ids.push_back(rules.questions[index].id);
  return ids;
}

Json value_ids(const model::Decision& decision, const std::vector<std::size_t>& indices) {
  Json ids = Json::array();
  for (const std::size_t index : indices) ids.push_back(decision.values[index].id);
  return ids;
}

Json source_ids(const model::RuleSet& rules, const std::vector<std::size_t>& indices) {
  Json ids = Json::array();
  for (const std::size_t index : indices) ids.push_back(rules.sources[index].id);
  return ids;
}

std::string text_of(const Recommendation& recommendation, const std::string& text) {
  return filled(text, recommendation.rules, recommendation.answers);
}

Json reason_form(const Recommendation& recommendation, const model::Decision& decision, const engine::Reason& reason) {
  const model::Rule& rule = decision.rules[reason.rule];
  Json form = {{"rule", rule.id}};
  if (decision.combine == model::Combine::collect) form["for"] = decision.values[reason.value].id;
  form["text"] = text_of(recommendation, rule.because);
  form["sources"] = source_ids(recommendation.rules, rule.sources);
  if (reason.one_of) form["one_of"] = true;
  if (!rule.reply.empty()) form["reply"] = text_of(recommendation, rule.reply);
  return form;
}

/// All of them together.
class WholeForm : public RecommendationMembers {
 public:
  explicit WholeForm(const Recommendation& recommendation) : recommendation_(recommendation) {}

  void add(std::string_view name, Json value) override { form_[std::string(name)] = std::move(value); }
  void add_decisions() override {
    Json decisions = Json::object();
    for (const DecisionView& view : decisions_in_order(recommendation_))
      decisions[view.decision->id] = decision_form(recommendation_, view);
    add("decisions", std::move(decisions));
  }
  void add_notes() override {
    Json notes = Json::array();
    for (const std::size_t note : recommendation_.outcome.notes) notes.push_back(note_form(recommendation_, note));
    add("notes", std::move(notes));
  }

  Json take() { return std::move(form_); }

 private:
  const Recommendation& recommendation_;
  Json form_ = Json::object();
};

}  // namespace

Json decision_form(const Recommendation& recommendation, const DecisionView& view) {
  const model::Decision& decision = *view.decision;
  const engine::DecisionOutcome& outcome = *view.outcome;
  Json form;
  if (decision.combine == model::Combine::collect) {
    form["value"] = outcome.maybe.empty() ? value_ids(decision, outcome.surely) : Json();
    form["surely"] = value_ids(decision, outcome.surely);
    form["maybe"] = value_ids(decision, outcome.maybe);
  } else {
    form["value"] = engine::is_settled(outcome) ? Json(decision.values[outcome.possible.front()].id) : Json();
    form["possible"] = value_ids(decision, outcome.possible);
  }
  form["because"] = Json::array();
  for (const engine::Reason& because : outcome.because)
    form["because"].push_back(reason_form(recommendation, decision, because));
  form["depends_on"] = question_ids(recommendation.rules, outcome.depends_on);
  return form;
}

Json note_form(const Recommendation& recommendation, std::size_t note) {
  const model::Note& of = recommendation.rules.notes[note];
  return {{"rule", of.id},
          {"text", text_of(recommendation, of.text)},
          {"sources", source_ids(recommendation.rules, of.sources)}};
}

void add_members(const Recommendation& recommendation, RecommendationMembers& members) {
  const model::RuleSet& rules = recommendation.rules;
  members.add("schema", "socrates.recommendation/1");
  members.add("status", engine::is_decided(rules, recommendation.outcome) ? "decided" : "undecided");
  members.add("summary", summary(recommendation));
  members.add("today", base::to_text(recommendation.today));
  members.add_decisions();
  members.add("open_questions", question_ids(rules, recommendation.outcome.open_questions));
  members.add_notes();
  members.add("rules", origin_form(rules));
  Json about = Json::object();
  add_about(recommendation.about, about);
  for (const auto& [name, value] : about.items()) members.add(name, value);
  if (recommendation.explanation != nullptr) members.add("explain", explanation_form(recommendation));
}

Json recommendation_form(const Recommendation& recommendation) {
  WholeForm form(recommendation);
  add_members(recommendation, form);
  return form.take();
}

std::string recommendation_json(const Recommendation& recommendation) {
  Json document = recommendation_form(recommendation);
  if (recommendation.rules.has_own_contract) document["contract"] = "own";
  document["sources"] = named_sources(document, recommendation.rules.sources);
  return written(document, Layout::indented);
}

}  // namespace socrates::render
