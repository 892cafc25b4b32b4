// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "socrates/model/rule_set.hpp"

namespace socrates::engine {

/// Tells the decisions that an edit changed itself from those whose outcomes only follow from other decisions. Facts
/// are compared by what they say and decisions by their names, so that order and the names of rules do not matter.
class Definitions {
 public:
  /// Whether two conditions on questions hold for the same answers, of those that both sides take.
  using SameAnswers = std::function<bool(const model::Condition& before, const model::Condition& after)>;

  /// The rule sets must outlive it.
  Definitions(const model::RuleSet& before, const model::RuleSet& after, SameAnswers same_answers)
      : before_(before), after_(after), same_answers_(std::move(same_answers)) {}

  /// Both give the same outcome wherever the decisions that they read have the same.
  bool are_same(const model::Decision& before, const model::Decision& after);

 private:
  bool are_same(const model::Condition& before, const model::Condition& after);
  bool are_same_facts(std::size_t before, std::size_t after);

  const model::RuleSet& before_;
  const model::RuleSet& after_;
  SameAnswers same_answers_;
  std::map<std::pair<std::size_t, std::size_t>, bool> same_facts_;  ///< of pairs that were compared
};

/// The ids of the decisions that the rules read, by facts too, each once; of a set only the rules for that element.
std::vector<std::string> decisions_read(const model::RuleSet& rules, const model::Decision& decision,
                                        std::string_view element);

}  // namespace socrates::engine
