// SPDX-License-Identifier: Apache-2.0
#include "render/documents/explanation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "render/answer_terms.hpp"
#include "render/condition_text.hpp"
#include "render/decision_words.hpp"
#include "render/sentence.hpp"

namespace socrates::render {
namespace {

class ExplanationAuthor {
 public:
  explicit ExplanationAuthor(const Recommendation& recommendation)
      : rules_(recommendation.rules), answers_(recommendation.answers) {}

  [[nodiscard]] Section write(const DecisionView& view, const engine::DecisionExplanation& explanation) const {
    const model::Decision& decision = *view.decision;
    Items list;
    if (explanation.settled_by)
      list.items.push_back({code(answer_terms(rules_, *explanation.settled_by)), {}, "settled by"});
    for (const engine::FiredRule& rule : explanation.fired) list.items.push_back(fired(decision, rule));
    for (const engine::NearRule& rule : explanation.nearly) list.items.push_back(near(decision, rule));
    for (Item& excluded : exclusions(decision, explanation.excluded)) list.items.push_back(std::move(excluded));
    return {title_of(decision), {std::move(list)}, {}, label_with_doubt(view)};
  }

 private:
  static std::string label_with_doubt(const DecisionView& view) {
    if (is_settled(view)) return label_of(view);
    if (view.decision->combine != model::Combine::collect) return fmt::format("open ({})", label_of(view));
    return view.outcome->surely.empty() ? "open" : label_of(view) + ", and others that are open";
  }

  static std::string labels(const model::Decision& decision, const std::vector<std::size_t>& values) {
    std::vector<std::string> labels;
    for (const std::size_t value : values) labels.push_back(label_of(decision.values[value]));
    return listed(labels, "and");
  }

  [[nodiscard]] Item by(const model::Answers& answers) const { return {code(answer_terms(rules_, answers)), {}, "by"}; }

  [[nodiscard]] Item fired(const model::Decision& decision, const engine::FiredRule& fired) const {
    const model::Rule& rule = decision.rules[fired.rule];
    Item item{{fmt::format("{}, for {}", rule.id, labels(decision, rule.then))}, {}, "applies"};
    const auto parts = engine::parts_of(rule);
    if (parts.size() != 1) item.items.push_back(by(fired.answers));
    for (std::size_t i = 0; i < parts.size(); ++i)
      item.items.push_back({code(condition_text(rules_, *parts[i])), {by(fired.conditions[i])}});
    return item;
  }

  [[nodiscard]] Item near(const model::Decision& decision, const engine::NearRule& near) const {
    const model::Rule& rule = decision.rules[near.rule];
    std::vector<std::string> lacks;
    for (const engine::Lack& lack : near.lacks) lacks.push_back(lack_term(rules_, answers_, lack));
    return {{fmt::format("{}, for {}", rule.id, labels(decision, rule.then))},
            {{code(joined(lacks, "; or ")), {}, "lacks"}},
            "nearly"};
  }

  /// Values that the same answers rule out stand together.
  [[nodiscard]] std::vector<Item> exclusions(const model::Decision& decision,
                                             const std::vector<engine::ExcludedValue>& excluded) const {
    std::vector<Item> items;
    for (const engine::ExcludedValue& one : excluded) {
      const std::string label = label_of(decision.values[one.value]);
      Item because = by(one.answers);
      const auto known = std::find_if(items.begin(), items.end(), [&](const Item& item) {
        return item.items.front().text.words == because.text.words;
      });
      if (known != items.end())
        known->text.words += "; " + label;
      else
        items.push_back({{label}, {std::move(because)}, "out"});
    }
    return items;
  }

  const model::RuleSet& rules_;
  const model::Answers& answers_;
};

}  // namespace

std::vector<Section> explanation(const Recommendation& recommendation) {
  std::vector<Section> sections;
  if (recommendation.explanation == nullptr) return sections;
  const ExplanationAuthor author(recommendation);
  const model::Decision* const first = recommendation.rules.decisions.data();
  for (const DecisionView& view : decisions_in_order(recommendation))
    sections.push_back(
        author.write(view, (*recommendation.explanation)[static_cast<std::size_t>(view.decision - first)]));
  return sections;
}

}  // namespace socrates::render
