// SPDX-License-Identifier: Apache-2.0
#include "socrates/engine/whatif.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "engine/changed_answers.hpp"
#include "engine/ways.hpp"
#include "socrates/engine/reach.hpp"

namespace socrates::engine {
namespace {

/// A function, and the leaves of it that would be a change.
struct Aim {
  Function f = 0;
  Leaves targets = 0;
};

bool has(const std::vector<std::size_t>& list, std::size_t value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

/// What of a decision could come out otherwise; nothing of what is open.
std::vector<Aim> aims_of(const DecisionRoots& roots, bool is_set, const DecisionOutcome& outcome) {
  if (!is_set) {
    if (!is_settled(outcome)) return {};
    return {{roots.values.front(), ~impossible_bit & ~(Leaves{1} << outcome.possible.front())}};
  }
  std::vector<Aim> aims;
  for (std::size_t value = 0; value < roots.values.size(); ++value)
    if (!has(outcome.maybe, value))
      aims.push_back({roots.values[value], has(outcome.surely, value) ? no_bit : yes_bit});
  return aims;
}

class WaySearch {
 public:
  WaySearch(const CompiledRules& compiled, const model::Answers& answers)
      : compiled_(compiled), answers_(answers), allowed_(allowed_by(compiled.space, answers)) {
    for (const model::Question& question : compiled.rules.questions) {
      acts_.push_back(question.can_change);
      facts_.push_back(!question.can_change);
    }
    all_.assign(acts_.size(), true);
  }

  std::optional<SmallestChanges> by_acts(const std::vector<Aim>& aims) { return smallest(aims, acts_); }
  std::optional<SmallestChanges> by_facts(const std::vector<Aim>& aims) { return smallest(aims, facts_); }
  std::optional<SmallestChanges> by_both(const std::vector<Aim>& aims) { return smallest(aims, all_); }

 private:
  using Set = std::vector<std::uint32_t>;

  [[nodiscard]] Ways ways(const Aim& aim, std::vector<bool> may_change) {
    return {
        compiled_.diagram, groups_by_question(compiled_.space), allowed_, std::move(may_change), aim.targets, effort_};
  }

  std::optional<SmallestChanges> smallest(const std::vector<Aim>& aims, const std::vector<bool>& may_change) {
    SmallestChanges result;
    std::set<Set> sets;
    for (const Aim& aim : aims) {
      const std::optional<GroupSets> found = ways(aim, may_change).smallest(aim.f, most_change_sets);
      if (!found || (!sets.empty() && found->size > result.questions)) continue;
      if (found->size < result.questions) {
        sets.clear();
        result.has_more = false;
      }
      result.questions = found->size;
      result.has_more = result.has_more || found->has_more;
      sets.insert(found->sets.begin(), found->sets.end());
    }
    if (sets.empty()) return std::nullopt;
    result.has_more = result.has_more || sets.size() > most_change_sets;
    for (const Set& set : sets)
      if (result.sets.size() < most_change_sets) result.sets.push_back(change_set(aims, set));
    return result;
  }

  ChangeSet change_set(const std::vector<Aim>& aims, const Set& set) {
    ChangeSet result{{set.begin(), set.end()}, {}};
    std::vector<bool> may_change(answers_.size(), false);
    for (const std::uint32_t question : set) may_change[question] = true;
    for (const Aim& aim : aims)
      for (Function leaf = 0; leaf < impossible_leaf; ++leaf)
        if (((aim.targets >> leaf) & 1U) != 0) add_alternative({aim.f, Leaves{1} << leaf}, may_change, result);
    return result;
  }

  void add_alternative(const Aim& aim, const std::vector<bool>& may_change, ChangeSet& set) {
    const auto way = ways(aim, may_change).nearest(aim.f);
    if (!way) return;
    Allowed after = allowed_;
    for (const Turn& turn : *way)
      if (turn.is_change) after[turn.variable] = std::uint64_t{1} << turn.value;
    model::Answers answers = answers_;
    for (const std::size_t question : set.questions)
      answers[question] = changed_answer(compiled_, answers_, question, after);
    const auto is_known = [&](const Alternative& known) { return known.answers == answers; };
    if (std::any_of(set.alternatives.begin(), set.alternatives.end(), is_known)) return;
    const Leaves leaves = Reach(compiled_, after, effort_).of(aim.f) & ~impossible_bit;
    set.alternatives.push_back({answers, outcome_of(answers), leaves == aim.targets});
  }

  const Outcome& outcome_of(const model::Answers& answers) {
    const std::string key = key_of(answers);
    const auto known = outcomes_.find(key);
    if (known != outcomes_.end()) return known->second;
    return outcomes_.emplace(key, *evaluate_values(compiled_, answers, effort_)).first->second;
  }

  [[nodiscard]] std::string key_of(const model::Answers& answers) const {
    std::string key;
    for (const std::uint64_t mask : allowed_by(compiled_.space, answers)) key += std::to_string(mask) + " ";
    return key;
  }

  const CompiledRules& compiled_;
  const model::Answers& answers_;
  Allowed allowed_;
  Effort effort_;
  std::vector<bool> acts_;
  std::vector<bool> facts_;
  std::vector<bool> all_;
  std::map<std::string, Outcome> outcomes_;
};

bool reaches_surely(const std::optional<SmallestChanges>& changes) {
  return changes && std::any_of(changes->sets.begin(), changes->sets.end(), [](const ChangeSet& set) {
           return std::any_of(set.alternatives.begin(), set.alternatives.end(),
                              [](const Alternative& alternative) { return alternative.is_sure; });
         });
}

}  // namespace

std::vector<DecisionChanges> what_changes(const CompiledRules& compiled, const model::Answers& answers,
                                          const Outcome& outcome) {
  WaySearch search(compiled, answers);
  std::vector<DecisionChanges> result;
  for (std::size_t d = 0; d < outcome.decisions.size(); ++d) {
    const bool is_set = compiled.rules.decisions[d].combine == model::Combine::collect;
    const std::vector<Aim> aims = aims_of(compiled.roots.decisions[d], is_set, outcome.decisions[d]);
    if (!aims.empty()) result.push_back({d, search.by_acts(aims), search.by_facts(aims), {}});
  }
  return result;
}

WantChanges what_reaches(const CompiledRules& compiled, const model::Answers& answers, const Outcome& outcome,
                         const Want& want) {
  const bool is_set = compiled.rules.decisions[want.decision].combine == model::Combine::collect;
  const DecisionRoots& roots = compiled.roots.decisions[want.decision];
  const Aim aim{is_set ? roots.values[want.value] : roots.values.front(), is_set ? yes_bit : Leaves{1} << want.value};
  const DecisionOutcome& now = outcome.decisions[want.decision];
  WantChanges result;
  result.changes.decision = want.decision;
  const Allowed anything = allowed_by(compiled.space, {});
  Effort effort;
  result.is_possible = (Reach(compiled, anything, effort).of(aim.f) & aim.targets) != 0;
  if (is_set ? has(now.surely, want.value) : is_settled(now) && has(now.possible, want.value)) {
    result.state = WantState::has_it;
  } else if (has(is_set ? now.maybe : now.possible, want.value)) {
    result.state = WantState::open;
  } else {
    WaySearch search(compiled, answers);
    DecisionChanges& changes = result.changes;
    changes.can_change = search.by_acts({aim});
    changes.rests_on = search.by_facts({aim});
    if (!changes.can_change && !changes.rests_on) changes.both = search.by_both({aim});
    if (reaches_surely(changes.can_change) || reaches_surely(changes.rests_on))
      result.state = WantState::reaches;
    else if (changes.can_change || changes.rests_on)
      result.state = WantState::may_reach;
  }
  return result;
}

}  // namespace socrates::engine
