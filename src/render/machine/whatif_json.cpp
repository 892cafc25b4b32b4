// SPDX-License-Identifier: Apache-2.0
#include "render/decision_words.hpp"
#include "render/machine/json_form.hpp"
#include "socrates/render/whatif.hpp"

namespace socrates::render {
namespace {

std::string_view id_of_state(engine::WantState state) {
  switch (state) {
    case engine::WantState::has_it:
      return "has_it";
    case engine::WantState::open:
      return "open";
    case engine::WantState::reaches:
      return "reaches";
    case engine::WantState::may_reach:
      return "may_reach";
    case engine::WantState::no_way:
      break;
  }
  return "no_way";
}

class WhatIfJsonWriter {
 public:
  explicit WhatIfJsonWriter(const WhatIf& whatif) : whatif_(whatif), rules_(whatif.rules) {}

  /// A value as in a recommendation: null while it is open.
  [[nodiscard]] Json value(std::size_t d, const engine::DecisionOutcome& outcome) const {
    const model::Decision& decision = rules_.decisions[d];
    if (!engine::is_settled(outcome)) return {};
    if (decision.combine != model::Combine::collect) return decision.values[outcome.possible.front()].id;
    Json ids = Json::array();
    for (const std::size_t element : outcome.surely) ids.push_back(decision.values[element].id);
    return ids;
  }

  [[nodiscard]] Json now() const {
    Json form = Json::object();
    for (const std::size_t d : in_order()) form[rules_.decisions[d].id] = value(d, whatif_.outcome.decisions[d]);
    return form;
  }

  [[nodiscard]] Json open_decisions() const {
    Json ids = Json::array();
    for (const std::size_t d : in_order())
      if (!engine::is_settled(whatif_.outcome.decisions[d])) ids.push_back(rules_.decisions[d].id);
    return ids;
  }

  [[nodiscard]] Json changes() const {
    Json form = Json::object();
    for (const std::size_t d : in_order()) {
      if (whatif_.wanted && whatif_.wanted->want.decision == d) form[rules_.decisions[d].id] = wanted_changes();
      for (const engine::DecisionChanges& changes : whatif_.changes)
        if (changes.decision == d) form[rules_.decisions[d].id] = groups(changes);
    }
    return form;
  }

  [[nodiscard]] Json wanted() const {
    const engine::Want& want = whatif_.wanted->want;
    const model::Decision& decision = rules_.decisions[want.decision];
    return {{"decision", decision.id},
            {"value", decision.values[want.value].id},
            {"state", id_of_state(whatif_.wanted->found.state)},
            {"is_possible", whatif_.wanted->found.is_possible}};
  }

 private:
  [[nodiscard]] std::vector<std::size_t> in_order() const {
    const model::Criteria none;
    std::vector<std::size_t> decisions;
    for (const DecisionView& view : decisions_in_order({rules_, whatif_.answers, whatif_.outcome, none, whatif_.today}))
      decisions.push_back(static_cast<std::size_t>(view.decision - rules_.decisions.data()));
    return decisions;
  }

  [[nodiscard]] Json groups(const engine::DecisionChanges& changes) const {
    return {{"can_change", smallest(changes.can_change)}, {"rests_on", smallest(changes.rests_on)}};
  }

  [[nodiscard]] Json wanted_changes() const {
    Json form = groups(whatif_.wanted->found.changes);
    form["both"] = smallest(whatif_.wanted->found.changes.both);
    return form;
  }

  [[nodiscard]] Json smallest(const std::optional<engine::SmallestChanges>& smallest) const {
    if (!smallest) return {};
    Json sets = Json::array();
    for (const engine::ChangeSet& set : smallest->sets) sets.push_back(change_set(set));
    return {{"questions", smallest->questions}, {"sets", std::move(sets)}, {"has_more", smallest->has_more}};
  }

  [[nodiscard]] Json change_set(const engine::ChangeSet& set) const {
    Json questions = Json::array();
    for (const std::size_t q : set.questions) questions.push_back(rules_.questions[q].id);
    Json alternatives = Json::array();
    for (const engine::Alternative& each : set.alternatives) alternatives.push_back(alternative(set, each));
    return {{"questions", std::move(questions)}, {"alternatives", std::move(alternatives)}};
  }

  [[nodiscard]] Json alternative(const engine::ChangeSet& set, const engine::Alternative& alternative) const {
    Json changes = Json::object();
    for (const std::size_t q : set.questions)
      changes[rules_.questions[q].id] = answer_form(rules_.questions[q], alternative.answers[q]);
    Json decisions = Json::object();
    for (const std::size_t d : in_order()) {
      const engine::DecisionOutcome& before = whatif_.outcome.decisions[d];
      const engine::DecisionOutcome& after = alternative.outcome.decisions[d];
      if (before.possible != after.possible || before.surely != after.surely || before.maybe != after.maybe)
        decisions[rules_.decisions[d].id] = value(d, after);
    }
    return {{"changes", std::move(changes)}, {"is_sure", alternative.is_sure}, {"decisions", std::move(decisions)}};
  }

  const WhatIf& whatif_;
  const model::RuleSet& rules_;
};

}  // namespace

std::string whatif_json(const WhatIf& whatif) {
  const WhatIfJsonWriter writer(whatif);
  const model::RuleSet& rules = whatif.rules;
  return written({{"schema", "socrates.whatif/1"},
                  {"today", base::to_text(whatif.today)},
                  {"want", whatif.wanted ? writer.wanted() : Json()},
                  {"now", writer.now()},
                  {"open_decisions", writer.open_decisions()},
                  {"changes", writer.changes()},
                  {"rules", origin_form(rules)}},
                 Layout::indented);
}

}  // namespace socrates::render
