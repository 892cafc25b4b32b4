// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "socrates/engine/compiled_rules.hpp"
#include "socrates/engine/diagram_builder.hpp"
#include "socrates/model/rule_test.hpp"

namespace socrates::engine {

class RuleFunctions;

enum class Aspect {
  applies,        ///< a rule or note surely does
  does_not,       ///< a rule or note surely does not apply
  decides_alone,  ///< a rule applies, its value is the outcome, and no other rule that gives the value applies
  is_outcome,     ///< a value of a decision surely is
};

/// Something that tests should have seen.
struct CoverageItem {
  Aspect aspect = Aspect::applies;
  model::RuleReference rule;  ///< of `is_outcome`: the decision, and as index the value
  bool is_covered = false;
};

/// What of a rule set its tests have seen. Only what some answers can show is asked for. The rules must outlive it.
class Coverage {
 public:
  explicit Coverage(const CompiledRules& compiled);

  /// Counts what these answers show; contradictory ones show nothing.
  void add(const model::Answers& answers);

  [[nodiscard]] const std::vector<CoverageItem>& items() const { return items_; }
  [[nodiscard]] std::size_t covered() const;

  /// Answers, as few as are needed, that show the item.
  [[nodiscard]] model::Answers answers_for(std::size_t item);

 private:
  void offer(Aspect aspect, model::RuleReference rule, Function shown);
  void offer_decision(std::size_t d, RuleFunctions& functions);

  const CompiledRules* compiled_;
  Effort effort_;
  DiagramBuilder builder_;
  std::vector<CoverageItem> items_;
  std::vector<Function> shown_;  ///< by item: 1 where complete answers show it
};

}  // namespace socrates::engine
