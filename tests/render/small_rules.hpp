// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>

#include "socrates/engine/compile.hpp"
#include "socrates/render/recommendation.hpp"

namespace socrates::render {

/// A condition on one question.
inline model::Condition is_one_of(std::size_t question, const model::IndexSet& values) {
  model::Condition condition;
  condition.kind = model::ConditionKind::question;
  condition.subject = question;
  condition.values = values;
  return condition;
}

inline std::vector<model::Named> levels() {
  return {
      {"not_needed", "not needed"}, {"optional", "optional"}, {"recommended", "recommended"}, {"required", "needed"}};
}

/// Two reports and a set, small enough to be seen at once: `auditors` decides soc1, `data` decides soc2.
inline model::RuleSet small_rules() {
  model::RuleSet rules;
  rules.id = "small";
  rules.version = "1";
  rules.sha256 = std::string(64, 'a');
  rules.sources = {{"s", "A *source*", "somebody"}};
  model::Question auditors{"auditors", {},   "Do auditors ask?", "", model::QuestionKind::yes_no, {}, 0, 0, "", {},
                           {},         false};
  auditors.options = {{"false", "no"}, {"true", "yes"}};
  model::Question data{"data", {}, "Which data?", "", model::QuestionKind::several, {}, 0, 0, "", {}, {}, false};
  data.options = {{"health", "health data"}, {"cards", "card data"}};
  rules.questions = {auditors, data};
  rules.decisions = {
      {"soc2",
       "SOC 2 report",
       model::Combine::strongest,
       levels(),
       {{"soc2.data", is_one_of(1, {0, 1}), {2}, "you hold {data}", {0}, ""},
        {"soc2.otherwise", {}, {0}, "you hold nothing", {0}, ""}}},
      {"soc1",
       "SOC 1 report",
       model::Combine::strongest,
       levels(),
       {{"soc1.auditors", is_one_of(0, {1}), {3}, "auditors ask", {0}, ""},
        {"soc1.otherwise", {}, {0}, "nobody asks", {0}, ""}}},
      {"beside_soc",
       "",
       model::Combine::collect,
       {{"iso_27001", "an ISO/IEC 27001 certificate"}, {"hipaa", ""}},
       {{"beside.iso", is_one_of(1, {0, 1}), {0}, "data are held", {0}, "We have a <plan>."},
        {"beside.hipaa", is_one_of(1, {0}), {1}, "they are health data", {0}, ""}}},
  };
  rules.notes = {{"note.a", is_one_of(0, {1}), "Ask them.", {0}}};
  return rules;
}

/// A recommendation with all that it refers to.
struct Advised {
  explicit Advised(model::Answers given, model::RuleSet rules = small_rules()) : answers(std::move(given)) {
    engine::Compilation compilation = engine::compile(std::move(rules));
    if (!compilation.compiled) throw std::logic_error("a proof about the rules failed");
    compiled = std::move(*compilation.compiled);
    outcome = engine::evaluate(compiled, answers).value();
  }
  [[nodiscard]] Recommendation value() const {
    using namespace std::chrono;
    return {compiled.rules, answers, outcome, criteria, year{2026} / November / 22};
  }

  model::Answers answers;
  engine::CompiledRules compiled;
  engine::Outcome outcome;
  model::Criteria criteria = {{"security", {{"CC1.1", "a"}, {"CC1.2", "b"}}}};
};

}  // namespace socrates::render
