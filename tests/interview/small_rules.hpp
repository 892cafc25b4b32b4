// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>
#include <utility>

#include "socrates/engine/compile.hpp"
#include "worlds/build.hpp"

namespace socrates::interview {

inline engine::CompiledRules compiled(model::RuleSet rules) {
  engine::Compilation compilation = engine::compile(std::move(rules));
  if (!compilation.compiled) throw std::logic_error("the rules of a test do not compile");
  return std::move(*compilation.compiled);
}

/// Questions: data (several: stores, transmits), kinds (several: health, cards; none where data is none), size (number,
/// 0 to 9), loud (yes/no). Decisions: report, required for cards, else optional for transmitting or a size of 5 or
/// more; beside, a set: hipaa for health, pci for cards where loud.
inline model::RuleSet small_rules() {
  using namespace worlds;
  model::RuleSet rules = rule_set(
      {several("data", {"stores", "transmits"}), several("kinds", {"health", "cards"}), number("size", 0, 9),
       yes_no("loud")},
      {decision("report", model::Combine::strongest, {"not_needed", "optional", "required"},
                {rule("report.cards", is(1, {1}), {2}), rule("report.size", any({is(0, {1}), in_range(2, 5, 9)}), {1}),
                 otherwise("report.none", 0)}),
       decision("beside", model::Combine::collect, {"hipaa", "pci"},
                {rule("beside.health", is(1, {0}), {0}), rule("beside.cards", all({is(1, {1}), is_yes(3)}), {1})})});
  rules.impossible.push_back({all({is_none(0), is(1, {0, 1})}), "kinds of data need data"});
  return rules;
}

inline model::Selection selection(model::Chosen first, model::Chosen second) { return {{first, second}}; }

inline const model::Selection both = selection(model::Chosen::yes, model::Chosen::yes);
inline const model::Selection only_first = selection(model::Chosen::yes, model::Chosen::no);
inline const model::Selection only_second = selection(model::Chosen::no, model::Chosen::yes);
inline const model::Selection neither = selection(model::Chosen::no, model::Chosen::no);

}  // namespace socrates::interview
