// SPDX-License-Identifier: Apache-2.0
#include "socrates/engine/difference.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "engine/common_space.hpp"
#include "engine/count.hpp"
#include "engine/cover.hpp"
#include "engine/definition.hpp"
#include "engine/rule_functions.hpp"
#include "engine/soundness.hpp"
#include "engine/wording.hpp"

namespace socrates::engine {
namespace {

using model::Combine;

class RulesComparison {
 public:
  RulesComparison(CommonRules rules, std::size_t most_boxes, VariableOrder order, Effort& effort)
      : rules_(std::move(rules)),
        space_(space_of(rules_.common, order)),
        weights_(weights_of(space_, rules_.common)),
        effort_(effort),
        builder_(space_.arity, effort),
        before_(rules_.before, space_, builder_),
        after_(rules_.after, space_, builder_),
        most_boxes_(most_boxes) {}

  Difference compare() {
    result_.structure = std::move(rules_.structure);
    takes_ = both(taken(before_, rules_.takes_before), taken(after_, rules_.takes_after));
    both_possible_ = both(takes_, both(before_.possible(), after_.possible()));
    compare_possible();
    for (std::size_t d = 0; d < rules_.after.decisions.size(); ++d) compare_decision(d);
    for (const model::Decision& decision : rules_.before.decisions)
      if (!model::find_decision(rules_.after, decision.id)) say("decision '" + decision.id + "' is gone");
    tell_causes_from_consequences();
    compare_notes();
    result_.common.questions = rules_.common.questions;
    result_.common.id = rules_.common.id;
    result_.common.version = rules_.common.version;
    result_.space = std::move(space_);
    return std::move(result_);
  }

 private:
  Function both(Function a, Function b) { return builder_.join(Join::conjunction, a, b); }
  Function either(Function a, Function b) { return builder_.join(Join::disjunction, a, b); }
  Function without(Function a, Function b) { return both(a, builder_.negation(b)); }

  void say(std::string text) { result_.structure.push_back(std::move(text)); }

  Function taken(RuleFunctions& functions, const std::vector<model::Condition>& conditions) {
    Function result = 1;
    for (const model::Condition& condition : conditions) result = both(result, functions.condition(condition));
    return result;
  }

  static Function has_value(RuleFunctions& functions, const model::Decision& decision, std::size_t d,
                            std::size_t value) {
    if (decision.combine == Combine::collect) return functions.decision(d)[value];
    std::vector<Function> leaves(leaf_limit, 0);
    leaves[value] = 1;
    return functions.builder().relabel(functions.decision(d).front(), leaves);
  }

  /// Of all answers that both sides take, what became possible, and what no longer is.
  void compare_possible() {
    const Function nobody = builder_.negation(takes_);
    add({}, "contradictory", "possible", both(takes_, without(after_.possible(), before_.possible())), nobody, takes_);
    add({}, "possible", "contradictory", both(takes_, without(before_.possible(), after_.possible())), nobody, takes_);
  }

  void compare_decision(std::size_t d) {
    const model::Decision& after = rules_.after.decisions[d];
    const auto old = model::find_decision(rules_.before, after.id);
    if (!old) return say("decision '" + after.id + "' is new");
    const model::Decision& before = rules_.before.decisions[*old];
    if ((before.combine == Combine::collect) != (after.combine == Combine::collect)) {
      changed_decisions_.insert(after.id);
      return say("decision '" + after.id + "' gives " + (after.combine == Combine::collect ? "a set" : "one value") +
                 " now");
    }
    compare_values(before, after);
    if (after.combine == Combine::collect)
      compare_elements(before, *old, after, d);
    else
      compare_outcomes(before, *old, after, d);
    compare_rules(before, *old, after, d);
  }

  void compare_values(const model::Decision& before, const model::Decision& after) {
    for (const model::Named& value : after.values)
      if (!model::find_value(before, value.id)) say("value '" + value.id + "' of '" + after.id + "' is new");
    for (const model::Named& value : before.values)
      if (!model::find_value(after, value.id)) say("value '" + value.id + "' of '" + after.id + "' is gone");
    if (before.combine == Combine::strongest && after.combine == Combine::strongest) {
      std::vector<std::string> old_order;
      std::vector<std::string> new_order;
      for (const model::Named& value : before.values)
        if (model::find_value(after, value.id)) old_order.push_back(value.id);
      for (const model::Named& value : after.values)
        if (model::find_value(before, value.id)) new_order.push_back(value.id);
      if (old_order != new_order) say("the levels of '" + after.id + "' are in another order");
    }
  }

  void compare_outcomes(const model::Decision& before, std::size_t b, const model::Decision& after, std::size_t a) {
    const Function nobody = builder_.negation(both_possible_);
    for (std::size_t old = 0; old < before.values.size(); ++old) {
      const Function was = both(both_possible_, has_value(before_, before, b, old));
      for (std::size_t now = 0; now < after.values.size() && was != 0; ++now)
        if (before.values[old].id != after.values[now].id)
          add(after.id, before.values[old].id, after.values[now].id, both(was, has_value(after_, after, a, now)),
              nobody, both_possible_);
    }
  }

  void compare_elements(const model::Decision& before, std::size_t b, const model::Decision& after, std::size_t a) {
    const Function nobody = builder_.negation(both_possible_);
    const auto compare_element = [&](const std::string& id) {
      const auto old = model::find_value(before, id);
      const auto now = model::find_value(after, id);
      const Function was = old ? both(both_possible_, has_value(before_, before, b, *old)) : 0;
      const Function is = now ? both(both_possible_, has_value(after_, after, a, *now)) : 0;
      add(after.id, "", id, without(is, was), nobody, both_possible_);
      add(after.id, id, "", without(was, is), nobody, both_possible_);
    };
    for (const model::Named& value : after.values) compare_element(value.id);
    for (const model::Named& value : before.values)
      if (!model::find_value(after, value.id)) compare_element(value.id);
  }

  void add(const std::string& decision, const std::string& before, const std::string& after, Function region,
           Function nobody, Function all) {
    if (region == 0) return;
    changed_decisions_.insert(decision);
    Cover cover = cover_of(region, nobody, space_, builder_, most_boxes_);
    const double share_of_all = share_of_answers(builder_.view(), weights_, all, Leaves{2}, effort_);
    Change change{decision, before, after, std::move(cover.boxes), cover.is_whole, {}, 0, {}};
    change.answers = count_answers(builder_.view(), weights_, region, Leaves{2}, effort_);
    change.share = share_of_answers(builder_.view(), weights_, region, Leaves{2}, effort_) / share_of_all;
    if (auto example = answers_leading_to(region, 1, rules_.common, space_, builder_))
      change.example = *std::move(example);
    result_.changes.push_back(std::move(change));
  }

  /// The decisions read whose outcomes change, where the rules of this one are the same on both sides; else none.
  std::vector<std::string> origins_of(const Change& change, Definitions& definitions) const {
    const auto old = model::find_decision(rules_.before, change.decision);
    const auto now = model::find_decision(rules_.after, change.decision);
    if (!old || !now || !definitions.are_same(rules_.before.decisions[*old], rules_.after.decisions[*now])) return {};
    std::vector<std::string> origins =
        decisions_read(rules_.after, rules_.after.decisions[*now], change.after.empty() ? change.before : change.after);
    std::erase_if(origins, [&](const std::string& id) { return changed_decisions_.count(id) == 0; });
    return origins;
  }

  void tell_causes_from_consequences() {
    Definitions definitions(rules_.before, rules_.after, [this](const auto& before, const auto& after) {
      return both(takes_, before_.condition(before)) == both(takes_, after_.condition(after));
    });
    for (Change& change : result_.changes) change.follows_from = origins_of(change, definitions);
    std::stable_partition(result_.changes.begin(), result_.changes.end(),
                          [](const Change& change) { return change.follows_from.empty(); });
  }

  void compare_rules(const model::Decision& before, std::size_t b, const model::Decision& after, std::size_t a) {
    const auto find = [](const model::Decision& decision, const std::string& id) {
      return static_cast<std::size_t>(
          std::find_if(decision.rules.begin(), decision.rules.end(), [&](const model::Rule& r) { return r.id == id; }) -
          decision.rules.begin());
    };
    const auto ids_of = [](const model::Decision& decision, const model::Rule& rule) {
      std::vector<std::string> ids;
      for (const std::size_t value : rule.then) ids.push_back(decision.values[value].id);
      std::sort(ids.begin(), ids.end());
      return ids;
    };
    for (std::size_t r = 0; r < after.rules.size(); ++r) {
      const std::string& id = after.rules[r].id;
      const std::size_t old = find(before, id);
      if (old == before.rules.size()) {
        reason("rule '" + id + "' is new", id);
        continue;
      }
      if (ids_of(before, before.rules[old]) != ids_of(after, after.rules[r]))
        reason("rule '" + id + "' gives another value", id);
      compare_application("rule", id, before_.rule(b, old), after_.rule(a, r));
    }
    for (const model::Rule& rule : before.rules)
      if (find(after, rule.id) == after.rules.size()) reason("rule '" + rule.id + "' is gone", rule.id);
  }

  void compare_notes() {
    const auto find = [](const model::RuleSet& rules, const std::string& id) {
      return std::find_if(rules.notes.begin(), rules.notes.end(), [&](const model::Note& n) { return n.id == id; });
    };
    for (const model::Note& note : rules_.after.notes) {
      const auto old = find(rules_.before, note.id);
      if (old == rules_.before.notes.end())
        reason("note '" + note.id + "' is new", note.id);
      else
        compare_application("note", note.id, before_.condition(old->when), after_.condition(note.when));
    }
    for (const model::Note& note : rules_.before.notes)
      if (find(rules_.after, note.id) == rules_.after.notes.end()) reason("note '" + note.id + "' is gone", note.id);
  }

  void compare_application(const std::string& what, const std::string& id, Function before, Function after) {
    const Function was = both(both_possible_, before);
    const Function is = both(both_possible_, after);
    if (was == is) return;
    reason(what + " '" + id + "' applies to other answers", id);
    const Function lost = without(was, is);
    result_.reasons.back().applied_before = lost != 0;
    result_.reasons.back().example =
        answers_leading_to(lost != 0 ? lost : without(is, was), 1, rules_.common, space_, builder_);
  }

  void reason(std::string text, const std::string& id) {
    result_.reasons.push_back({std::move(text), id, false, std::nullopt});
  }

  CommonRules rules_;
  Space space_;
  Weights weights_;
  Effort& effort_;
  DiagramBuilder builder_;
  RuleFunctions before_;
  RuleFunctions after_;
  std::size_t most_boxes_;
  Function takes_ = 1;
  Function both_possible_ = 1;
  std::set<std::string> changed_decisions_;
  Difference result_;
};

}  // namespace

bool is_same_meaning(const Difference& difference) {
  return difference.structure.empty() && difference.changes.empty();
}

std::optional<Difference> difference(const model::RuleSet& before, const model::RuleSet& after, std::size_t most_boxes,
                                     Limits limits) {
  const CommonRules rules = with_common_questions(before, after);
  if (!fits_variables(rules)) return std::nullopt;
  Difference result = in_good_order(limits, [&](VariableOrder order, Effort& effort) {
    return RulesComparison(rules, most_boxes, order, effort).compare();
  });
  result.wording = wording_changes(before, after);
  return result;
}

}  // namespace socrates::engine
